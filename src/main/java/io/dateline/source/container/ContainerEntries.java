package io.dateline.source.container;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The entries of a file in their order. Not safe for use by several threads. */
public interface ContainerEntries extends Closeable {

  /**
   * The next entry, or null after the last. Damage is an entry and no exception.
   *
   * @throws PackedBytesException if the file's bytes cannot be had
   */
  @Nullable ContainerEntry next() throws IOException;

  /** Passes over so many entries of whatever kind, reading as little as the format allows. */
  void skip(long entries) throws IOException;
}
