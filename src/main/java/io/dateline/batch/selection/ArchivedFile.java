package io.dateline.batch.selection;

import io.dateline.source.ManifestFile;
import io.dateline.source.ManifestFile.LedgerKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows that the archive has of one file, found by the names of their entries, which are asked
 * for in the order of the file. What lies a thousand rows ahead is not found: then the entry is one
 * that the archive has no row of. Not safe for use by several threads.
 */
public final class ArchivedFile {

  /** Rows that are looked through for a name. */
  private static final int WINDOW = 1_000;

  private final ArchivedRows rows;
  private final LedgerKey key;
  private final Deque<ArchivedRow> window = new ArrayDeque<>();
  private Rows all;

  /** Whether none was found yet: a resumed partition begins anywhere in the file. */
  private boolean seeking = true;

  /** The rows of a file that some run made current. */
  public ArchivedFile(JdbcClient jdbc, String jobName, RowSelector selector, LedgerKey key) {
    this.rows = new ArchivedRows(jdbc, jobName, selector);
    this.key = key;
    this.all = new Rows();
  }

  /** The row of the entry of this name, or null if there is none behind the last one found. */
  public @Nullable ArchivedRow find(String entryName) {
    fill();
    ArchivedRow row = inWindow(entryName);
    while (row == null && seeking && !window.isEmpty()) {
      window.clear();
      fill();
      row = inWindow(entryName);
    }
    if (row != null) {
      seeking = false;
    } else if (seeking) {
      all = new Rows();
      window.clear();
    }
    return row;
  }

  /** Rows behind the last one found, so many of them that are not selected and are articles. */
  public List<Long> nextKept(int most) {
    return window.stream()
        .filter(row -> row.isArticle() && !row.selected())
        .map(ArchivedRow::ordinal)
        .limit(most)
        .toList();
  }

  private void fill() {
    while (window.size() < WINDOW && all.hasNext()) {
      window.add(all.next());
    }
  }

  private @Nullable ArchivedRow inWindow(String entryName) {
    if (window.stream().noneMatch(row -> row.entryName().equals(entryName))) {
      return null;
    }
    ArchivedRow row = window.remove();
    while (!row.entryName().equals(entryName)) {
      row = window.remove();
    }
    return row;
  }

  /** Articles and rejections in the order of their places. */
  private final class Rows implements Iterator<ArchivedRow> {
    private final long end = ManifestFile.firstOrdinal(key.fileNumber() + 1);
    private final Deque<ArchivedRow> articles = new ArrayDeque<>();
    private final Deque<ArchivedRow> rejections = new ArrayDeque<>();
    private long nextArticle = ManifestFile.firstOrdinal(key.fileNumber());
    private long nextRejection = nextArticle;

    @Override
    public boolean hasNext() {
      if (articles.isEmpty() && nextArticle < end) {
        List<ArchivedRow> page = rows.articles(key.runId(), nextArticle, end);
        articles.addAll(page);
        nextArticle = ArchivedRows.behind(page, end);
      }
      if (rejections.isEmpty() && nextRejection < end) {
        List<ArchivedRow> page = rows.rejections(key.runId(), nextRejection, end);
        rejections.addAll(page);
        nextRejection = ArchivedRows.behind(page, end);
      }
      return !articles.isEmpty() || !rejections.isEmpty();
    }

    @Override
    public ArchivedRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the file has no more rows");
      }
      ArchivedRow article = articles.peek();
      ArchivedRow rejection = rejections.peek();
      boolean isArticle =
          rejection == null || (article != null && article.ordinal() < rejection.ordinal());
      return isArticle ? articles.remove() : rejections.remove();
    }
  }
}
