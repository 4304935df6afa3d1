package io.dateline.source.container;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The little-endian numbers and extra fields of a zip's headers. */
final class ZipFields {

  private static final int ZIP64 = 1;

  /** Stands for a number that has its place in the zip64 field. */
  static final long IN_ZIP64 = 0xFFFF_FFFFL;

  private ZipFields() {}

  static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }

  static long u32(byte[] bytes, int at) {
    return u16(bytes, at) | (long) u16(bytes, at + 2) << 16;
  }

  /** A number of 64 bits; one above the largest long is negative. */
  static long u64(byte[] bytes, int at) {
    return u32(bytes, at) | u32(bytes, at + 4) << 32;
  }

  /** The content of the first extra field of this kind, or null if there is none whole. */
  static byte @Nullable [] find(byte[] extra, int kind) {
    int at = 0;
    while (at + 4 <= extra.length) {
      int from = at + 4;
      int length = u16(extra, at + 2);
      if (from + length > extra.length) {
        return null;
      }
      if (u16(extra, at) == kind) {
        return Arrays.copyOfRange(extra, from, from + length);
      }
      at = from + length;
    }
    return null;
  }

  /**
   * Numbers of which some stand in the zip64 field, in this order and only those.
   *
   * @return null if one is missing or too large
   */
  static long @Nullable [] widen(byte[] extra, long... numbers) {
    byte[] field = null;
    int at = 0;
    long[] widened = numbers.clone();
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] == IN_ZIP64) {
        if (field == null) {
          field = find(extra, ZIP64);
        }
        if (field == null || at + 8 > field.length) {
          return null;
        }
        widened[i] = u64(field, at);
        at += 8;
        if (widened[i] < 0) {
          return null;
        }
      }
    }
    return widened;
  }
}
