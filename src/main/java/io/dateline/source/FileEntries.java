package io.dateline.source;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one file of the manifest: one of a plain file, any number of a container. Whatever
 * is wrong with the file is an entry as well.
 *
 * <p>Not safe for use by several threads.
 */
public interface FileEntries extends Closeable {

  /**
   * The next entry, or null after the last.
   *
   * @throws MissingInputException if the input root itself is gone
   * @throws IOException if no file could be read just now, whichever it was
   */
  @Nullable FileEntry next() throws IOException;

  /** Passes over the next entry, reading as little of it as the format allows. */
  void skip();

  /** Whether it is known that no entry follows. */
  boolean hasEnded();

  /** Bytes that the next entry will take in memory, as far as that is known before it is read. */
  long expectedBytes();

  /** 64 hex digits over the file's bytes, once it has ended; empty if they are not known. */
  String contentSha256();
}
