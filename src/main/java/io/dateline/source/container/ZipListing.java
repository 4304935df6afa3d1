package io.dateline.source.container;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Goes through the entries of a zip's central directory. Not safe for use by several threads. */
final class ZipListing {

  private static final int HEADER_BYTES = 46;
  private static final int MADE_ON_UNIX = 3;
  private static final int MADE_ON_MAC = 19;

  private final ZipDirectory directory;
  private final long zipBytes;
  private final Window.Slice entries;
  private final long end;

  /**
   * What the directory says of a member.
   *
   * @param member its sizes and its offset are 0 if they should stand elsewhere and do not
   * @param isPlaced whether they are there
   */
  record Listed(ZipMember member, boolean isPlaced) {}

  /** Those entries of the directory that begin in this split. */
  ZipListing(Window zip, ZipDirectory directory, Split split) throws IOException {
    this.directory = directory;
    this.zipBytes = zip.size();
    this.end = Math.min(directory.end(), split.end());
    this.entries = zip.another().slice(Math.max(directory.start(), split.start()), directory.end());
  }

  /** Where the next entry begins. */
  long position() {
    return entries.position();
  }

  /** The next entry, or null after the last. */
  @Nullable Listed next() throws IOException {
    long at = entries.position();
    if (at >= end) {
      return null;
    }
    byte[] fixed = entries.readNBytes(HEADER_BYTES);
    if (fixed.length < HEADER_BYTES || ZipFields.u32(fixed, 0) != ZipDirectory.HEADER) {
      throw damaged(at);
    }
    int nameLength = ZipFields.u16(fixed, 28);
    int extraLength = ZipFields.u16(fixed, 30);
    int commentLength = ZipFields.u16(fixed, 32);
    byte[] rest = entries.readNBytes(nameLength + extraLength);
    if (rest.length < nameLength + extraLength || entries.skip(commentLength) < commentLength) {
      throw damaged(at);
    }
    return listed(
        fixed, Arrays.copyOf(rest, nameLength), Arrays.copyOfRange(rest, nameLength, rest.length));
  }

  private Listed listed(byte[] fixed, byte[] rawName, byte[] extra) {
    long @Nullable [] numbers =
        ZipFields.widen(
            extra, ZipFields.u32(fixed, 24), ZipFields.u32(fixed, 20), ZipFields.u32(fixed, 42));
    int madeOn = ZipFields.u16(fixed, 4) >> 8;
    int mode = madeOn == MADE_ON_UNIX || madeOn == MADE_ON_MAC ? ZipFields.u16(fixed, 40) : 0;
    ZipMember member =
        new ZipMember(
            rawName,
            extra,
            ZipFields.u16(fixed, 8),
            ZipFields.u16(fixed, 10),
            ZipFields.u32(fixed, 16),
            numbers == null ? 0 : numbers[1],
            numbers == null ? 0 : numbers[0],
            numbers == null ? 0 : Math.min(numbers[2], zipBytes) + directory.shift(),
            mode);
    return new Listed(member, numbers != null);
  }

  private static IOException damaged(long at) {
    return BrokenContainerException.damaged(at, "The zip's central directory is damaged.");
  }
}
