package io.dateline.batch.export;

import io.dateline.article.Rejection;
import io.dateline.batch.publish.CsvFile;
import io.dateline.batch.run.JoinedFile;
import io.dateline.output.CsvTable;
import io.dateline.output.PackagedTable;
import io.dateline.output.QuoteColumn;
import io.dateline.output.QuoteRow;
import io.dateline.output.RejectionColumn;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Writes the three files, range by range. Not safe for use by several threads. */
final class ArchiveWriter implements Closeable {

  /** Hears which articles were appended. */
  @FunctionalInterface
  interface Listener {

    /** Articles of a run that follow each other, and how many bytes each came to. */
    void appended(long runId, List<ArticlePlace> places, long[] bytes);
  }

  private final ArchiveRows rows;
  private final OpenRuns runs;
  private final ArticleFilter filter;
  private final CsvTable<QuoteRow> quoteTable;
  private final CsvTable<Rejection> rejectionTable;
  private final CsvFile articles;
  private final CsvFile quotes;
  private final @Nullable CsvFile rejections;
  private final Listener listener;

  /**
   * Begins the files in a folder. A filter leaves rejections.csv out, since rejections have no
   * columns to filter by.
   */
  ArchiveWriter(Path folder, ArchiveRows rows, OpenRuns runs, ArticleFilter filter, boolean guard)
      throws IOException {
    this(folder, rows, runs, filter, guard, (runId, places, bytes) -> {});
  }

  ArchiveWriter(
      Path folder,
      ArchiveRows rows,
      OpenRuns runs,
      ArticleFilter filter,
      boolean guard,
      Listener listener)
      throws IOException {
    this.listener = listener;
    this.rows = rows;
    this.runs = runs;
    this.filter = filter;
    this.quoteTable = new CsvTable<>(List.of(QuoteColumn.values()), guard);
    this.rejectionTable = new CsvTable<>(List.of(RejectionColumn.values()), guard);
    this.articles = file(folder, PackagedTable.ARTICLES);
    this.quotes = file(folder, PackagedTable.QUOTES);
    this.rejections = filter.isEmpty() ? file(folder, PackagedTable.REJECTIONS) : null;
  }

  private static CsvFile file(Path folder, PackagedTable table) throws IOException {
    return new CsvFile(folder.resolve(table.fileName()), table.header());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Appends the rows of a range of files. */
  void add(FileRange range) throws IOException {
    long from = range.firstOrdinal();
    while (from < range.endOrdinal()) {
      List<ArticlePlace> page = rows.articles(range.runId(), from, range.endOrdinal());
      List<ArticlePlace> selected =
          filter.isEmpty() ? page : page.stream().filter(p -> filter.accepts(p.facets())).toList();
      if (!selected.isEmpty()) {
        long[] bytes = runs.articles(range.runId()).copy(selected, articles);
        listener.appended(range.runId(), selected, bytes);
        addQuotes(range.runId(), selected);
      }
      if (page.size() < ArchiveRows.PLACES) {
        break;
      }
      from = page.get(page.size() - 1).ordinal() + 1;
    }
    if (rejections != null) {
      addRejections(range, rejections);
    }
  }

  private void addQuotes(long runId, List<ArticlePlace> of) throws IOException {
    long from = of.get(0).ordinal();
    long end = of.get(of.size() - 1).ordinal() + 1;
    LongPredicate wanted = ordinal -> true;
    if (!filter.isEmpty()) {
      Set<Long> ordinals = new HashSet<>();
      of.forEach(place -> ordinals.add(place.ordinal()));
      wanted = ordinals::contains;
    }
    ArchiveRows.Row last = null;
    List<ArchiveRows.Row> page;
    do {
      page = rows.quotes(runId, from, end, last);
      for (ArchiveRows.Row row : page) {
        if (wanted.test(row.ordinal())) {
          append(quotes, quoteTable, row);
        }
        last = row;
      }
    } while (page.size() == ArchiveRows.TEXTS);
  }

  private void addRejections(FileRange range, CsvFile to) throws IOException {
    ArchiveRows.Row last = null;
    List<ArchiveRows.Row> page;
    do {
      page = rows.rejections(range.runId(), range.firstOrdinal(), range.endOrdinal(), last);
      for (ArchiveRows.Row row : page) {
        append(to, rejectionTable, row);
        last = row;
      }
    } while (page.size() == ArchiveRows.TEXTS);
  }

  private static void append(CsvFile to, CsvTable<?> table, ArchiveRows.Row row)
      throws IOException {
    byte[] line = utf8(table.line(row.values()) + CsvTable.FORMAT.getRecordSeparator());
    to.write(line, 0, line.length);
  }

  /** Forces all files to the disk and says what they hold, by their names. */
  Map<String, JoinedFile> finish() throws IOException {
    Map<String, JoinedFile> files = new LinkedHashMap<>();
    files.put(PackagedTable.ARTICLES.fileName(), articles.finish());
    files.put(PackagedTable.QUOTES.fileName(), quotes.finish());
    if (rejections != null) {
      files.put(PackagedTable.REJECTIONS.fileName(), rejections.finish());
    }
    return files;
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
