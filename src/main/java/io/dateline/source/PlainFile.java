package io.dateline.source;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is one entry. It is read when that is asked for. */
final class PlainFile implements FileEntries {

  /** Reads the file. */
  interface Content {
    Read read() throws IOException;
  }

  /**
   * What reading came to.
   *
   * @param sha256 empty if the bytes could not be read
   */
  record Read(FileEntry entry, String sha256) {}

  private final long bytes;
  private final @Nullable Closeable open;
  private final Content content;
  private boolean ended;
  private String sha256 = "";

  /**
   * A file.
   *
   * @param bytes that it takes in memory, 0 if it is not read
   * @param open what is to be closed with it
   */
  PlainFile(long bytes, @Nullable Closeable open, Content content) {
    this.bytes = bytes;
    this.open = open;
    this.content = content;
  }

  @Override
  public @Nullable FileEntry next() throws IOException {
    if (ended) {
      return null;
    }
    Read read = content.read();
    ended = true;
    sha256 = read.sha256();
    return read.entry();
  }

  @Override
  public void skip() {
    ended = true;
  }

  @Override
  public boolean hasEnded() {
    return ended;
  }

  @Override
  public long expectedBytes() {
    return ended ? 0 : bytes;
  }

  @Override
  public String contentSha256() {
    return sha256;
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
    }
  }
}
