package io.dateline.batch.summary;

import io.dateline.article.ArticleField;
import io.dateline.summary.ArticleFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads article rows with what the summaries want to know of them. */
final class CountedRows {

  private static final String SELECT =
      "SELECT run_id, ordinal, file_number, content_sha256, date_published, provider,"
          + " dateline_place, dateline_country, publisher, in_language, article_section,"
          + " extractor_version, "
          + Arrays.stream(ArticleField.values())
              .map(field -> isFilled(field) + " AS " + flag(field))
              .collect(Collectors.joining(", "))
          + " FROM article_rows WHERE run_id = ? AND ordinal ";

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

  private static String flag(ArticleField field) {
    return "has_" + field.column();
  }

  /**
   * A page of rows of a run in order.
   *
   * @param after the rows' ordinals are greater
   * @param end the rows' ordinals are less
   */
  List<CountedRow> page(long runId, long after, long end, int rows) {
    List<CountedRow> page =
        jdbc.sql(
                SELECT
                    + "> ? AND ordinal < ? ORDER BY run_id, ordinal FETCH FIRST "
                    + rows
                    + " ROWS ONLY")
            .params(runId, after, end)
            .query(CountedRows::withoutQuotes)
            .list();
    if (page.isEmpty()) {
      return List.of();
    }
    Map<Long, Map<@Nullable String, Long>> speakers =
        speakers(runId, page.get(0).ordinal(), page.get(page.size() - 1).ordinal());
    return page.stream()
        .map(row -> row.withQuotes(speakers.getOrDefault(row.ordinal(), Map.of())))
        .toList();
  }

  /** One row. */
  Optional<CountedRow> get(long runId, long ordinal) {
    return page(runId, ordinal - 1, ordinal + 1, 1).stream().findFirst();
  }

  private Map<Long, Map<@Nullable String, Long>> speakers(long runId, long first, long last) {
    Map<Long, Map<@Nullable String, Long>> speakers = new HashMap<>();
    jdbc.sql(
            "SELECT ordinal, speaker FROM quote_rows"
                + " WHERE run_id = ? AND ordinal >= ? AND ordinal <= ?")
        .params(runId, first, last)
        .query(
            rs -> {
              speakers
                  .computeIfAbsent(rs.getLong("ordinal"), n -> new LinkedHashMap<>())
                  .merge(rs.getString("speaker"), 1L, Long::sum);
            });
    return speakers;
  }

  private static CountedRow withoutQuotes(ResultSet rs, int row) throws SQLException {
    Set<ArticleField> filled = EnumSet.noneOf(ArticleField.class);
    for (ArticleField field : ArticleField.values()) {
      if (rs.getBoolean(flag(field))) {
        filled.add(field);
      }
    }
    return new CountedRow(
        rs.getLong("run_id"),
        rs.getLong("ordinal"),
        rs.getLong("file_number"),
        rs.getString("content_sha256"),
        new ArticleFacts(
            rs.getString("date_published"),
            rs.getString("provider"),
            rs.getString("dateline_place"),
            rs.getString("dateline_country"),
            rs.getString("publisher"),
            rs.getString("in_language"),
            rs.getString("article_section"),
            rs.getString("extractor_version"),
            filled,
            Map.of()));
  }
}
