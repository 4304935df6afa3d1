package io.dateline.source.container;

import java.io.IOException;

/**
 * Hears how many bytes a reader unpacks, also of what it skips: whoever limits them throws from
 * here, and the reader lets the exception through.
 */
interface UnpackedBytes {

  /** Limits nothing. */
  UnpackedBytes UNLIMITED = bytes -> {};

  /** Hears that so many bytes more were unpacked. */
  void add(long bytes) throws IOException;
}
