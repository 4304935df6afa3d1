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
