package io.dateline.source.container;

import io.dateline.article.Capture;
import io.dateline.article.RejectionReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads tar: ustar, GNU and pax, sparse files too. Links and devices are passed over; nothing is
 * followed. A tar must end in its mark, two empty blocks: without it nobody knows whether more
 * members followed.
 */
final class TarReader implements MemberReader {

  /** Bytes between two members, at most: long names and pax records are held in memory. */
  private static final int MAX_HEADER_BYTES = 1 << 20;

  /** GNU's volume labels, pieces of files begun on another volume, old names, lists of folders. */
  private static final String OTHER_KINDS = "VMND";

  private final HeaderBytes bytes;
  private TarArchiveInputStream tar;
  private final ContainerLimits limits;
  private @Nullable TarArchiveEntry current;
  private boolean behindEndMark;
  private boolean strayTold;

  TarReader(InputStream in, ContainerLimits limits) {
    this.bytes = new HeaderBytes(in);
    this.tar = open();
    this.limits = limits;
  }

  private TarArchiveInputStream open() {
    // Latin-1 keeps every byte of a name as it is; it is decoded below. In blocks of one record
    // nothing behind the end mark is swallowed.
    return new TarArchiveInputStream(
        bytes, TarHeader.BYTES, TarHeader.BYTES, StandardCharsets.ISO_8859_1.name());
  }

  @Override
  public @Nullable Member next() throws IOException {
    if (current != null) {
      passContent(current);
      current = null;
    }
    while (true) {
      if (!behindEndMark) {
        Member member = nextOfThisTar();
        if (member != null) {
          return member;
        }
        behindEndMark = true;
        strayTold = false;
      }
      Member.Damaged stray = findAnother();
      if (stray != null || behindEndMark) {
        return stray;
      }
    }
  }

  private @Nullable Member nextOfThisTar() throws IOException {
    long offset = roundUp(bytes.position());
    bytes.beginHeader(offset + MAX_HEADER_BYTES);
    TarArchiveEntry entry = tar.getNextEntry();
    bytes.endHeader();
    if (entry == null) {
      if (!bytes.sawEndMark() || bytes.position() < offset + TarHeader.BYTES) {
        throw cut(offset);
      }
      return null;
    }
    current = entry;
    if (!entry.isCheckSumOK()) {
      throw BrokenContainerException.damaged(offset, "A tar header has a wrong checksum.");
    }
    return member(entry, offset);
  }

  /**
   * Tars are put one behind the other, and zeros fill a tape behind the last. Anything else may be
   * a tar whose first header is damaged: it is told, once, and the next header looked for.
   */
  private Member.@Nullable Damaged findAnother() throws IOException {
    while (true) {
      long offset = bytes.position();
      byte[] block = bytes.readNBytes(TarHeader.BYTES);
      if (TarHeader.isOne(block)) {
        bytes.unread(block);
        tar = open();
        behindEndMark = false;
        return null;
      }
      if (!strayTold && !isZeros(block)) {
        strayTold = true;
        return new Member.Damaged(
            "",
            offset,
            RejectionReason.CONTAINER_DAMAGED,
            "Behind the tar's end mark stands what is no header of another.");
      }
      if (block.length < TarHeader.BYTES) {
        return null;
      }
    }
  }

  private static boolean isZeros(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private Member member(TarArchiveEntry entry, long offset) throws IOException {
    String kind = passedOver(entry);
    if (kind != null) {
      return new Member.PassedOver(kind);
    }
    String name = MemberNames.decodeLatin1(entry.getName());
    if (entry.isSparse() && entry.getRealSize() > limits.documentBytes()) {
      // Its holes cost nothing and unpack to anything; no container is sparse.
      return new Member.Damaged(
          name,
          offset,
          RejectionReason.TOO_LARGE,
          entry.getRealSize() + " bytes; limits.document-bytes is " + limits.documentBytes());
    }
    if (!tar.canReadEntryData(entry)) {
      return new Member.Damaged(
          name,
          offset,
          RejectionReason.UNSUPPORTED_COMPRESSION,
          "A sparse file of a kind that is not read.");
    }
    return new Member.Content(
        name, offset, Capture.UNKNOWN, entry.getSize(), entry.getRealSize(), tar);
  }

  private static @Nullable String passedOver(TarArchiveEntry entry) {
    if (entry.isDirectory()) {
      return "directories";
    }
    if (entry.isSymbolicLink()) {
      return "symbolic links";
    }
    if (entry.isLink()) {
      return "hard links";
    }
    if (entry.isCharacterDevice() || entry.isBlockDevice()) {
      return "devices";
    }
    if (entry.isFIFO()) {
      return "pipes";
    }
    return OTHER_KINDS.indexOf(entry.getLinkFlag()) < 0 ? null : "tar records of other kinds";
  }

  private void passContent(TarArchiveEntry entry) throws IOException {
    if (entry.isSparse()) {
      return; // the library passes over it without reading its holes
    }
    byte[] buffer = new byte[8192];
    while (tar.read(buffer, 0, buffer.length) >= 0) {
      // the content is of no use, but its end is where the next header begins
    }
  }

  private static long roundUp(long position) {
    return (position + TarHeader.BYTES - 1) / TarHeader.BYTES * TarHeader.BYTES;
  }

  private static IOException cut(long offset) {
    return BrokenContainerException.damaged(
        offset, "The tar ends without its end mark: it is cut short, or more followed.");
  }

  @Override
  public boolean breaksWithItsMember() {
    return true;
  }

  @Override
  public void close() {
    // Nothing is held but the stream, which is the container's around it.
  }

  /** Counts the bytes, and lets a header have no more than it may. */
  private static final class HeaderBytes extends InputStream {

    private final InputStream in;
    private long position;
    private long limit = Long.MAX_VALUE;
    private long zeros;
    private byte[] unread = {};

    HeaderBytes(InputStream in) {
      this.in = in;
    }

    long position() {
      return position;
    }

    void beginHeader(long end) {
      limit = end;
      zeros = 0;
    }

    /** Whether the header that was read ended in a block of zeros. */
    boolean sawEndMark() {
      return zeros >= TarHeader.BYTES;
    }

    /** Gives bytes back that were read last. */
    void unread(byte[] block) {
      unread = block;
      position -= block.length;
    }

    void endHeader() {
      limit = Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
      if (wanted == 0) {
        return 0;
      }
      if (position >= limit) {
        throw BrokenContainerException.damaged(
            limit - MAX_HEADER_BYTES, "A tar header has more than " + MAX_HEADER_BYTES + " bytes.");
      }
      int most = (int) Math.min(wanted, limit - position);
      int count;
      if (unread.length > 0) {
        count = Math.min(most, unread.length);
        System.arraycopy(unread, 0, target, offset, count);
        unread = Arrays.copyOfRange(unread, count, unread.length);
      } else {
        count = in.read(target, offset, most);
      }
      if (count > 0) {
        position += count;
        if (limit < Long.MAX_VALUE) {
          countZeros(target, offset, count);
        }
      }
      return count;
    }

    private void countZeros(byte[] target, int offset, int count) {
      for (int i = offset; i < offset + count; i++) {
        zeros = target[i] == 0 ? zeros + 1 : 0;
      }
    }
  }
}
