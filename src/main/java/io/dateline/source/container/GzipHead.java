package io.dateline.source.container;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The header of a gzip member, RFC 1952. */
final class GzipHead {

  /** Longest header that is read; only a member's original name has no bound of its own. */
  static final int MAX_BYTES = 1 << 16;

  private static final int FIXED_BYTES = 10;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private GzipHead() {}

  /** Whether the three bytes that every member begins with stand there. */
  static boolean isMagic(byte[] bytes, int at, int end) {
    return end - at >= FIXED_BYTES
        && bytes[at] == 0x1F
        && (bytes[at + 1] & 0xFF) == 0x8B
        && bytes[at + 2] == 8
        && (bytes[at + 3] & RESERVED) == 0;
  }

  /** Length of the header that begins at {@code at}, -1 if it is no header or does not end. */
  static int length(byte[] bytes, int at, int end) {
    if (!isMagic(bytes, at, end)) {
      return -1;
    }
    int flags = bytes[at + 3];
    int next = at + FIXED_BYTES;
    if ((flags & EXTRA) != 0) {
      if (next + 2 > end) {
        return -1;
      }
      next += 2 + (bytes[next] & 0xFF) + ((bytes[next + 1] & 0xFF) << 8);
    }
    if ((flags & NAME) != 0) {
      next = afterNul(bytes, next, end);
    }
    if ((flags & COMMENT) != 0) {
      next = afterNul(bytes, next, end);
    }
    if ((flags & HEADER_CRC) != 0) {
      next += 2;
    }
    return next > end ? -1 : next - at;
  }

  /** Unpacks the first of the bytes behind a header; returns how many, 0 where they are damaged. */
  static int unpack(Inflater inflater, byte[] bytes, int from, int end, byte[] unpacked) {
    inflater.reset();
    inflater.setInput(bytes, from, end - from);
    try {
      int total = 0;
      int read;
      while (total < unpacked.length
          && (read = inflater.inflate(unpacked, total, unpacked.length - total)) > 0) {
        total += read;
      }
      return total;
    } catch (DataFormatException e) {
      return 0;
    }
  }

  private static int afterNul(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] != 0) {
      at++;
    }
    return at + 1;
  }
}
