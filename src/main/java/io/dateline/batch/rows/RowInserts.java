package io.dateline.batch.rows;

import io.dateline.output.ArticleColumn;
import io.dateline.output.Column;
import io.dateline.output.QuoteColumn;
import io.dateline.output.RejectionColumn;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows that one chunk adds to the database, collected and inserted in batches. Not safe for use
 * by several threads.
 */
public final class RowInserts {

  private static final int[] ROW_KEY = {Types.BIGINT, Types.BIGINT, Types.BIGINT};

  private final JdbcTemplate jdbc;
  private final Table articles =
      new Table(
          "article_rows",
          List.of(
              "run_id", "ordinal", "file_number", "partition_number", "row_offset", "row_bytes"),
          new int[] {
            Types.BIGINT, Types.BIGINT, Types.BIGINT, Types.INTEGER, Types.BIGINT, Types.BIGINT
          },
          List.of(ArticleColumn.values()),
          ArticleColumn.ARTICLE_BODY);
  private final Table quotes = rows("quote_rows", List.of(QuoteColumn.values()));
  private final Table rejections = rows("rejection_rows", List.of(RejectionColumn.values()));
  private final Table files =
      new Table(
          "source_files",
          List.of(
              "run_id",
              "file_number",
              "collection",
              "source_path",
              "size_bytes",
              "modified_nanos",
              "content_sha256",
              "retry",
              "retry_on"),
          new int[] {
            Types.BIGINT,
            Types.BIGINT,
            Types.VARCHAR,
            Types.VARCHAR,
            Types.BIGINT,
            Types.BIGINT,
            Types.VARCHAR,
            Types.BOOLEAN,
            Types.VARCHAR
          },
          List.of(),
          null);
  private final Table texts =
      new Table(
          "article_texts", List.of("text_key", "run_id", "ordinal"), ROW_KEY, List.of(), null);
  private final Table kept =
      new Table(
          "kept_rows", List.of("run_id", "ordinal", "made_by_run_id"), ROW_KEY, List.of(), null);
  private final Table superseded =
      new Table(
          "superseded_files",
          List.of("run_id", "file_number", "by_run_id", "by_file_number"),
          new int[] {Types.BIGINT, Types.BIGINT, Types.BIGINT, Types.BIGINT},
          List.of(),
          null);

  public RowInserts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  private static Table rows(String name, List<? extends Column<?>> columns) {
    return new Table(name, List.of("run_id", "ordinal", "file_number"), ROW_KEY, columns, null);
  }

  public void article(
      long runId,
      long ordinal,
      long file,
      int partition,
      long offset,
      long bytes,
      String contentSha256,
      @Nullable Object[] values) {
    articles.add(new Object[] {runId, ordinal, file, partition, offset, bytes}, values);
    texts.add(new Object[] {TextKey.of(contentSha256), runId, ordinal}, new Object[0]);
  }

  public void quote(long runId, long ordinal, long file, @Nullable Object[] values) {
    quotes.add(new Object[] {runId, ordinal, file}, values);
  }

  public void rejection(long runId, long ordinal, long file, @Nullable Object[] values) {
    rejections.add(new Object[] {runId, ordinal, file}, values);
  }

  /** A row that was taken over, and the run that made it. */
  public void kept(long runId, long ordinal, long madeByRunId) {
    kept.add(new Object[] {runId, ordinal, madeByRunId}, new Object[0]);
  }

  public void file(@Nullable Object... values) {
    files.add(values, new Object[0]);
  }

  /**
   * A file that a run supersedes.
   *
   * @param byFile number of the file that takes its place
   */
  public void superseded(long runId, long file, long byRunId, long byFile) {
    superseded.add(new Object[] {runId, file, byRunId, byFile}, new Object[0]);
  }

  /** Inserts all that was collected. */
  public void flush() {
    for (Table table : List.of(articles, texts, quotes, rejections, kept, files, superseded)) {
      table.flush(jdbc);
    }
  }

  private static final class Table {
    private final String sql;
    private final int[] types;
    private final List<? extends Column<?>> columns;
    private final @Nullable Column<?> leftOut;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    Table(
        String name,
        List<String> keys,
        int[] keyTypes,
        List<? extends Column<?>> columns,
        @Nullable Column<?> leftOut) {
      this.columns = columns;
      this.leftOut = leftOut;
      List<String> names = new ArrayList<>(keys);
      List<Integer> all = new ArrayList<>();
      for (int type : keyTypes) {
        all.add(type);
      }
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i) != leftOut) {
          names.add(columns.get(i).label());
          all.add(sqlType(columns.get(i).type()));
        }
      }
      this.types = all.stream().mapToInt(Integer::intValue).toArray();
      this.sql =
          "INSERT INTO "
              + name
              + " ("
              + String.join(", ", names)
              + ") VALUES ("
              + names.stream().map(n -> "?").collect(Collectors.joining(", "))
              + ")";
    }

    void add(@Nullable Object[] key, @Nullable Object[] values) {
      @Nullable Object[] row = new @Nullable Object[types.length];
      System.arraycopy(key, 0, row, 0, key.length);
      int at = key.length;
      for (int i = 0; i < values.length; i++) {
        if (columns.get(i) != leftOut) {
          row[at++] = values[i];
        }
      }
      rows.add(row);
    }

    void flush(JdbcTemplate jdbc) {
      // HSQLDB throws on an empty batch.
      if (!rows.isEmpty()) {
        jdbc.batchUpdate(sql, rows, types);
        rows.clear();
      }
    }

    private static int sqlType(Column.Type type) {
      return switch (type) {
        case TEXT, CODE -> Types.VARCHAR;
        case INTEGER -> Types.BIGINT;
        case DECIMAL -> Types.DOUBLE;
        case BOOLEAN -> Types.BOOLEAN;
      };
    }
  }
}
