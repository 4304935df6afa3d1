package io.dateline.source.container;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What one file holds, containers inside it opened in their turn: documents, rejections and what
 * was passed over, always in the same order and under the same names. Not safe for use by several
 * threads.
 */
public interface ContainerEntries extends Closeable {

  /**
   * The next entry, or null after the last. Damage is an entry, never an exception.
   *
   * @throws PackedBytesException if the disk failed, of the file or of the temporary folder
   */
  @Nullable ContainerEntry next() throws IOException;

  /**
   * Passes over entries, whatever they are, as though each had been asked for. A zip's members are
   * not unpacked for it; of what can only be read from its start all is read.
   *
   * @param entries how many; going beyond the last is no error
   * @throws PackedBytesException as {@link #next()}
   */
  void skip(long entries) throws IOException;
}
