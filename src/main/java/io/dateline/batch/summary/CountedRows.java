package io.dateline.batch.summary;

import io.dateline.article.ArticleField;
import io.dateline.summary.ArticleFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads article rows with what the summaries want to know of them. */
final class CountedRows {

  private static final List<ArticleField> FIELDS = List.of(ArticleField.values());

  private static final String SELECT =
      "SELECT ordinal, file_number, content_sha256, date_published, provider, dateline_place,"
          + " dateline_country, publisher, in_language, article_section, extractor_version, "
          + FIELDS.stream().map(CountedRows::isFilled).collect(Collectors.joining(", "))
          + " FROM article_rows WHERE run_id = ? AND ordinal ";

  /** One row, by run and ordinal; {@link #withoutQuotes} reads it. */
  static final String SELECT_ONE = SELECT + "= ?";

  /** Where in that the fields begin: thirty names are not looked up for every row. */
  private static final int FIRST_FIELD = 12;

  /**
   * Rows that lie one behind the other.
   *
   * @param rows the articles
   * @param quotes quotes from behind the page before to the last of those articles, or to the end
   *     if this page is the last
   * @param isLast whether no article is behind them
   */
  record Page(List<CountedRow> rows, long quotes, boolean isLast) {}

  private final JdbcClient jdbc;

  CountedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The database has no body, but its paragraphs are counted. */
  private static String isFilled(ArticleField field) {
    return field == ArticleField.ARTICLE_BODY
        ? "(paragraph_count > 0)"
        : "(" + field.column() + " IS NOT NULL)";
  }

  /**
   * A page of rows of a run in order.
   *
   * @param after the rows' ordinals are greater
   * @param end the rows' ordinals are less
   */
  Page page(long runId, long after, long end, int rows) {
    List<CountedRow> articles =
        jdbc.sql(
                SELECT
                    + "> ? AND ordinal < ? ORDER BY run_id, ordinal FETCH FIRST "
                    + rows
                    + " ROWS ONLY")
            .params(runId, after, end)
            .query((rs, row) -> withoutQuotes(runId, rs))
            .list();
    boolean isLast = articles.size() < rows;
    long quotesEnd = isLast ? end : articles.get(rows - 1).ordinal() + 1;
    QuotesBySpeaker quotes = new QuotesBySpeaker();
    jdbc.sql(
            "SELECT ordinal, speaker FROM quote_rows"
                + " WHERE run_id = ? AND ordinal > ? AND ordinal < ?")
        .params(runId, after, quotesEnd)
        .query(
            rs -> {
              quotes.add(rs.getLong(1), rs.getString(2));
            });
    return new Page(articles.stream().map(quotes::of).toList(), quotes.number, isLast);
  }

  /** The quotes of the articles of a page. */
  private static final class QuotesBySpeaker {
    private final Map<Long, Map<@Nullable String, Long>> ofArticles = new HashMap<>();
    private long number;

    void add(long ordinal, @Nullable String speaker) {
      number++;
      ofArticles.computeIfAbsent(ordinal, n -> new LinkedHashMap<>()).merge(speaker, 1L, Long::sum);
    }

    CountedRow of(CountedRow row) {
      return row.withQuotes(ofArticles.getOrDefault(row.ordinal(), Map.of()));
    }
  }

  static CountedRow withoutQuotes(long runId, ResultSet rs) throws SQLException {
    Set<ArticleField> filled = EnumSet.noneOf(ArticleField.class);
    for (int i = 0; i < FIELDS.size(); i++) {
      if (rs.getBoolean(FIRST_FIELD + i)) {
        filled.add(FIELDS.get(i));
      }
    }
    return new CountedRow(
        runId,
        rs.getLong(1),
        rs.getLong(2),
        rs.getString(3),
        new ArticleFacts(
            rs.getString(4),
            rs.getString(5),
            rs.getString(6),
            rs.getString(7),
            rs.getString(8),
            rs.getString(9),
            rs.getString(10),
            rs.getString(11),
            filled,
            Map.of()));
  }
}
