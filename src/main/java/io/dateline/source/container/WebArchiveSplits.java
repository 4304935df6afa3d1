package io.dateline.source.container;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/** Finds records of a web archive from which on it can be read. */
final class WebArchiveSplits {

  /**
   * Bytes over which what looks like gzip members must hold. A page may be a web archive itself,
   * and its members then stand within a member of the outer one, byte for byte as far as a stored
   * block of Deflate goes: 65,535 bytes (<a href="https://www.rfc-editor.org/rfc/rfc1951">RFC
   * 1951</a>, 3.2.4). What unpacks beyond that stands in no such block.
   */
  private static final int STORED_BLOCK_BYTES = 1 << 16;

  /** Bytes of a single member that tell as much although its end is not reached. */
  private static final int MEMBER_BYTES = 1 << 20;

  /** Places that are tried for one cut; where so many are wrong the next cut is looked for. */
  private static final int TRIES = 32;

  private WebArchiveSplits() {}

  static List<Split> of(SeekableByteChannel channel, long bytes, Runnable between)
      throws IOException {
    PackedInput start = new PackedInput(channel.position(0));
    start.look(1024);
    return GzipHead.isMagic(start.array(), start.from(), start.to())
        ? gzip(channel, bytes, between)
        : plain(channel, bytes, between);
  }

  /** Looks at no more than what lies behind the places where a cut is due. */
  private static List<Split> gzip(SeekableByteChannel channel, long bytes, Runnable between)
      throws IOException {
    SplitCutter cutter = new SplitCutter(bytes);
    cutter.cut(0, 0, 0);
    long from = bytes;
    while (from < channel.size()) {
      between.run();
      long found = nextMember(channel, from);
      if (found < 0) {
        from += bytes;
      } else if (found == channel.size()) {
        break;
      } else {
        cutter.cut(found, found, 0);
        from = found + bytes;
      }
    }
    return cutter.finish(channel.size());
  }

  /** The next member that opens with a record, the file's size if none does, -1 if nobody knows. */
  private static long nextMember(SeekableByteChannel channel, long from) throws IOException {
    PackedInput in = new PackedInput(channel.position(from));
    try (GzipSearch search = new GzipSearch()) {
      for (int tries = 0; tries < TRIES; tries++) {
        if (!search.find(in)) {
          return channel.size();
        }
        long found = in.position();
        if (holds(channel, found)) {
          return found;
        }
        in = new PackedInput(channel.position(found + 1));
      }
    } catch (BrokenContainerException e) {
      // Too much looks like a member here.
    }
    return -1;
  }

  /** Whether members follow each other from there on, whole, for more than chance or a page. */
  private static boolean holds(SeekableByteChannel channel, long from) throws IOException {
    PackedInput in = new PackedInput(channel.position(from));
    GzipRecordBytes bytes = new GzipRecordBytes(in, UnpackedBytes.UNLIMITED);
    try {
      while (in.position() - from <= STORED_BLOCK_BYTES && bytes.nextPiece()) {
        int visible;
        while ((visible = bytes.look(1)) > 0) {
          bytes.skip(visible);
          if (in.position() - from > MEMBER_BYTES) {
            return true;
          }
        }
      }
      return true;
    } catch (DamagedBytesException e) {
      return false;
    } finally {
      bytes.release();
    }
  }

  /** Goes from header to header; behind damage the rest is one split. */
  private static List<Split> plain(SeekableByteChannel channel, long bytes, Runnable between)
      throws IOException {
    SplitCutter cutter = new SplitCutter(bytes);
    cutter.cut(0, 0, 0);
    WebArchives.plainStarts(
        channel,
        start -> {
          between.run();
          if (cutter.isDue(start)) {
            cutter.cut(start, start, 0);
          }
          return true;
        });
    return cutter.finish(channel.size());
  }
}
