package io.dateline.batch.extract;

import io.dateline.batch.rows.FinishedFile;
import io.dateline.batch.run.PartitionState;
import io.dateline.batch.run.ReadPosition;
import io.dateline.source.DocumentReader;
import io.dateline.source.FileEntries;
import io.dateline.source.FileEntry;
import io.dateline.source.FileSplit;
import io.dateline.source.Manifest;
import io.dateline.source.ManifestFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a partition's files, one after another, from where the last commit left them. A
 * file is opened when its first entry is asked for. Not safe for use by several threads.
 */
final class PartitionEntries implements Closeable {

  private final Path manifestFile;
  private final long files;
  private final @Nullable FileSplit split;
  private final DocumentReader reader;
  private final Manifest.Reader manifest;
  private ReadPosition position;
  private @Nullable ManifestFile file;
  private @Nullable FileEntries entries;

  private PartitionEntries(
      Path manifestFile,
      PartitionState partition,
      DocumentReader reader,
      Manifest.Reader manifest) {
    this.manifestFile = manifestFile;
    this.files = partition.files();
    this.split = partition.split();
    this.position = partition.position();
    this.reader = reader;
    this.manifest = manifest;
  }

  static PartitionEntries open(Path manifestFile, PartitionState partition, DocumentReader reader)
      throws IOException {
    Manifest.Reader manifest = Manifest.open(manifestFile, partition.manifestOffset());
    PartitionEntries opened = new PartitionEntries(manifestFile, partition, reader, manifest);
    try {
      for (long i = 0; i < partition.position().files(); i++) {
        opened.nextFile();
      }
    } catch (IOException e) {
      manifest.close();
      throw e;
    }
    return opened;
  }

  /** Up to where the entries were handed out. */
  ReadPosition position() {
    return position;
  }

  /** Place of the next entry in its file, from 0. */
  long entryNumber() {
    return position.entries() + (split == null ? 0 : split.firstEntry());
  }

  /**
   * Where the next entry lies, for a sentence.
   *
   * @param isLast whether nothing of the file is behind it
   */
  String place(boolean isLast) {
    long entry = position.entries();
    if (split != null) {
      return "entry %d, from 0, of part %d of %d of this file"
          .formatted(entry, split.number() + 1, split.of());
    }
    return isLast && entry == 0 ? "it" : "entry " + entry + " of this file, from 0";
  }

  /** The file whose entry comes next, or null behind the last. */
  @Nullable ManifestFile file() throws IOException {
    if (file == null && position.files() < files) {
      file = nextFile();
    }
    return file;
  }

  private ManifestFile nextFile() throws IOException {
    ManifestFile next = manifest.next();
    if (next == null) {
      throw new IOException("The manifest " + manifestFile + " ends too early");
    }
    return next;
  }

  private FileEntries entries() throws IOException {
    FileEntries open = entries;
    if (open == null) {
      ManifestFile of = file();
      if (of == null) {
        throw new IllegalStateException("behind the last file");
      }
      open =
          split == null
              ? reader.open(of, position.entries())
              : reader.open(of, split, position.entries());
      entries = open;
    }
    return open;
  }

  /** Bytes that the next entry will take in memory, as far as that is known before it is read. */
  long expectedBytes() throws IOException {
    return entries().expectedBytes();
  }

  /** The file's next entry, which {@link #passed} is to be told of; null behind its last. */
  @Nullable FileEntry read() throws IOException {
    return entries().next();
  }

  /** Passes over the file's next entry, which {@link #passed} is to be told of. */
  void skip() throws IOException {
    entries().skip();
  }

  /**
   * Takes note of what an entry came to.
   *
   * @param retry whether the next run is to read the file again
   * @param retryOn run date from which it would come to something else
   */
  void passed(boolean retry, @Nullable String retryOn) {
    position = position.afterEntry(retry, retryOn);
  }

  /** Whether it is known that the file has no more entries. */
  boolean hasEnded() {
    return entries != null && entries.hasEnded();
  }

  /** Leaves the file, whether it has more entries or not. */
  FinishedFile finish() throws IOException {
    ManifestFile finished = file();
    if (finished == null) {
      throw new IllegalStateException("behind the last file");
    }
    // Of a file that is left early the hash would say that all of it was read.
    String sha256 = hasEnded() ? entries().contentSha256() : "";
    FinishedFile result = new FinishedFile(finished, sha256, position.retry(), position.retryOn());
    closeFile();
    file = null;
    position = split == null ? position.afterFile() : position.afterSplit();
    return result;
  }

  private void closeFile() throws IOException {
    FileEntries open = entries;
    entries = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      closeFile();
    } finally {
      manifest.close();
    }
  }
}
