package io.dateline.cli;

import io.dateline.batch.RunSummary;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a run did, for a person or a program. */
final class SummaryText {

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final PrintWriter out;

  SummaryText(PrintWriter out) {
    this.out = out;
  }

  /**
   * One JSON object: the last run's summary; if another was resumed before it, that one's as the
   * member {@code resumed_run}.
   */
  void json(List<RunSummary> summaries) {
    if (summaries.isEmpty()) {
      out.println("{}");
      return;
    }
    ObjectNode last = JSON.valueToTree(summaries.get(summaries.size() - 1));
    if (summaries.size() > 1) {
      last.set("resumed_run", JSON.valueToTree(summaries.get(0)));
    }
    out.println(JSON.writeValueAsString(last));
  }

  void print(RunSummary run) {
    String folder = run.folder();
    if (folder == null) {
      if (run.unchanged() == 0) {
        line("The input holds no files. Nothing was published.");
        run.input().forEach(root -> line("  %s", root.folder()));
      } else {
        line(
            "Nothing new: %,d files are known and unchanged. Nothing was published.",
            run.unchanged());
      }
      return;
    }
    line("%-12s %,10d", "entries", run.entries());
    line("%-12s %,10d", "articles", run.articles());
    line("%-12s %,10d", "rejections", run.rejections());
    run.rejectionsByReason().forEach((reason, count) -> line("  %-20s %,10d", reason, count));
    line("%-12s %,10d", "ignored", run.ignored());
    line("%-12s %,10d", "quotes", run.quotes());
    if (run.unchanged() > 0) {
      line("%-12s %,10d", "unchanged", run.unchanged());
    }
    if (run.resumed() == 0) {
      line(
          "%.1f s, %,.0f documents/s",
          run.seconds(), run.seconds() > 0 ? run.entries() / run.seconds() : 0);
    } else {
      // A rate over the time between two processes would say nothing.
      line(
          "%.1f s from first start to end, resumed %d time%s",
          run.seconds(), run.resumed(), run.resumed() == 1 ? "" : "s");
    }
    line("%s", folder);
  }

  private void line(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
