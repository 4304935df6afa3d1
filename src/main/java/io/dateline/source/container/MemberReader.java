package io.dateline.source.container;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one container in the order in which they lie in it. Not safe for use by
 * several threads.
 */
interface MemberReader extends Closeable {

  /**
   * The next member, or null after the last. Leaves unread what is unread of the one before.
   *
   * @throws IOException if the container is damaged so that nothing behind this place can be read,
   *     or if its bytes cannot be had: {@link PackedBytesException} tells the second from the first
   */
  @Nullable Member next() throws IOException;

  /**
   * Whether nothing behind a damaged member can be found, because each begins where the one before
   * ends. Then a member's content is always read to its end, and if it is damaged so is the
   * container.
   */
  default boolean breaksWithItsMember() {
    return false;
  }
}
