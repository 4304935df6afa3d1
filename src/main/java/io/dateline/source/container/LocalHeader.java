package io.dateline.source.container;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a zip before the data of a member.
 *
 * @param member what it says
 * @param dataAt where the data begins
 */
record LocalHeader(ZipMember member, long dataAt) {

  static final int SIGNATURE = 0x04034b50;
  static final int BYTES = 30;

  /** Reads one, or returns null if none stands here whole. */
  static @Nullable LocalHeader read(Window zip, long at) throws IOException {
    if (at < 0 || at > zip.size() - BYTES) {
      return null;
    }
    byte[] fixed = zip.read(at, BYTES);
    if (ZipFields.u32(fixed, 0) != SIGNATURE) {
      return null;
    }
    int nameLength = ZipFields.u16(fixed, 26);
    int extraLength = ZipFields.u16(fixed, 28);
    byte[] rest = zip.read(at + BYTES, nameLength + extraLength);
    if (rest.length < nameLength + extraLength) {
      return null;
    }
    byte[] extra = Arrays.copyOfRange(rest, nameLength, rest.length);
    long unpacked = ZipFields.u32(fixed, 22);
    long packed = ZipFields.u32(fixed, 18);
    long[] sizes = ZipFields.widen(extra, unpacked, packed);
    return new LocalHeader(
        new ZipMember(
            Arrays.copyOf(rest, nameLength),
            extra,
            ZipFields.u16(fixed, 6),
            ZipFields.u16(fixed, 8),
            ZipFields.u32(fixed, 14),
            sizes == null ? packed : sizes[1],
            sizes == null ? unpacked : sizes[0],
            at,
            0),
        at + BYTES + rest.length);
  }
}
