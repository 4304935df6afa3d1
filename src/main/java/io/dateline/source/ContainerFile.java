package io.dateline.source;

import io.dateline.article.EntryId;
import io.dateline.article.RawDocument;
import io.dateline.article.Rejection;
import io.dateline.article.RejectionReason;
import io.dateline.article.Unreadable;
import io.dateline.source.container.ContainerEntries;
import io.dateline.source.container.ContainerEntry;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that holds entries. If it is not what was planned when they end, or its bytes cannot be
 * had any more, that is one entry more and the last.
 */
final class ContainerFile implements FileEntries {

  private final ManifestFile file;
  private final Path path;
  private final InputFiles files;
  private final ContainerEntries entries;
  private String sha256;
  private long number;
  private long unskipped;
  private @Nullable IOException broken;
  private boolean ended;

  /**
   * A container.
   *
   * @param sha256 of its bytes
   * @param number in the file, of the first entry that is handed out
   * @param passedOver how many of {@code entries} are passed over
   */
  ContainerFile(
      ManifestFile file,
      Path path,
      InputFiles files,
      String sha256,
      ContainerEntries entries,
      long number,
      long passedOver) {
    this.file = file;
    this.path = path;
    this.files = files;
    this.sha256 = sha256;
    this.entries = entries;
    this.number = number;
    this.unskipped = passedOver;
  }

  @Override
  public @Nullable FileEntry next() throws IOException {
    if (ended) {
      return null;
    }
    try {
      if (broken != null) {
        throw broken;
      }
      passOver();
      ContainerEntry entry = entries.next();
      if (entry == null) {
        return end();
      }
      FileEntry found = entryOf(entry);
      number++;
      return found;
    } catch (IOException e) {
      return last(files.failure(file, number, e));
    } catch (RuntimeException | StackOverflowError e) {
      return last(defect(file, number, e));
    }
  }

  /**
   * Bytes that nobody foresaw met a defect of a format's reader. The archive goes on without them.
   */
  static FileEntry defect(ManifestFile file, long entry, Throwable defect) {
    return InputFiles.rejection(
        file,
        entry,
        RejectionReason.CONTAINER_DAMAGED,
        "Reading failed here: " + defect.getClass().getSimpleName() + ".");
  }

  private void passOver() throws IOException {
    if (unskipped > 0) {
      entries.skip(unskipped);
      unskipped = 0;
    }
  }

  private @Nullable FileEntry end() throws IOException {
    if (!InputFiles.isAsPlanned(file, path)) {
      return last(files.changed(file, number));
    }
    ended = true;
    return null;
  }

  private FileEntry last(FileEntry entry) {
    ended = true;
    sha256 = "";
    return entry;
  }

  private FileEntry entryOf(ContainerEntry entry) {
    long ordinal = file.ordinal(number);
    if (entry instanceof ContainerEntry.Document document) {
      return new FileEntry.Item(
          new RawDocument(ordinal, id(document.name()), document.content(), document.capture()));
    }
    if (entry instanceof ContainerEntry.Rejected rejected) {
      return new FileEntry.Item(
          new Unreadable(
              ordinal,
              new Rejection(
                  id(rejected.name()),
                  rejected.byteOffset(),
                  rejected.reason(),
                  rejected.message(),
                  rejected.sizeBytes())));
    }
    return new FileEntry.PassedOver(((ContainerEntry.PassedOver) entry).kind());
  }

  private EntryId id(String name) {
    return new EntryId(file.collection(), file.sourcePath(), name);
  }

  @Override
  public void skip() {
    unskipped++;
    number++;
    try {
      passOver();
    } catch (IOException e) {
      // It is what comes next.
      broken = e;
    } catch (RuntimeException | StackOverflowError e) {
      broken = new IOException("the entry could not be passed over", e);
    }
  }

  @Override
  public boolean hasEnded() {
    return ended;
  }

  @Override
  public long expectedBytes() {
    return 0;
  }

  @Override
  public String contentSha256() {
    return sha256;
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }
}
