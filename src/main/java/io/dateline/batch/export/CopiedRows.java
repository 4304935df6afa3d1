package io.dateline.batch.export;

import io.dateline.batch.rows.TextKey;
import io.dateline.output.ArticleColumn;
import io.dateline.output.Column;
import io.dateline.output.QuoteColumn;
import io.dateline.output.RejectionColumn;
import io.dateline.source.ManifestFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Copies rows inside the database, a page in each transaction. A row keeps its place in its file,
 * so that all ordinals of a range move by the same number. Not safe for use by several threads.
 */
final class CopiedRows {

  private static final int PAGE = 1_000;

  private static final String ARTICLE =
      copy(
          "article_rows",
          "partition_number, row_offset, row_bytes",
          "0, CAST(? AS BIGINT), CAST(? AS BIGINT)",
          Arrays.stream(ArticleColumn.values())
              .filter(column -> column != ArticleColumn.ARTICLE_BODY)
              .map(Column::label)
              .toList(),
          "ordinal = ?");

  /** Of rejections, which tell by the run alone which rules have made them. */
  private static final String MAKERS =
      "INSERT INTO kept_rows (run_id, ordinal, made_by_run_id)"
          + " SELECT CAST(? AS BIGINT), x.ordinal + CAST(? AS BIGINT),"
          + " COALESCE(k.made_by_run_id, x.run_id) FROM rejection_rows x"
          + " LEFT JOIN kept_rows k ON k.run_id = x.run_id AND k.ordinal = x.ordinal"
          + " WHERE x.run_id = ? AND x.ordinal >= ? AND x.ordinal <= ?";

  private static final String QUOTES = copy("quote_rows", QuoteColumn.values());
  private static final String REJECTIONS = copy("rejection_rows", RejectionColumn.values());

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final long runId;
  private long files;
  private long offset;

  CopiedRows(JdbcTemplate jdbc, TransactionTemplate transaction, long runId) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.runId = runId;
  }

  private static String copy(String table, Column<?>[] columns) {
    return copy(
        table,
        "",
        "",
        Arrays.stream(columns).map(Column::label).toList(),
        "ordinal >= ? AND ordinal <= ?");
  }

  // The casts tell a database the type of a parameter that stands for a column.
  private static String copy(
      String table, String moreColumns, String moreValues, List<String> columns, String which) {
    String same = columns.stream().map(column -> ", " + column).collect(Collectors.joining());
    return "INSERT INTO "
        + table
        + " (run_id, ordinal, file_number"
        + (moreColumns.isEmpty() ? "" : ", " + moreColumns)
        + same
        + ") SELECT CAST(? AS BIGINT), ordinal + CAST(? AS BIGINT), file_number + CAST(? AS BIGINT)"
        + (moreValues.isEmpty() ? "" : ", " + moreValues)
        + same
        + " FROM "
        + table
        + " WHERE run_id = ? AND "
        + which;
  }

  /**
   * Begins a range.
   *
   * @param moved by how much the numbers of its files grow
   */
  void begin(long moved) {
    files = moved;
  }

  private long ordinals() {
    return ManifestFile.firstOrdinal(files);
  }

  /** Copies articles that were appended to the new articles.csv, with their texts and quotes. */
  void articles(long from, List<ArticlePlace> places, long[] bytes) {
    long first = places.get(0).ordinal();
    long last = places.get(places.size() - 1).ordinal();
    List<Object[]> rows = new ArrayList<>(places.size());
    for (int i = 0; i < bytes.length; i++) {
      rows.add(
          new Object[] {runId, ordinals(), files, offset, bytes[i], from, places.get(i).ordinal()});
      offset += bytes[i];
    }
    List<Object[]> texts =
        jdbc.query(
            "SELECT ordinal, content_sha256 FROM article_rows"
                + " WHERE run_id = ? AND ordinal >= ? AND ordinal <= ?",
            (rs, row) ->
                new Object[] {
                  TextKey.of(rs.getString("content_sha256")),
                  runId,
                  rs.getLong("ordinal") + ordinals()
                },
            from,
            first,
            last);
    transaction.executeWithoutResult(
        status -> {
          jdbc.batchUpdate(ARTICLE, rows);
          jdbc.batchUpdate(
              "INSERT INTO article_texts (text_key, run_id, ordinal) VALUES (?, ?, ?)", texts);
          jdbc.update(QUOTES, runId, ordinals(), files, from, first, last);
        });
  }

  /** Copies the rejections of a range. */
  void rejections(FileRange range) {
    long first = range.firstOrdinal();
    List<Long> page = page(range, first);
    while (!page.isEmpty()) {
      long from = first;
      long last = page.get(page.size() - 1);
      transaction.executeWithoutResult(
          status -> {
            jdbc.update(REJECTIONS, runId, ordinals(), files, range.runId(), from, last);
            jdbc.update(MAKERS, runId, ordinals(), range.runId(), from, last);
          });
      first = last + 1;
      page = page(range, first);
    }
  }

  private List<Long> page(FileRange range, long first) {
    return jdbc.queryForList(
        "SELECT ordinal FROM rejection_rows WHERE run_id = ? AND ordinal >= ? AND ordinal < ?"
            + " ORDER BY run_id, ordinal FETCH FIRST "
            + PAGE
            + " ROWS ONLY",
        Long.class,
        range.runId(),
        first,
        range.endOrdinal());
  }
}
