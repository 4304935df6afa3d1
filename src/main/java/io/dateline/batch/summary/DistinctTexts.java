package io.dateline.batch.summary;

import io.dateline.batch.summary.TextLookups.Place;
import io.dateline.summary.GroupKey;
import io.dateline.summary.Summary;
import io.dateline.summary.SummaryDelta;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

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

  private final JdbcTemplate jdbc;
  private final Visibility visibility;
  private final Map<String, Boolean> done =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  DistinctTexts(JdbcTemplate jdbc, Visibility visibility) {
    this.jdbc = jdbc;
    this.visibility = visibility;
  }

  /**
   * Adds what a text changes that no other row has.
   *
   * @param comes whether its row comes or goes
   */
  void addSingle(CountedRow row, boolean comes, SummaryDelta delta) {
    row.facts().textGroups((summary, key) -> delta.add(summary, key, 0, comes ? 1 : -1));
  }

  /**
   * Adds what texts change that other rows may have, each at the first of the rows by which it
   * changes.
   *
   * @param changing rows that come or go
   */
  void addShared(List<CountedRow> changing, SummaryDelta delta) {
    if (changing.isEmpty()) {
      return;
    }
    ConnectionCallback<Integer> look =
        connection -> {
          try (TextLookups lookups = new TextLookups(connection)) {
            for (CountedRow row : changing) {
              if (done.putIfAbsent(row.contentSha256(), true) == null) {
                addShared(row, lookups, delta);
              }
            }
          }
          return changing.size();
        };
    jdbc.execute(look);
  }

  private void addShared(CountedRow row, TextLookups lookups, SummaryDelta delta)
      throws SQLException {
    long textKey = row.textKey();
    Change change = new Change(row);
    List<Place> page = lookups.first(textKey);
    while (!page.isEmpty()) {
      for (Place place : page) {
        if (visibility.concerns(place.runId()) && !change.add(place, lookups)) {
          return;
        }
      }
      page =
          page.size() < TextLookups.PAGE
              ? List.of()
              : lookups.after(textKey, page.get(page.size() - 1));
    }
    change.addTo(delta);
  }

  /** The groups that some row with the text of a row is in, before and after. */
  private final class Change {
    private final CountedRow row;
    private final Set<TextGroup> before = new HashSet<>();
    private final Set<TextGroup> after = new HashSet<>();
    private boolean begun;

    Change(CountedRow row) {
      this.row = row;
    }

    /** Returns false if it is another row's turn to tell of this text. */
    boolean add(Place place, TextLookups lookups) throws SQLException {
      boolean isSame = place.runId() == row.runId() && place.ordinal() == row.ordinal();
      CountedRow other = isSame ? row : lookups.row(place).orElse(null);
      if (other == null || !other.contentSha256().equals(row.contentSha256())) {
        return true;
      }
      Set<Long> by = lookups.superseding(place.runId(), other.fileNumber());
      boolean was = visibility.before(place.runId(), by);
      boolean willBe = visibility.after(place.runId(), by);
      if (was != willBe && !begun) {
        if (!isSame) {
          return false;
        }
        begun = true;
      }
      other
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
      return true;
    }

    void addTo(SummaryDelta delta) {
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
}
