package io.dateline.diff;

import io.dateline.diff.GateLimit.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds counts against limits. */
final class Gates {

  private Gates() {}

  /**
   * What came of each limit. One without a field holds for each that is compared, save those that
   * have one of their own.
   */
  static List<GateResult> judge(List<GateLimit> limits, List<String> fields, Tally sum) {
    List<GateResult> results = new ArrayList<>();
    if (!limits.isEmpty() && sum.compared == 0) {
      results.add(new GateResult(GateResult.NOTHING_COMPARED, null, "", 0, 0, true));
    }
    for (GateLimit limit : limits) {
      if (limit.kind() == Kind.MAX_VANISHED) {
        long there = sum.compared + sum.vanished;
        results.add(result(limit, null, sum.vanished, there));
        continue;
      }
      for (int i = 0; i < fields.size(); i++) {
        String field = fields.get(i);
        boolean meant =
            limit.field() == null ? !hasOwn(limits, limit, field) : field.equals(limit.field());
        if (meant) {
          results.add(
              limit.kind() == Kind.MAX_EMPTIED
                  ? result(limit, field, sum.count(i, ChangeKind.EMPTIED), sum.filledBefore[i])
                  : result(limit, field, sum.count(i, ChangeKind.CHANGED), sum.compared));
        }
      }
      String own = limit.field();
      if (own != null && !fields.contains(own)) {
        results.add(new GateResult(GateResult.NOTHING_COMPARED, own, limit.text(), 0, 0, true));
      }
    }
    return results;
  }

  private static boolean hasOwn(List<GateLimit> limits, GateLimit general, String field) {
    return limits.stream().anyMatch(l -> l.kind() == general.kind() && field.equals(l.field()));
  }

  private static GateResult result(GateLimit limit, @Nullable String field, long count, long of) {
    return new GateResult(
        limit.kind().name(), field, limit.text(), count, of, limit.isBroken(count, of));
  }
}
