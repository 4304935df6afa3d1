package io.dateline.batch.export;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Fills the tables, range by range. Not safe for use by several threads. */
final class ArchiveWriter {

  /** Hears which articles were appended. */
  @FunctionalInterface
  interface Listener {

    /** Articles of a run that follow each other, and how many bytes each came to. */
    void appended(long runId, List<ArticlePlace> places, long[] bytes);
  }

  private final ArchiveTables tables;
  private final ArchiveRows rows;
  private final OpenRuns runs;
  private final ArticleFilter filter;
  private final Listener listener;

  /**
   * A writer.
   *
   * @param filter which articles; where it names a condition there are no rejections, since they
   *     have no columns to filter by
   */
  ArchiveWriter(ArchiveTables tables, ArchiveRows rows, OpenRuns runs, ArticleFilter filter) {
    this(tables, rows, runs, filter, (runId, places, bytes) -> {});
  }

  ArchiveWriter(
      ArchiveTables tables,
      ArchiveRows rows,
      OpenRuns runs,
      ArticleFilter filter,
      Listener listener) {
    this.tables = tables;
    this.rows = rows;
    this.runs = runs;
    this.filter = filter;
    this.listener = listener;
  }

  /** Appends the rows of a range of files. */
  void add(FileRange range) throws IOException {
    long from = range.firstOrdinal();
    while (from < range.endOrdinal()) {
      List<ArticlePlace> page = rows.articles(range.runId(), from, range.endOrdinal());
      List<ArticlePlace> selected =
          filter.isEmpty() ? page : page.stream().filter(p -> filter.accepts(p.facets())).toList();
      if (!selected.isEmpty()) {
        long[] bytes = tables.articles(runs.articles(range.runId()), selected);
        listener.appended(range.runId(), selected, bytes);
        addQuotes(range.runId(), selected);
      }
      if (page.size() < ArchiveRows.PLACES) {
        break;
      }
      from = page.get(page.size() - 1).ordinal() + 1;
    }
    if (filter.isEmpty()) {
      addRejections(range);
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
    ArchiveRows.@Nullable Row last = null;
    List<ArchiveRows.Row> page;
    do {
      page = rows.quotes(runId, from, end, last);
      for (ArchiveRows.Row row : page) {
        if (wanted.test(row.ordinal())) {
          tables.quote(row.values());
        }
        last = row;
      }
    } while (page.size() == ArchiveRows.TEXTS);
  }

  private void addRejections(FileRange range) throws IOException {
    ArchiveRows.@Nullable Row last = null;
    List<ArchiveRows.Row> page;
    do {
      page = rows.rejections(range.runId(), range.firstOrdinal(), range.endOrdinal(), last);
      for (ArchiveRows.Row row : page) {
        tables.rejection(row.values());
        last = row;
      }
    } while (page.size() == ArchiveRows.TEXTS);
  }
}
