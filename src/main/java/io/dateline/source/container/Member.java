package io.dateline.source.container;

import io.dateline.article.Capture;
import io.dateline.article.RejectionReason;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What a container holds at one place, as its format's reader meets it. */
sealed interface Member {

  /**
   * A member with content, which may be a container itself.
   *
   * @param name its place in the container, as found: neither encoded nor unique; of records, empty
   *     if it is all that the container holds
   * @param byteOffset where it begins in the container's own bytes, null if nobody knows
   * @param capture how it was fetched, as far as the container says
   * @param packedBytes bytes it takes in the container, -1 if not known before it is read
   * @param unpackedBytes bytes of {@code content}, which then ends with an exception if it has
   *     others; -1 if not known before it is read
   * @param content its bytes, unpacked; readable until the next member is asked for, and not to be
   *     closed. A damaged member throws from here; whether anything follows it, the reader's next
   *     call tells
   */
  record Content(
      String name,
      @Nullable Long byteOffset,
      Capture capture,
      long packedBytes,
      long unpackedBytes,
      InputStream content)
      implements Member {

    /** A member of which nobody knows how long it is. */
    Content(
        String name,
        @Nullable Long byteOffset,
        Capture capture,
        long packedBytes,
        InputStream content) {
      this(name, byteOffset, capture, packedBytes, -1, content);
    }
  }

  /**
   * A piece that cannot be read. The reader goes on behind it if it can.
   *
   * @param name its place in the container, as far as it is known; empty for the container itself
   * @param byteOffset where it begins in the container's own bytes
   * @param message what is wrong, one sentence, no content
   */
  record Damaged(String name, @Nullable Long byteOffset, RejectionReason reason, String message)
      implements Member {}

  /**
   * A piece that is no document and was never meant to be one.
   *
   * @param kind what it is, in the plural and the format's own word: {@code directories}, {@code
   *     warc request records}
   */
  record PassedOver(String kind) implements Member {}
}
