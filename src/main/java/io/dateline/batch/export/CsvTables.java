package io.dateline.batch.export;

import io.dateline.article.Rejection;
import io.dateline.batch.publish.CsvFile;
import io.dateline.batch.run.JoinedFile;
import io.dateline.output.ArticleColumn;
import io.dateline.output.CellLimit;
import io.dateline.output.Column;
import io.dateline.output.CsvTable;
import io.dateline.output.FileForm;
import io.dateline.output.FormulaGuard;
import io.dateline.output.PackagedTable;
import io.dateline.output.QuoteColumn;
import io.dateline.output.QuoteRow;
import io.dateline.output.RejectionColumn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables as CSV. Not safe for use by several threads. */
final class CsvTables implements ArchiveTables {

  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  private static final List<ArticleColumn> ARTICLE_COLUMNS = List.of(ArticleColumn.values());

  private final FileForm form;
  private final boolean formulaGuard;
  private final @Nullable CellLimit limit;
  private final CsvTable<QuoteRow> quoteTable;
  private final CsvTable<Rejection> rejectionTable;
  private final CsvFile articles;
  private final CsvFile quotes;
  private final @Nullable CsvFile rejections;
  private long cut;

  CsvTables(Path folder, ExportForm form, boolean withRejections) throws IOException {
    this.form = form.file();
    this.formulaGuard = form.formulaGuard();
    this.limit = form.limit();
    this.quoteTable = new CsvTable<>(List.of(QuoteColumn.values()), formulaGuard);
    this.rejectionTable = new CsvTable<>(List.of(RejectionColumn.values()), formulaGuard);
    this.articles = file(folder, PackagedTable.ARTICLES);
    this.quotes = file(folder, PackagedTable.QUOTES);
    this.rejections = withRejections ? file(folder, PackagedTable.REJECTIONS) : null;
  }

  private CsvFile file(Path folder, PackagedTable table) throws IOException {
    byte[] start = table.header();
    if (form.byteOrderMark()) {
      byte[] marked = new byte[BYTE_ORDER_MARK.length + start.length];
      System.arraycopy(BYTE_ORDER_MARK, 0, marked, 0, BYTE_ORDER_MARK.length);
      System.arraycopy(start, 0, marked, BYTE_ORDER_MARK.length, start.length);
      start = marked;
    }
    return new CsvFile(folder.resolve(form.fileName(table)), start, form.gzip());
  }

  @Override
  public long[] articles(PublishedArticles of, List<ArticlePlace> places) throws IOException {
    if (limit == null) {
      return of.copy(places, articles);
    }
    // No cell is longer than its row: what need not be cut is copied, as most rows are.
    long[] bytes = new long[places.size()];
    for (int from = 0; from < bytes.length; ) {
      int end = from;
      while (end < bytes.length && places.get(end).bytes() <= limit.characters()) {
        end++;
      }
      long[] copied = of.copy(places.subList(from, end), articles);
      System.arraycopy(copied, 0, bytes, from, copied.length);
      if (end < bytes.length) {
        bytes[end] = append(of.cells(places.get(end)), limit);
        end++;
      }
      from = end;
    }
    return bytes;
  }

  private int append(List<String> cells, CellLimit limit) throws IOException {
    for (int i = 0; i < ARTICLE_COLUMNS.size(); i++) {
      if (isCut(ARTICLE_COLUMNS.get(i), cells.get(i), limit)) {
        cells.set(i, limit.cut(cells.get(i)));
      }
    }
    byte[] row = RowTranslation.row(cells).getBytes(StandardCharsets.UTF_8);
    articles.write(row, 0, row.length);
    return row.length;
  }

  @Override
  public void quote(@Nullable Object[] cells) throws IOException {
    append(quotes, quoteTable, cells);
  }

  @Override
  public void rejection(@Nullable Object[] cells) throws IOException {
    if (rejections == null) {
      throw new IllegalStateException("there is no file of rejections");
    }
    append(rejections, rejectionTable, cells);
  }

  private void append(CsvFile to, CsvTable<?> table, @Nullable Object[] cells) throws IOException {
    String row = table.line(limit == null ? cells : cut(table, cells, limit));
    byte[] line = (row + CsvTable.FORMAT.getRecordSeparator()).getBytes(StandardCharsets.UTF_8);
    to.write(line, 0, line.length);
  }

  private @Nullable Object[] cut(CsvTable<?> table, @Nullable Object[] cells, CellLimit limit) {
    @Nullable Object[] shorter = cells.clone();
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof String cell) {
        // The guard counts, and the table puts it there again.
        String written = formulaGuard ? FormulaGuard.guard(cell) : cell;
        if (isCut(table.columns().get(i), written, limit)) {
          String cutShort = limit.cut(written);
          shorter[i] = formulaGuard ? FormulaGuard.unguard(cutShort) : cutShort;
        }
      }
    }
    return shorter;
  }

  /** Counts as well. Ids, dates and codes are short, and worth nothing in part. */
  private boolean isCut(Column<?> column, String cell, CellLimit limit) {
    if (column.type() != Column.Type.TEXT || !limit.isExceededBy(cell)) {
      return false;
    }
    cut++;
    return true;
  }

  @Override
  public Map<String, JoinedFile> finish() throws IOException {
    Map<String, JoinedFile> files = new LinkedHashMap<>();
    files.put(form.fileName(PackagedTable.ARTICLES), articles.finish());
    files.put(form.fileName(PackagedTable.QUOTES), quotes.finish());
    if (rejections != null) {
      files.put(form.fileName(PackagedTable.REJECTIONS), rejections.finish());
    }
    return files;
  }

  @Override
  public long cut() {
    return cut;
  }

  @Override
  public void close() throws IOException {
    articles.close();
    quotes.close();
    if (rejections != null) {
      rejections.close();
    }
  }
}
