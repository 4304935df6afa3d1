package io.dateline.source.container;

import io.dateline.article.Capture;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is left of a zip whose end, and with it the central directory, is missing: member
 * after member by what stands before each. It always ends in an exception, at the byte where no
 * further member was found.
 */
final class CutZipReader implements MemberReader {

  private static final int DESCRIPTOR = 0x08074b50;
  private static final int DESCRIPTOR_BYTES = 12;
  private static final int DESCRIPTOR_64_BYTES = 20;

  private final Window zip;
  private final ContainerLimits limits;
  private final Inflater inflater = new Inflater(true);
  private long next;
  private @Nullable LocalHeader open;

  CutZipReader(Window zip, ContainerLimits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  @Override
  public Member next() throws IOException {
    if (open != null) {
      // Its content was read to the end, or there would be no next.
      next = open.dataAt() + inflater.getBytesRead();
      next += descriptorBytes(next, inflater.getBytesWritten());
      open = null;
    }
    LocalHeader header = LocalHeader.read(zip, next);
    if (header == null) {
      throw missing(next);
    }
    ZipMember member = header.member();
    if (isNothing(member)) {
      throw missing(next);
    }
    if (member.hasDescriptor() && member.packedBytes() == 0) {
      long behind = behindEmpty(header);
      if (behind >= 0) {
        next = behind;
        String kind = member.passedOver();
        return kind != null
            ? new Member.PassedOver(kind)
            : content(member, InputStream.nullInputStream(), 0);
      }
      if (member.method() != ZipMethod.DEFLATED || member.isEncrypted()) {
        throw missing(next);
      }
      open = header;
      return content(member, zip.slice(header.dataAt(), zip.size()), Long.MAX_VALUE);
    }
    next = header.dataAt() + member.packedBytes();
    if (next < header.dataAt()) {
      throw missing(member.offset());
    }
    String kind = member.passedOver();
    if (kind != null) {
      return new Member.PassedOver(kind);
    }
    Member.Damaged unreadable = member.unreadable();
    return unreadable != null
        ? unreadable
        : content(member, zip.slice(header.dataAt(), next), member.unpackedBytes());
  }

  /** A signature and zeros are no member: whatever else the file is, there is no document in it. */
  private static boolean isNothing(ZipMember member) {
    return member.rawName().length == 0 && member.packedBytes() == 0 && !member.hasDescriptor();
  }

  /**
   * Where the next member begins behind a stored one without content, -1 if it may have some. Its
   * descriptor is all zeros, or missing behind a folder; then a header must follow, or the end.
   */
  private long behindEmpty(LocalHeader header) throws IOException {
    ZipMember member = header.member();
    if (member.method() != ZipMethod.STORED || member.isEncrypted()) {
      return -1;
    }
    if (member.passedOver() != null && isHeader(header.dataAt())) {
      return header.dataAt();
    }
    for (int signature : new int[] {4, 0}) {
      for (int length : new int[] {DESCRIPTOR_BYTES, DESCRIPTOR_64_BYTES}) {
        long end = header.dataAt() + signature + length;
        if (isEmptyDescriptor(header.dataAt(), signature, length)
            && (end == zip.size() || isHeader(end))) {
          return end;
        }
      }
    }
    return -1;
  }

  private boolean isEmptyDescriptor(long at, int signature, int length) throws IOException {
    byte[] bytes = zip.read(at, signature + length);
    if (bytes.length < signature + length
        || (signature > 0 && ZipFields.u32(bytes, 0) != DESCRIPTOR)) {
      return false;
    }
    for (int i = signature; i < bytes.length; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isHeader(long at) throws IOException {
    byte[] bytes = zip.read(at, 4);
    if (bytes.length < 4) {
      return false;
    }
    long signature = ZipFields.u32(bytes, 0);
    return signature == LocalHeader.SIGNATURE || signature == ZipDirectory.HEADER;
  }

  private Member content(ZipMember member, InputStream packed, long mostBytes) {
    boolean stated = open == null;
    return new Member.Content(
        member.name(),
        member.offset(),
        Capture.UNKNOWN,
        stated ? member.packedBytes() : -1,
        stated ? member.unpackedBytes() : -1,
        new VerifiedStream(
            new LateStream(() -> ZipMethod.unpack(member.method(), packed, inflater, limits)),
            mostBytes,
            stated
                ? (bytes, crc) -> bytes == member.unpackedBytes() && crc == member.crc()
                : (bytes, crc) -> descriptorFits(crc)));
  }

  private boolean descriptorFits(long crc) throws IOException {
    if (open == null) {
      return false;
    }
    long at = open.dataAt() + inflater.getBytesRead();
    byte[] bytes = zip.read(at, 8);
    if (bytes.length < 8) {
      return false;
    }
    return crc == ZipFields.u32(bytes, ZipFields.u32(bytes, 0) == DESCRIPTOR ? 4 : 0);
  }

  /** The descriptor's length: with or without signature, sizes of 32 or 64 bits. */
  private int descriptorBytes(long at, long unpacked) throws IOException {
    byte[] bytes = zip.read(at, DESCRIPTOR_64_BYTES + 4);
    int signature = bytes.length >= 4 && ZipFields.u32(bytes, 0) == DESCRIPTOR ? 4 : 0;
    boolean narrow =
        bytes.length >= signature + DESCRIPTOR_BYTES
            && ZipFields.u32(bytes, signature + 8) == (unpacked & 0xFFFF_FFFFL)
            && ZipFields.u32(bytes, signature + 4) != 0;
    return signature + (narrow ? DESCRIPTOR_BYTES : DESCRIPTOR_64_BYTES);
  }

  private static IOException missing(long at) {
    return BrokenContainerException.damaged(
        at, "The zip has no central directory: its end is missing or damaged.");
  }

  @Override
  public boolean breaksWithItsMember() {
    // A size that is stated tells where the next begins, unless the zip ends before that.
    return open != null || next > zip.size();
  }

  @Override
  public void close() {
    inflater.end();
  }
}
