package io.dateline.batch.summary;

import java.sql.ResultSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows that may have one text, in the order of run and ordinal, by keyset pages: a text that a
 * million pages share is never held at once. Not safe for use by several threads.
 */
final class TextRows implements Iterator<TextRows.Place> {

  private static final int PAGE = 500;

  private static final String FIRST_TWO =
      "SELECT run_id FROM article_texts WHERE text_key = ? FETCH FIRST 2 ROWS ONLY";

  /** Where a row stands. */
  record Place(long runId, long ordinal) {}

  private final JdbcClient jdbc;
  private final long textKey;
  private final Deque<Place> page = new ArrayDeque<>();
  private Place last = new Place(-1, -1);
  private boolean more = true;

  TextRows(JdbcClient jdbc, long textKey) {
    this.jdbc = jdbc;
    this.textKey = textKey;
  }

  /**
   * Those of the texts that are of one row alone. One statement asks for all of them, each by
   * itself: to prepare it costs more than to answer it, and of a text that a million rows share
   * nobody wants to know more than the second.
   */
  static Set<Long> single(JdbcTemplate jdbc, Set<Long> textKeys) {
    if (textKeys.isEmpty()) {
      return Set.of();
    }
    PreparedStatementCallback<Set<Long>> ask =
        statement -> {
          Set<Long> single = new HashSet<>();
          for (long textKey : textKeys) {
            statement.setLong(1, textKey);
            try (ResultSet rows = statement.executeQuery()) {
              if (rows.next() && !rows.next()) {
                single.add(textKey);
              }
            }
          }
          return single;
        };
    return Objects.requireNonNull(jdbc.execute(FIRST_TWO, ask));
  }

  @Override
  public boolean hasNext() {
    if (page.isEmpty() && more) {
      read("run_id = ? AND ordinal > ?", last.runId(), last.ordinal());
      if (page.size() < PAGE) {
        read("run_id > ? AND ordinal >= ?", last.runId(), 0);
        more = !page.isEmpty();
      }
      if (!page.isEmpty()) {
        last = page.getLast();
      }
    }
    return !page.isEmpty();
  }

  private void read(String condition, long runId, long ordinal) {
    List<Place> rows =
        jdbc.sql(
                "SELECT run_id, ordinal FROM article_texts WHERE text_key = ? AND "
                    + condition
                    + " ORDER BY text_key, run_id, ordinal FETCH FIRST "
                    + PAGE
                    + " ROWS ONLY")
            .params(textKey, runId, ordinal)
            .query((rs, row) -> new Place(rs.getLong("run_id"), rs.getLong("ordinal")))
            .list();
    page.addAll(rows);
  }

  @Override
  public Place next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more rows of this text");
    }
    return page.removeFirst();
  }
}
