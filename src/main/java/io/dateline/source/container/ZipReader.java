package io.dateline.source.container;

import io.dateline.article.Capture;
import io.dateline.article.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Reads a zip by its central directory, member by member, so that a million of them take no more
 * memory than one. Commons Compress' {@code ZipFile} lists them all first.
 */
final class ZipReader implements MemberReader {

  private static final int HEADER_BYTES = 46;
  private static final int MADE_ON_UNIX = 3;
  private static final int MADE_ON_MAC = 19;

  private final Window zip;
  private final ZipDirectory directory;
  private final Window.Slice entries;
  private final ContainerLimits limits;
  private final CoveredRanges covered;
  private final Inflater inflater = new Inflater(true);
  private long members;

  ZipReader(Window zip, ZipDirectory directory, ContainerLimits limits) throws IOException {
    this.zip = zip;
    this.directory = directory;
    this.entries = zip.another().slice(directory.start(), directory.end());
    this.limits = limits;
    this.covered = new CoveredRanges(zip.size());
  }

  @Override
  public @Nullable Member next() throws IOException {
    long at = entries.position();
    if (at == directory.end()) {
      if ((members & 0xFFFF) != (directory.members() & 0xFFFF)) {
        throw BrokenContainerException.damaged(
            at,
            "The zip says it has " + directory.members() + " members, and lists " + members + ".");
      }
      return null;
    }
    byte[] fixed = entries.readNBytes(HEADER_BYTES);
    if (fixed.length < HEADER_BYTES || ZipFields.u32(fixed, 0) != ZipDirectory.HEADER) {
      throw damagedDirectory(at);
    }
    int nameLength = ZipFields.u16(fixed, 28);
    int extraLength = ZipFields.u16(fixed, 30);
    int commentLength = ZipFields.u16(fixed, 32);
    byte[] rest = entries.readNBytes(nameLength + extraLength);
    if (rest.length < nameLength + extraLength || entries.skip(commentLength) < commentLength) {
      throw damagedDirectory(at);
    }
    members++;
    return member(fixed, Arrays.copyOf(rest, nameLength), extra(rest, nameLength));
  }

  private Member member(byte[] fixed, byte[] rawName, byte[] extra) throws IOException {
    long[] numbers =
        ZipFields.widen(
            extra, ZipFields.u32(fixed, 24), ZipFields.u32(fixed, 20), ZipFields.u32(fixed, 42));
    int madeOn = ZipFields.u16(fixed, 4) >> 8;
    int mode = madeOn == MADE_ON_UNIX || madeOn == MADE_ON_MAC ? ZipFields.u16(fixed, 40) : 0;
    long shift = directory.shift();
    ZipMember member =
        new ZipMember(
            rawName,
            extra,
            ZipFields.u16(fixed, 8),
            ZipFields.u16(fixed, 10),
            ZipFields.u32(fixed, 16),
            numbers == null ? 0 : numbers[1],
            numbers == null ? 0 : numbers[0],
            numbers == null ? 0 : Math.min(numbers[2], zip.size()) + shift,
            mode);
    String kind = member.passedOver();
    if (kind != null) {
      return new Member.PassedOver(kind);
    }
    if (numbers == null) {
      return new Member.Damaged(
          member.name(),
          null,
          RejectionReason.MEMBER_DAMAGED,
          "Its sizes should stand in a zip64 field, and do not.");
    }
    Member.Damaged unreadable = member.unreadable();
    return unreadable != null ? unreadable : content(member);
  }

  private Member content(ZipMember member) throws IOException {
    LocalHeader local = LocalHeader.read(zip, member.offset());
    if (local == null) {
      return damaged(member, "No member begins where the zip says.");
    }
    if (!Arrays.equals(local.member().rawName(), member.rawName())
        || local.member().method() != member.method()) {
      return damaged(member, "Its own header and the zip's directory name different things.");
    }
    // Members may lie behind the directory only if it was moved; then nothing tells their end.
    long room = Math.max(0, directory.start() - local.dataAt());
    if (member.packedBytes() > room
        || (member.method() == ZipMethod.STORED
            && member.packedBytes() != member.unpackedBytes())) {
      return damaged(member, "Its size cannot be what the zip says.");
    }
    long end = local.dataAt() + member.packedBytes();
    if (!covered.take(member.offset(), end)) {
      return damaged(member, "It overlaps another member.");
    }
    InputStream packed = zip.slice(local.dataAt(), end);
    return new Member.Content(
        member.name(),
        member.offset(),
        Capture.UNKNOWN,
        member.packedBytes(),
        member.unpackedBytes(),
        new VerifiedStream(
            new LateStream(() -> ZipMethod.unpack(member.method(), packed, inflater, limits)),
            member.unpackedBytes(),
            (bytes, crc) -> bytes == member.unpackedBytes() && crc == member.crc()));
  }

  private static Member damaged(ZipMember member, String message) {
    return member.damaged(RejectionReason.MEMBER_DAMAGED, message);
  }

  private static byte[] extra(byte[] rest, int nameLength) {
    return Arrays.copyOfRange(rest, nameLength, rest.length);
  }

  private static IOException damagedDirectory(long at) {
    return BrokenContainerException.damaged(at, "The zip's central directory is damaged.");
  }

  @Override
  public void close() {
    inflater.end();
  }
}
