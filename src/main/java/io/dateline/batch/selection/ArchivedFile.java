package io.dateline.batch.selection;

import io.dateline.batch.rows.ArticleKeys;
import io.dateline.source.ManifestFile;
import io.dateline.source.ManifestFile.LedgerKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows that the archive has of one file and that are not selected, found by the ids of their
 * entries, whatever was asked before: a resumed run must find what an undisturbed one finds. Rows
 * that stand for the file and no entry of it have no name to be found by, and are not among them.
 *
 * <p>Takes some 32 bytes of memory a row. Immutable and safe for use by several threads.
 */
public final class ArchivedFile {

  /** Rows beyond which a file is read as a whole: 64 MB of memory for each thread. */
  static final long MAX_ROWS = 2_000_000;

  private final long first;
  private final ArticleKeys kept = new ArticleKeys();

  /**
   * A row that is kept.
   *
   * @param ordinal its place in the run that made it current
   */
  public record Kept(long ordinal, boolean isArticle) {}

  /** Reads the rows of a file that some run made current. */
  public ArchivedFile(JdbcClient jdbc, String jobName, RowSelector selector, LedgerKey key) {
    this.first = ManifestFile.firstOrdinal(key.fileNumber());
    new ArchivedRows(jdbc, jobName, selector, true)
        .forEach(
            key.runId(),
            first,
            ManifestFile.firstOrdinal(key.fileNumber() + 1),
            row -> {
              if (!row.selected() && row.isNamed()) {
                kept.put(row.articleId(), 2 * (row.ordinal() - first) + (row.isArticle() ? 1 : 0));
              }
            });
  }

  /** The row of the entry with this id, or null if there is none or it is selected. */
  public @Nullable Kept find(String articleId) {
    Long place = kept.get(articleId);
    return place == null ? null : new Kept(first + place / 2, place % 2 == 1);
  }
}
