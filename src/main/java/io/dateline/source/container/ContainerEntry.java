package io.dateline.source.container;

import io.dateline.article.Capture;
import io.dateline.article.RejectionReason;
import org.jspecify.annotations.Nullable;

/** One entry of a container, whatever containers lie in it. */
public sealed interface ContainerEntry {

  /**
   * A document.
   *
   * @param name its place in the file, those of nested containers joined by {@code !/}; unique in
   *     the file and not yet encoded; empty for what is merely compressed
   * @param content its bytes, given away
   * @param capture how it was fetched, as far as the container says
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Document(String name, byte[] content, Capture capture) implements ContainerEntry {}

  /**
   * A piece that gives no document, and why.
   *
   * @param byteOffset where it begins in the file, null if nobody knows
   * @param message what is wrong, one sentence, no content
   * @param sizeBytes its size, null if unknown
   */
  record Rejected(
      String name,
      @Nullable Long byteOffset,
      RejectionReason reason,
      String message,
      @Nullable Long sizeBytes)
      implements ContainerEntry {}

  /** A piece that is no document and was never meant to be one; the kind is in the plural. */
  record PassedOver(String kind) implements ContainerEntry {}
}
