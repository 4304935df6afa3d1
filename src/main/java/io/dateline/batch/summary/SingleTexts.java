package io.dateline.batch.summary;

import java.sql.ResultSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;

/**
 * Tells of which texts there is one row alone, in whatever run. Not safe for use by several
 * threads.
 *
 * <p>Asks for the texts it is given, or has looked through those of all rows before: to read them
 * in their order costs a fifth of asking for each.
 */
final class SingleTexts {

  /** How many rows that nobody asks for may be read for one that somebody does. */
  private static final int ROWS_FOR_ONE = 4;

  private static final int PAGE = 5_000;

  private static final String FIRST_TWO =
      "SELECT run_id FROM article_texts WHERE text_key = ? FETCH FIRST 2 ROWS ONLY";

  /** Texts of several rows that are remembered, some 10 MB; where there are more, each is asked. */
  private static final int MAX_SHARED = 200_000;

  private final JdbcTemplate jdbc;
  private final @Nullable Set<Long> shared;

  private SingleTexts(JdbcTemplate jdbc, @Nullable Set<Long> shared) {
    this.jdbc = jdbc;
    this.shared = shared;
  }

  /** Asks for each text. */
  static SingleTexts askingForEach(JdbcTemplate jdbc) {
    return new SingleTexts(jdbc, null);
  }

  /**
   * Looks through the texts of all rows.
   *
   * @param betweenPages called between two pages of rows; may throw to end the reading
   */
  static SingleTexts ofAllRows(JdbcTemplate jdbc, Runnable betweenPages) {
    return new SingleTexts(jdbc, shared(jdbc, betweenPages));
  }

  /** Looks through the texts of all rows if those of a run are a good part of them. */
  static SingleTexts ofRun(JdbcTemplate jdbc, long runId, Runnable betweenPages) {
    long ofRun = sum(jdbc, "run_partitions WHERE run_id = " + runId);
    return sum(jdbc, "runs") > ofRun * ROWS_FOR_ONE
        ? askingForEach(jdbc)
        : ofAllRows(jdbc, betweenPages);
  }

  private static long sum(JdbcTemplate jdbc, String table) {
    String sql = "SELECT COALESCE(SUM(articles), 0) FROM " + table;
    return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
  }

  private static @Nullable Set<Long> shared(JdbcTemplate jdbc, Runnable betweenPages) {
    Set<Long> shared = new HashSet<>();
    long from = Long.MIN_VALUE;
    boolean more;
    do {
      betweenPages.run();
      more = false;
      List<Long> page =
          jdbc.queryForList(
              "SELECT text_key FROM article_texts WHERE text_key >= ?"
                  + " ORDER BY text_key, run_id, ordinal FETCH FIRST "
                  + PAGE
                  + " ROWS ONLY",
              Long.class,
              from);
      for (int i = 1; i < page.size(); i++) {
        if (page.get(i).equals(page.get(i - 1))) {
          shared.add(page.get(i));
        }
      }
      if (!page.isEmpty()) {
        long last = page.get(page.size() - 1);
        // More rows of the last text may follow: unless that is known, it is read once more.
        more = page.size() == PAGE && !(shared.contains(last) && last == Long.MAX_VALUE);
        from = more && shared.contains(last) ? last + 1 : last;
      }
    } while (more && shared.size() <= MAX_SHARED);
    return shared.size() <= MAX_SHARED ? shared : null;
  }

  /** Those of the texts of which there is one row. */
  Set<Long> of(Set<Long> textKeys) {
    if (shared == null) {
      return textKeys.isEmpty() ? Set.of() : ask(textKeys);
    }
    Set<Long> single = new HashSet<>(textKeys);
    single.removeIf(shared::contains);
    return single;
  }

  /**
   * One statement asks for all of them, each by itself: to prepare it costs more than to answer it,
   * and of a text that a million rows share nobody wants to know more than the second.
   */
  private Set<Long> ask(Set<Long> textKeys) {
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
}
