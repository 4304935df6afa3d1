package io.dateline.batch.export;

import io.dateline.batch.selection.Facets;
import io.dateline.output.Column;
import io.dateline.output.QuoteColumn;
import io.dateline.output.RejectionColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of one run in the order of their keys, a page at a time; never an open result set. Stateless
 * and safe for use by several threads.
 */
final class ArchiveRows {

  /** Most rows a page; a place is small. */
  static final int PLACES = 1_000;

  /** Most rows a page; a text may have hundreds of thousands of characters. */
  static final int TEXTS = 200;

  /** A row of the database: its key, and its cells as {@code CsvTable} takes them. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Row(long ordinal, int number, @Nullable Object[] values) {}

  // Ordered by whole keys: by a part of one HSQLDB reads and sorts all that is left.
  private static final String PLACE_PAGE =
      "SELECT ordinal, partition_number, row_offset, row_bytes, article_id, date_published,"
          + " provider, publisher, in_language FROM article_rows"
          + " WHERE run_id = ? AND ordinal >= ? AND ordinal < ?"
          + " ORDER BY run_id, ordinal FETCH FIRST "
          + PLACES
          + " ROWS ONLY";

  private static final String QUOTE_PAGE =
      "SELECT ordinal, quote_number AS row_number, "
          + labels(QuoteColumn.values())
          + " FROM quote_rows WHERE run_id = ? AND ordinal >= ? AND ordinal < ?"
          + " AND NOT (ordinal = ? AND quote_number <= ?)"
          + " ORDER BY run_id, ordinal, quote_number FETCH FIRST "
          + TEXTS
          + " ROWS ONLY";

  private static final String REJECTION_PAGE =
      "SELECT ordinal, 0 AS row_number, "
          + labels(RejectionColumn.values())
          + " FROM rejection_rows WHERE run_id = ? AND ordinal >= ? AND ordinal < ?"
          + " ORDER BY run_id, ordinal FETCH FIRST "
          + TEXTS
          + " ROWS ONLY";

  private final JdbcClient jdbc;

  ArchiveRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static String labels(Column<?>[] columns) {
    return Arrays.stream(columns).map(Column::label).collect(Collectors.joining(", "));
  }

  /** Places of the first articles from one ordinal up to, and without, another. */
  List<ArticlePlace> articles(long runId, long from, long end) {
    return jdbc.sql(PLACE_PAGE).params(runId, from, end).query(ArchiveRows::place).list();
  }

  private static ArticlePlace place(ResultSet rs, int row) throws SQLException {
    return new ArticlePlace(
        rs.getLong("ordinal"),
        rs.getInt("partition_number"),
        rs.getLong("row_offset"),
        rs.getLong("row_bytes"),
        rs.getString("article_id"),
        new Facets(
            rs.getString("date_published"),
            rs.getString("provider"),
            rs.getString("publisher"),
            rs.getString("in_language")));
  }

  /** The first quotes of a range, or those after {@code last}. */
  List<Row> quotes(long runId, long from, long end, @Nullable Row last) {
    long ordinal = last == null ? from : last.ordinal();
    int number = last == null ? -1 : last.number();
    return jdbc.sql(QUOTE_PAGE)
        .params(runId, ordinal, end, ordinal, number)
        .query((rs, i) -> row(rs, QuoteColumn.values()))
        .list();
  }

  /** The first rejections of a range, or those after {@code last}. */
  List<Row> rejections(long runId, long from, long end, @Nullable Row last) {
    return jdbc.sql(REJECTION_PAGE)
        .params(runId, last == null ? from : last.ordinal() + 1, end)
        .query((rs, i) -> row(rs, RejectionColumn.values()))
        .list();
  }

  private static Row row(ResultSet rs, Column<?>[] columns) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[columns.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = rs.getObject(columns[i].label());
    }
    return new Row(rs.getLong("ordinal"), rs.getInt("row_number"), values);
  }
}
