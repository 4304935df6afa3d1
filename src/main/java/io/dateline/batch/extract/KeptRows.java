package io.dateline.batch.extract;

import io.dateline.batch.export.ArticlePlace;
import io.dateline.batch.selection.Facets;
import io.dateline.output.ArticleColumn;
import io.dateline.output.Column;
import io.dateline.output.QuoteColumn;
import io.dateline.output.RejectionColumn;
import io.dateline.source.ManifestFile.LedgerKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole rows of earlier runs. Stateless and safe for use by several threads. */
final class KeptRows {

  private static final Facets NOT_ASKED = new Facets(null, null, null, null);

  /** Columns of articles.csv that the database has too. */
  private static final List<ArticleColumn> ARTICLE_COLUMNS =
      Arrays.stream(ArticleColumn.values()).filter(c -> c != ArticleColumn.ARTICLE_BODY).toList();

  // Ordered by whole keys: by a part of one HSQLDB reads and sorts all that is left.
  private static final String ARTICLES =
      "SELECT ordinal, partition_number, row_offset, row_bytes, "
          + labels(ARTICLE_COLUMNS)
          + " FROM article_rows WHERE run_id = ? AND ordinal >= ? AND ordinal <= ?"
          + " ORDER BY run_id, ordinal FETCH FIRST ? ROWS ONLY";

  private static final String QUOTES =
      "SELECT ordinal, "
          + labels(List.of(QuoteColumn.values()))
          + " FROM quote_rows WHERE run_id = ? AND ordinal >= ? AND ordinal <= ?"
          + " ORDER BY run_id, ordinal, quote_number";

  private static final String REJECTION =
      "SELECT "
          + labels(List.of(RejectionColumn.values()))
          + " FROM rejection_rows WHERE run_id = ? AND ordinal = ?";

  /** An article: where its row is, its cells, and those of its quotes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Article(ArticlePlace place, @Nullable Object[] values, List<@Nullable Object[]> quotes) {}

  private final JdbcClient jdbc;

  KeptRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static String labels(List<? extends Column<?>> columns) {
    return columns.stream().map(Column::label).collect(Collectors.joining(", "));
  }

  /** The first articles of a range of ordinals with both ends, by their ordinals. */
  Map<Long, Article> articles(long runId, long first, long last, int most) {
    Map<Long, Article> articles = new HashMap<>();
    long[] end = {first};
    jdbc.sql(ARTICLES)
        .params(runId, first, last, most)
        .query(
            rs -> {
              long ordinal = rs.getLong("ordinal");
              end[0] = ordinal;
              articles.put(
                  ordinal,
                  new Article(
                      place(rs, ordinal),
                      values(rs, List.of(ArticleColumn.values())),
                      new ArrayList<>()));
            });
    jdbc.sql(QUOTES)
        .params(runId, first, end[0])
        .query(
            rs -> {
              Article article = articles.get(rs.getLong("ordinal"));
              if (article != null) {
                article.quotes().add(values(rs, List.of(QuoteColumn.values())));
              }
            });
    return articles;
  }

  /** Those of these rows that the run took over, with the runs that made them. */
  Map<Long, Long> makers(long runId, List<Long> ordinals) {
    Map<Long, Long> makers = new HashMap<>();
    if (ordinals.isEmpty()) {
      return makers;
    }
    jdbc.sql(
            "SELECT ordinal, made_by_run_id FROM kept_rows WHERE run_id = ? AND ordinal IN (?"
                + ", ?".repeat(ordinals.size() - 1)
                + ")")
        .param(runId)
        .params(ordinals)
        .query(
            rs -> {
              makers.put(rs.getLong("ordinal"), rs.getLong("made_by_run_id"));
            });
    return makers;
  }

  private static ArticlePlace place(ResultSet rs, long ordinal) throws SQLException {
    return new ArticlePlace(
        ordinal,
        rs.getInt("partition_number"),
        rs.getLong("row_offset"),
        rs.getLong("row_bytes"),
        Objects.requireNonNull(rs.getString("article_id")),
        NOT_ASKED);
  }

  /** A rejection's cells. */
  @Nullable Object[] rejection(long runId, long ordinal) {
    return jdbc.sql(REJECTION)
        .params(runId, ordinal)
        .query((rs, n) -> values(rs, List.of(RejectionColumn.values())))
        .single();
  }

  /** Run date from which a file is worth reading again, if one is known. */
  @Nullable String retryOn(LedgerKey file) {
    return jdbc.sql("SELECT retry_on FROM source_files WHERE run_id = ? AND file_number = ?")
        .params(file.runId(), file.fileNumber())
        .query((rs, n) -> Optional.ofNullable(rs.getString("retry_on")))
        .single()
        .orElse(null);
  }

  private static @Nullable Object[] values(ResultSet rs, List<? extends Column<?>> columns)
      throws SQLException {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      if (columns.get(i) != ArticleColumn.ARTICLE_BODY) {
        values[i] = rs.getObject(columns.get(i).label());
      }
    }
    return values;
  }
}
