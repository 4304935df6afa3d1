package io.dateline.batch.export;

import io.dateline.batch.run.JoinedFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of an archive while they are written, in one format or another. */
interface ArchiveTables extends Closeable {

  /**
   * Appends articles of one run.
   *
   * @return how many bytes each came to in a CSV file; in another format nothing that counts
   */
  long[] articles(PublishedArticles of, List<ArticlePlace> places) throws IOException;

  /** Appends a quote, its cells as the database has them. */
  void quote(@Nullable Object[] cells) throws IOException;

  /** Appends a rejection likewise; only where there is a file of them. */
  void rejection(@Nullable Object[] cells) throws IOException;

  /** Forces all files to the disk and says what they hold, by their names. */
  Map<String, JoinedFile> finish() throws IOException;

  /** Texts that were cut so far. */
  default long cut() {
    return 0;
  }
}
