package io.dateline.batch.summary;

import io.dateline.batch.rows.SupersededFiles;
import io.dateline.summary.GroupKey;
import io.dateline.summary.Summary;
import io.dateline.summary.SummaryDelta;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts how many distinct texts each group gains or loses.
 *
 * <p>A text belongs to a group as long as one row with it does. So for each text of a row that
 * comes or goes, all rows with that text are looked at: the groups that some row was in before, and
 * those that some row will be in after. Not safe for use by several threads.
 */
final class DistinctTexts {

  /** Texts remembered as done, so that a text of many rows is not begun at each of them. */
  private static final int REMEMBERED = 20_000;

  private record TextGroup(Summary summary, GroupKey key) {}

  private final JdbcClient jdbc;
  private final CountedRows rows;
  private final SupersededFiles superseded;
  private final Visibility visibility;
  private final Map<String, Boolean> done =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  DistinctTexts(
      JdbcClient jdbc, CountedRows rows, SupersededFiles superseded, Visibility visibility) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.superseded = superseded;
    this.visibility = visibility;
  }

  /**
   * Adds what the text of a row changes, at the first of the rows by which it changes.
   *
   * @param row one that comes or goes
   * @param comes which of the two
   * @param single whether no other row has this text
   */
  void add(CountedRow row, boolean comes, boolean single, SummaryDelta delta) {
    if (single) {
      row.facts().textGroups((summary, key) -> delta.add(summary, key, 0, comes ? 1 : -1));
    } else if (done.putIfAbsent(row.contentSha256(), true) == null) {
      addShared(row, delta);
    }
  }

  private void addShared(CountedRow row, SummaryDelta delta) {
    Set<TextGroup> before = new HashSet<>();
    Set<TextGroup> after = new HashSet<>();
    boolean first = true;
    TextRows places = new TextRows(jdbc, row.textKey());
    while (places.hasNext()) {
      TextRows.Place place = places.next();
      if (!visibility.concerns(place.runId())) {
        continue;
      }
      Optional<CountedRow> other = rows.get(place.runId(), place.ordinal());
      if (other.isEmpty() || !other.get().contentSha256().equals(row.contentSha256())) {
        continue;
      }
      Set<Long> by = superseded.of(place.runId(), other.get().fileNumber());
      boolean was = visibility.before(place.runId(), by);
      boolean willBe = visibility.after(place.runId(), by);
      if (was != willBe && first) {
        if (place.runId() != row.runId() || place.ordinal() != row.ordinal()) {
          // Another row has had its turn with this text, or will have.
          return;
        }
        first = false;
      }
      other
          .get()
          .facts()
          .textGroups(
              (summary, key) -> {
                TextGroup group = new TextGroup(summary, key);
                if (was) {
                  before.add(group);
                }
                if (willBe) {
                  after.add(group);
                }
              });
    }
    for (TextGroup group : before) {
      if (!after.contains(group)) {
        delta.add(group.summary(), group.key(), 0, -1);
      }
    }
    for (TextGroup group : after) {
      if (!before.contains(group)) {
        delta.add(group.summary(), group.key(), 0, 1);
      }
    }
  }
}
