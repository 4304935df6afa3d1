package io.dateline.source.container;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a zip between the entries of its central directory. One whose members overlap, bear the same
 * name twice or unpack to more than they may, and a WACZ, is read as a whole: what to say of a
 * member then depends on others.
 */
final class ZipSplits {

  private static final int ENTRIES_BETWEEN = 10_000;

  /** Eight bytes of memory for each, while the run is planned. */
  private static final int MAX_MEMBERS = 20_000_000;

  private ZipSplits() {}

  static List<Split> of(
      SeekableByteChannel channel, ContainerLimits limits, long bytes, Runnable between)
      throws IOException {
    Window zip = new Window(channel);
    ZipDirectory directory = ZipDirectory.find(zip);
    if (directory == null) {
      return List.of();
    }
    long most = Math.min(limits.members(), MAX_MEMBERS);
    long listed = count(zip, directory, most, between);
    // A short zip states how many it lists modulo 65,536 only.
    if (listed > most || (listed & 0xFFFF) != (directory.members() & 0xFFFF)) {
      return List.of();
    }
    return cut(zip, directory, (int) listed, limits, bytes, between);
  }

  private static long count(Window zip, ZipDirectory directory, long most, Runnable between)
      throws IOException {
    ZipListing listing = new ZipListing(zip, directory, Split.WHOLE);
    long listed = 0;
    while (listed <= most && listing.next() != null) {
      if (++listed % ENTRIES_BETWEEN == 0) {
        between.run();
      }
    }
    return listed;
  }

  private static List<Split> cut(
      Window zip,
      ZipDirectory directory,
      int members,
      ContainerLimits limits,
      long bytes,
      Runnable between)
      throws IOException {
    ZipListing listing = new ZipListing(zip, directory, Split.WHOLE);
    CoveredRanges covered = new CoveredRanges(zip.size());
    SplitCutter cutter = new SplitCutter(bytes);
    MemberNames names = new MemberNames();
    Budget budget = new Budget(null, zip.size(), limits);
    boolean mayBeWacz = false;
    long[] hashes = new long[members];
    int named = 0;
    long packed = 0;
    for (int i = 0; i < members; i++) {
      long at = listing.position();
      if (i == 0 || cutter.isDue(packed)) {
        cutter.cut(at, packed, i);
      }
      ZipListing.Listed listed = listing.next();
      if (listed == null) {
        return List.of();
      }
      ZipMember member = listed.member();
      packed += LocalHeader.BYTES + member.rawName().length;
      if (member.passedOver() == null) {
        mayBeWacz |= Clutter.kindInWacz(member.name()) != null;
        hashes[named++] = names.hash(MemberNames.encode(member.name(), limits.nameLength()));
        long end =
            member.offset() + LocalHeader.BYTES + member.rawName().length + member.packedBytes();
        if (!listed.isPlaced()
            || member.packedBytes() > zip.size()
            || !covered.take(member.offset(), end)) {
          return List.of();
        }
        budget.spend(Math.min(member.unpackedBytes(), limits.documentBytes() + 1));
        packed += member.packedBytes();
      }
      if (i % ENTRIES_BETWEEN == 0) {
        between.run();
      }
    }
    if (!areDistinct(hashes, named) || (mayBeWacz && new Wacz(zip, directory).isOne())) {
      return List.of();
    }
    return cutter.finish(packed);
  }

  private static boolean areDistinct(long[] hashes, int count) {
    Arrays.sort(hashes, 0, count);
    for (int i = 1; i < count; i++) {
      if (hashes[i] == hashes[i - 1]) {
        return false;
      }
    }
    return true;
  }
}
