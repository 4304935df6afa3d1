package io.dateline.source.container;

/** The first block of a tar. Only its checksum tells the oldest kind, which has no magic number. */
final class TarHeader {

  static final int BYTES = 512;
  private static final int CHECKSUM_AT = 148;
  private static final int CHECKSUM_BYTES = 8;

  private TarHeader() {}

  /** Whether a tar begins so: the block adds up to the checksum it states, and is not empty. */
  static boolean isOne(byte[] head) {
    if (head.length < BYTES || head[0] == 0) {
      return false;
    }
    long stated = octal(head);
    long unsigned = 0;
    long signed = 0;
    for (int i = 0; i < BYTES; i++) {
      boolean blank = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_BYTES;
      unsigned += blank ? ' ' : head[i] & 0xFF;
      signed += blank ? ' ' : head[i];
    }
    // Some old programs added up signed bytes.
    return stated == unsigned || stated == signed;
  }

  private static long octal(byte[] head) {
    int i = CHECKSUM_AT;
    int end = CHECKSUM_AT + CHECKSUM_BYTES;
    while (i < end && head[i] == ' ') {
      i++;
    }
    long value = 0;
    int digits = 0;
    for (; i < end && head[i] >= '0' && head[i] <= '7'; i++, digits++) {
      value = value * 8 + head[i] - '0';
    }
    return digits == 0 ? -1 : value;
  }
}
