package io.dateline.source.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a web archive that is compressed with gzip, a member for each record as the standard
 * recommends, or otherwise.
 *
 * <p>Behind a damaged member the search goes on for the next that unpacks to the start of a record.
 */
final class GzipRecordBytes implements RecordBytes {

  private static final int TRAILER_BYTES = 8;

  /** Packed bytes that are enough to see how a member begins. */
  private static final int HEAD_BYTES = 1024;

  private final PackedInput in;
  private final UnpackedBytes unpacked;
  private final Inflater inflater = new Inflater(true);
  private final GzipSearch search = new GzipSearch();
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;

  private long member;
  private long inside;
  private boolean open;
  private @Nullable String damage;

  GzipRecordBytes(PackedInput in, UnpackedBytes unpacked) {
    this.in = in;
    this.unpacked = unpacked;
    this.member = in.position();
  }

  @Override
  public int look(int wanted) throws IOException {
    while (end - at < wanted && open && damage == null) {
      inflate();
    }
    if (end == at && damage != null) {
      throw new DamagedBytesException(damage);
    }
    return end - at;
  }

  @Override
  public byte at(int index) {
    return buffer[at + index];
  }

  @Override
  public ByteBuffer ahead() {
    return ByteBuffer.wrap(buffer, at, end - at);
  }

  @Override
  public void skip(int bytes) {
    at += bytes;
    inside += bytes;
  }

  @Override
  public boolean nextPiece() throws IOException {
    close(in.position());
    // Tapes and some tools fill files up with zeros.
    while (in.look(1) > 0 && in.at(0) == 0) {
      in.skip(1);
    }
    if (in.look(1) == 0) {
      return false;
    }
    member = in.position();
    int header = headerLength();
    if (header < 0) {
      damage = "No gzip member begins here.";
      throw new DamagedBytesException(damage);
    }
    in.skip(header);
    inflater.reset();
    crc.reset();
    open = true;
    return true;
  }

  @Override
  public RecordPlace place() {
    return new RecordPlace(member, inside);
  }

  @Override
  public void recover(RecordPlace damaged) throws IOException {
    try {
      boolean behind = !place().equals(damaged) && RecordStart.isNext(this);
      if (behind || RecordStart.find(this) || damage == null) {
        return;
      }
    } catch (DamagedBytesException e) {
      // This member gives nothing more.
    }
    in.goBack(damaged.offset() + 1);
    search.find(in);
    close(in.position());
  }

  private void close(long position) {
    open = false;
    damage = null;
    at = 0;
    end = 0;
    inside = 0;
    member = position;
  }

  private int headerLength() throws IOException {
    for (int wanted = HEAD_BYTES; ; wanted *= 8) {
      int visible = in.look(wanted);
      int length = GzipHead.length(in.array(), in.from(), in.to());
      if (length >= 0 || visible < wanted || wanted >= GzipHead.MAX_BYTES) {
        return length;
      }
      if (!GzipHead.isMagic(in.array(), in.from(), in.to())) {
        return -1;
      }
    }
  }

  private void inflate() throws IOException {
    if (at > 0 && end == buffer.length) {
      System.arraycopy(buffer, at, buffer, 0, end - at);
      end -= at;
      at = 0;
    }
    if (at == end) {
      at = 0;
      end = 0;
    }
    int visible = in.look(1);
    if (visible == 0) {
      damage = "The gzip member is cut short.";
      return;
    }
    inflater.setInput(in.array(), in.from(), visible);
    long before = inflater.getBytesWritten();
    try {
      inflater.inflate(buffer, end, buffer.length - end);
    } catch (DataFormatException e) {
      damage = "The gzip member is damaged.";
    }
    // What was unpacked before the damage is there, and is told of, also when it throws.
    int length = (int) (inflater.getBytesWritten() - before);
    crc.update(buffer, end, length);
    end += length;
    in.skip(visible - inflater.getRemaining());
    if (inflater.needsDictionary()) {
      damage = "The gzip member is damaged.";
    }
    if (damage == null && inflater.finished()) {
      finish();
    }
    if (length > 0) {
      unpacked.add(length);
    }
  }

  private void finish() throws IOException {
    open = false;
    if (in.look(TRAILER_BYTES) < TRAILER_BYTES) {
      in.skip(in.look(1));
      damage = "The gzip member is cut short.";
      return;
    }
    if (number(0) != crc.getValue() || number(4) != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
      damage = "The gzip member's checksum does not fit its content.";
      return;
    }
    in.skip(TRAILER_BYTES);
  }

  private long number(int index) {
    return (in.at(index) & 0xFFL)
        | (in.at(index + 1) & 0xFFL) << 8
        | (in.at(index + 2) & 0xFFL) << 16
        | (in.at(index + 3) & 0xFFL) << 24;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    search.close();
    in.close();
  }
}
