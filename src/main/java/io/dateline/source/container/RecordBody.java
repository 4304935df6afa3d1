package io.dateline.source.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The block of one record. Its end is reported only once the record proved whole: that another
 * begins behind it, or nothing, or that the line breaks stand there that end a record, whatever
 * comes then; and that its gzip member's checksum fits.
 */
final class RecordBody extends InputStream {

  private final RecordBytes bytes;
  private final RecordEnd end;
  private long left;
  private boolean contradicted;
  private boolean ended;
  private @Nullable IOException failure;

  RecordBody(RecordBytes bytes, long length, RecordEnd end) {
    this.bytes = bytes;
    this.left = length;
    this.end = end;
  }

  /** Hears how many bytes the block holds from here on, by the HTTP header in it. */
  void expect(long length) {
    contradicted = length != left;
  }

  /** What reading failed with, null if it did not. */
  @Nullable IOException failure() {
    return failure;
  }

  /** The visible bytes of the block, none at its end; valid until the next call. */
  ByteBuffer ahead() throws IOException {
    return ahead(1);
  }

  /** The visible bytes of the block, {@code wanted} of them if its piece holds so many. */
  ByteBuffer ahead(int wanted) throws IOException {
    int visible = fill();
    if (visible < wanted && visible > 0) {
      visible = (int) Math.min(look(wanted), left);
    }
    ByteBuffer ahead = bytes.ahead();
    ahead.limit(ahead.position() + visible);
    return ahead;
  }

  /** Leaves visible bytes behind. */
  void leave(int count) {
    bytes.skip(count);
    left -= count;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int visible = fill();
    if (visible == 0) {
      return -1;
    }
    int count = Math.min(visible, length);
    bytes.ahead().get(target, offset, count);
    leave(count);
    return count;
  }

  /** Reads to the end, for the proof that the record is whole. */
  void drain() throws IOException {
    int visible;
    while ((visible = fill()) > 0) {
      leave(visible);
    }
  }

  /** Makes bytes of the block visible; returns how many are, 0 at its end. */
  private int fill() throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      while (left > 0) {
        int visible = bytes.look(1);
        if (visible > 0) {
          return (int) Math.min(visible, left);
        }
        // A record may go on in the next gzip member, but not where that begins one of its own.
        if (!bytes.nextPiece() || RecordStart.isNext(bytes)) {
          throw new DamagedBytesException(
              "The record ends " + left + " bytes before its Content-Length.");
        }
      }
      end();
      return 0;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  private int look(int wanted) throws IOException {
    try {
      return bytes.look(wanted);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  private void end() throws IOException {
    if (ended) {
      return;
    }
    ended = true;
    RecordPlace place = bytes.place();
    boolean proved = isProvedByItsEnd();
    RecordStart.skipBreaks(bytes);
    // A look at the end of a gzip member compares its checksum.
    if (bytes.look(1) > 0 && !proved && !RecordStart.isNext(bytes)) {
      throw new DamagedBytesException(
          "The record goes on behind its Content-Length, which ends at byte " + place.name() + ".");
    }
  }

  /** Pages are full of single line breaks: one is no proof if HTTP speaks of another length. */
  private boolean isProvedByItsEnd() throws IOException {
    return !(end == RecordEnd.ONE_BREAK && contradicted) && end.isNext(bytes);
  }
}
