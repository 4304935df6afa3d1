package io.dateline.source.container;

import io.dateline.article.Capture;
import io.dateline.article.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * What lies at one place of a file: a document, a piece that is none and should have been one, or a
 * piece that never was meant to be one.
 */
public sealed interface ContainerEntry {

  /**
   * A document.
   *
   * @param name the whole {@code entry_name}, encoded as it stands in the tables: the names of the
   *     containers around it and its own, joined by {@code !/}; unique in the file; empty for a
   *     file that is merely compressed
   * @param content its bytes; given away, not copied
   * @param capture how it was fetched, as far as the container says
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Document(String name, byte[] content, Capture capture) implements ContainerEntry {}

  /**
   * A piece that cannot be read.
   *
   * @param name as of a document; of a container that broke, its own name, which is empty for the
   *     file itself
   * @param byteOffset where it begins or broke: bytes into the container around it, or into the
   *     container that broke; null where nobody knows
   * @param message one sentence for a person, without text of a document
   * @param sizeBytes its size unpacked, null if unknown
   */
  record Rejected(
      String name,
      @Nullable Long byteOffset,
      RejectionReason reason,
      String message,
      @Nullable Long sizeBytes)
      implements ContainerEntry {}

  /**
   * A piece that is no document and was never meant to be one.
   *
   * @param kind what it is, in the plural: {@code directories}, {@code symbolic links}
   */
  record PassedOver(String kind) implements ContainerEntry {}
}
