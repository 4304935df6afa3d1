package io.dateline.source.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * Reads at any place of a channel through one buffer, so that neighbouring short reads cost one
 * call. Not safe for use by several threads.
 */
final class Window {

  private static final int BYTES = 64 * 1024;

  private final SeekableByteChannel channel;
  private final long size;
  private final byte[] buffer;
  private long start;
  private int length;

  Window(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
    this.buffer = new byte[(int) Math.min(BYTES, Math.max(1, size))];
  }

  /** Bytes in the channel when the window was opened; none beyond them are read. */
  long size() {
    return size;
  }

  /** A window of its own buffer over the same channel. */
  Window another() throws IOException {
    return new Window(channel);
  }

  /** Reads up to so many bytes from this place; -1 at the end. */
  int read(long position, byte[] target, int offset, int wanted) throws IOException {
    if (position < start || position >= start + length) {
      fill(position);
      if (length == 0) {
        return -1;
      }
    }
    int from = (int) (position - start);
    int count = Math.min(wanted, length - from);
    System.arraycopy(buffer, from, target, offset, count);
    return count;
  }

  /** The bytes from this place on; fewer than wanted only at the end. */
  byte[] read(long position, int wanted) throws IOException {
    return slice(position, size).readNBytes(wanted);
  }

  private void fill(long position) throws IOException {
    start = position;
    length = 0;
    if (position < 0 || position >= size) {
      return;
    }
    ByteBuffer target = ByteBuffer.wrap(buffer, 0, (int) Math.min(buffer.length, size - position));
    channel.position(position);
    while (target.hasRemaining() && channel.read(target) >= 0) {
      // a channel may give less than asked for
    }
    length = target.position();
  }

  /** The bytes between two places, as a stream of their own. */
  Slice slice(long from, long to) {
    return new Slice(from, Math.min(to, size));
  }

  /** A part of the channel. Its place is its own: several slices may be read in turn. */
  final class Slice extends InputStream {

    private long position;
    private final long end;

    private Slice(long position, long end) {
      this.position = position;
      this.end = end;
    }

    /** Where the next byte is read, counted from the channel's start. */
    long position() {
      return position;
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
      if (position >= end) {
        return -1;
      }
      int count =
          Window.this.read(position, target, offset, (int) Math.min(wanted, end - position));
      if (count > 0) {
        position += count;
      }
      return count;
    }

    @Override
    public long skip(long wanted) {
      long count = Math.max(0, Math.min(wanted, end - position));
      position += count;
      return count;
    }

    @Override
    public int available() {
      return (int) Math.max(0, Math.min(Integer.MAX_VALUE, end - position));
    }
  }
}
