package io.dateline.batch.export;

import io.dateline.source.KnownFile;
import io.dateline.source.ManifestFile.LedgerKey;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Puts files together that the database can be asked for at once. A query for each file would cost
 * more than the rows do; in an archive of one large run and many small ones nearly all files stand
 * in long ranges. Not safe for use by several threads.
 */
final class FileRanges implements Iterator<FileRange> {

  /** Longest range, so that whoever waits for the end of one does not wait long. */
  static final int MAX_FILES = 1_000;

  private final Iterator<KnownFile> files;
  private @Nullable LedgerKey head;

  /** Ranges of these files, which are in manifest order. */
  FileRanges(Iterator<KnownFile> files) {
    this.files = files;
    this.head = read();
  }

  @Override
  public boolean hasNext() {
    return head != null;
  }

  @Override
  public FileRange next() {
    LedgerKey first = head;
    if (first == null) {
      throw new NoSuchElementException("the archive is at its end");
    }
    LedgerKey last = first;
    head = read();
    while (head != null
        && head.runId() == last.runId()
        && head.fileNumber() == last.fileNumber() + 1
        && head.fileNumber() - first.fileNumber() < MAX_FILES) {
      last = head;
      head = read();
    }
    return new FileRange(first.runId(), first.fileNumber(), last.fileNumber());
  }

  private @Nullable LedgerKey read() {
    return files.hasNext() ? files.next().key() : null;
  }
}
