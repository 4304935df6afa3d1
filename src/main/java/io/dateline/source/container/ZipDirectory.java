package io.dateline.source.container;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where a zip's central directory lies.
 *
 * @param start first byte of it
 * @param end byte behind it
 * @param shift bytes in front of the zip that its offsets do not count: the program of a
 *     self-extracting one, or other junk
 * @param members how many it should list, modulo 65,536 unless it is a zip64
 */
record ZipDirectory(long start, long end, long shift, long members) {

  static final int HEADER = 0x02014b50;

  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int MAX_COMMENT_BYTES = 0xFFFF;

  /** End records that are looked at; each but the first may cost reads elsewhere in the zip. */
  private static final int MAX_CANDIDATES = 64;

  private static final int LOCATOR_64 = 0x07064b50;
  private static final int LOCATOR_64_BYTES = 20;
  private static final int END_64 = 0x06064b50;
  private static final int END_64_BYTES = 56;

  /** Finds it by the record at the end of the zip, or returns null if there is none that fits. */
  static @Nullable ZipDirectory find(Window zip) throws IOException {
    int most = LOCATOR_64_BYTES + END_BYTES + MAX_COMMENT_BYTES;
    long from = Math.max(0, zip.size() - most);
    byte[] tail = zip.read(from, most);
    int candidates = 0;
    for (int i = tail.length - END_BYTES; i >= 0 && candidates < MAX_CANDIDATES; i--) {
      if (tail[i] == 'P'
          && ZipFields.u32(tail, i) == END
          && i + END_BYTES + ZipFields.u16(tail, i + 20) <= tail.length) {
        candidates++;
        ZipDirectory found = at(zip, from + i, tail, i);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static @Nullable ZipDirectory at(Window zip, long end, byte[] tail, int at)
      throws IOException {
    int locator = at - LOCATOR_64_BYTES;
    if (locator >= 0 && ZipFields.u32(tail, locator) == LOCATOR_64) {
      // Junk in front moves the record; then it lies right before its locator, as it should.
      ZipDirectory stated = wide(zip, ZipFields.u64(tail, locator + 8));
      return stated != null ? stated : wide(zip, end - LOCATOR_64_BYTES - END_64_BYTES);
    }
    return of(
        zip,
        end,
        ZipFields.u32(tail, at + 12),
        ZipFields.u32(tail, at + 16),
        ZipFields.u16(tail, at + 10));
  }

  private static @Nullable ZipDirectory wide(Window zip, long end) throws IOException {
    if (end < 0 || end > zip.size() - END_64_BYTES) {
      return null;
    }
    byte[] record = zip.read(end, END_64_BYTES);
    return ZipFields.u32(record, 0) != END_64
        ? null
        : of(
            zip,
            end,
            ZipFields.u64(record, 40),
            ZipFields.u64(record, 48),
            ZipFields.u64(record, 32));
  }

  private static @Nullable ZipDirectory of(
      Window zip, long end, long bytes, long offset, long members) throws IOException {
    if (bytes < 0 || offset < 0 || members < 0 || bytes > end || offset > end - bytes) {
      return null;
    }
    long start = end - bytes;
    boolean fits =
        bytes == 0 ? members == 0 : bytes >= 4 && ZipFields.u32(zip.read(start, 4), 0) == HEADER;
    return fits ? new ZipDirectory(start, end, start - offset, members) : null;
  }
}
