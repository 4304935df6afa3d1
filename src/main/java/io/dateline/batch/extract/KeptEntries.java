package io.dateline.batch.extract;

import io.dateline.article.EntryId;
import io.dateline.article.RawDocument;
import io.dateline.article.Rejection;
import io.dateline.article.SourceItem;
import io.dateline.article.Unreadable;
import io.dateline.batch.export.OpenRuns;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.selection.ArchivedFile;
import io.dateline.batch.selection.RowSelector;
import io.dateline.output.PackagedTable;
import io.dateline.source.ManifestFile;
import io.dateline.source.ManifestFile.LedgerKey;
import java.io.Closeable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of those entries of a file that are not selected: the file's rows are replaced together,
 * so the run takes these over as they are. Not safe for use by several threads.
 */
public class KeptEntries implements Closeable {

  /** Articles that are read from the database at once. */
  private static final int PAGE = 100;

  private final JdbcClient jdbc;
  private final String jobName;
  private final Supplier<RowSelector> selector;
  private final KeptRows rows;
  private final OpenRuns published;

  private long number = -1;
  private @Nullable ArchivedFile file;
  private @Nullable String retryOn;
  private final Map<Long, KeptRows.Article> articles = new HashMap<>();
  private final Map<Long, Long> makers = new HashMap<>();

  /** What a run keeps; {@code selector} is asked for once a file holds entries to be kept. */
  public KeptEntries(JdbcClient jdbc, RunStore store, Run run, Supplier<RowSelector> selector) {
    this.jdbc = jdbc;
    this.jobName = run.jobName();
    this.selector = selector;
    this.rows = new KeptRows(jdbc);
    this.published =
        new OpenRuns(
            jdbc,
            store,
            PackagedTable.ARTICLES.header(),
            run.frozen().settings().csv().formulaGuard());
  }

  /** The rows of an entry that keeps them, or null if it is to be extracted. */
  public @Nullable EntryResult of(ManifestFile of, SourceItem item) {
    LedgerKey key = of.replaces();
    EntryId id = nameOf(item);
    if (!of.partly() || key == null || id == null) {
      return null;
    }
    ArchivedFile.Kept row = file(of, key).find(id.articleId());
    if (row == null) {
      return null;
    }
    return row.isArticle()
        ? article(key, row.ordinal(), item.ordinal())
        : new EntryResult.KeptRejection(
            item.ordinal(),
            rows.makers(key.runId(), List.of(row.ordinal()))
                .getOrDefault(row.ordinal(), key.runId()),
            rows.rejection(key.runId(), row.ordinal()),
            retryOn);
  }

  /**
   * The name of an entry, or null if what was read says nothing of an entry: that the file itself
   * cannot be read just now, or breaks here. An old row must not pass for that.
   */
  private static @Nullable EntryId nameOf(SourceItem item) {
    if (item instanceof RawDocument document) {
      return document.id();
    }
    Rejection rejection = ((Unreadable) item).rejection();
    return rejection.reason().passes() || rejection.id().entryName().isEmpty()
        ? null
        : rejection.id();
  }

  private ArchivedFile file(ManifestFile of, LedgerKey key) {
    ArchivedFile open = file;
    if (open == null || number != of.number()) {
      open = new ArchivedFile(jdbc, jobName, selector.get(), key);
      file = open;
      number = of.number();
      articles.clear();
      retryOn = rows.retryOn(key);
    }
    return open;
  }

  private EntryResult article(LedgerKey key, long known, long ordinal) {
    KeptRows.Article article = articles.remove(known);
    if (article == null) {
      articles.clear();
      makers.clear();
      articles.putAll(
          rows.articles(
              key.runId(), known, ManifestFile.firstOrdinal(key.fileNumber() + 1) - 1, PAGE));
      makers.putAll(rows.makers(key.runId(), List.copyOf(articles.keySet())));
      article = articles.remove(known);
      if (article == null) {
        throw new IllegalStateException("an article went while the run read it");
      }
    }
    return new EntryResult.KeptArticle(
        ordinal,
        makers.getOrDefault(known, key.runId()),
        published.row(key.runId(), article.place()),
        article.values(),
        article.quotes());
  }

  @Override
  public void close() {
    published.close();
  }
}
