package io.dateline.batch.summary;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows that may have one text, in the order of run and ordinal, by keyset pages: a text that a
 * million pages share is never held at once. Not safe for use by several threads.
 */
final class TextRows implements Iterator<TextRows.Place> {

  private static final int PAGE = 500;

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

  /** Whether the text is that of one row alone. */
  static boolean isSingle(JdbcClient jdbc, long textKey) {
    return jdbc.sql("SELECT run_id FROM article_texts WHERE text_key = ? FETCH FIRST 2 ROWS ONLY")
            .param(textKey)
            .query(Long.class)
            .list()
            .size()
        == 1;
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
