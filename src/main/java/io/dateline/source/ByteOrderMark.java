package io.dateline.source;

import org.jspecify.annotations.Nullable;

/**
 * A byte order mark that opens a document.
 *
 * @param length its bytes, which are no part of the text
 */
record ByteOrderMark(TextCharset charset, int length) {

  /** The mark that {@code bytes} begin with, or null. */
  static @Nullable ByteOrderMark of(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return new ByteOrderMark(TextCharset.UTF_8, 3);
    }
    if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
      return new ByteOrderMark(TextCharset.UTF_32BE, 4);
    }
    // UTF-16LE text that opens with a NUL has the same four bytes; no text does.
    if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
      return new ByteOrderMark(TextCharset.UTF_32LE, 4);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return new ByteOrderMark(TextCharset.UTF_16LE, 2);
    }
    return starts(bytes, 0xFE, 0xFF) ? new ByteOrderMark(TextCharset.UTF_16BE, 2) : null;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
