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

  private final Window zip;
  private final ZipDirectory directory;
  private final ZipListing listing;

  /** Null in a part of a zip: a WACZ is read as a whole. */
  private final @Nullable Wacz wacz;

  private final boolean isWhole;
  private final ContainerLimits limits;
  private final CoveredRanges covered;
  private final Inflater inflater = new Inflater(true);
  private long members;

  ZipReader(Window zip, ZipDirectory directory, Split split, ContainerLimits limits)
      throws IOException {
    this.zip = zip;
    this.directory = directory;
    this.listing = new ZipListing(zip, directory, split);
    this.wacz = split.isWhole() ? new Wacz(zip, directory) : null;
    this.isWhole = split.isWhole();
    this.limits = limits;
    this.covered = new CoveredRanges(zip.size());
  }

  @Override
  public @Nullable Member next() throws IOException {
    long at = listing.position();
    ZipListing.Listed listed = listing.next();
    if (listed == null) {
      if (isWhole && (members & 0xFFFF) != (directory.members() & 0xFFFF)) {
        throw BrokenContainerException.damaged(
            at,
            "The zip says it has " + directory.members() + " members, and lists " + members + ".");
      }
      return null;
    }
    members++;
    ZipMember member = listed.member();
    String kind = member.passedOver();
    if (kind == null && wacz != null) {
      kind = wacz.passedOver(member);
    }
    if (kind != null) {
      return new Member.PassedOver(kind);
    }
    if (!listed.isPlaced()) {
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

  @Override
  public void close() {
    inflater.end();
  }
}
