package io.dateline.source.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a container as they lie on the disk, with a look ahead and a way back: behind damage
 * a reader searches again what it took for the damaged piece. In a file the way back is free, in a
 * stream it ends after {@value #WINDOW} bytes.
 *
 * <p>Exceptions of the bytes' origin pass through unchanged.
 */
final class PackedInput implements Closeable {

  /** Bytes behind the current place that stay at hand. */
  static final int WINDOW = 1 << 18;

  private static final int FIRST_SIZE = 1 << 15;
  private static final int FULL_SIZE = 3 * WINDOW;

  /** Bytes that may be read a second time whatever the container's size. */
  private static final long FREE_REPETITIONS = 64L * WINDOW;

  private final @Nullable InputStream stream;
  private final @Nullable SeekableByteChannel channel;
  private byte[] buffer;
  private long bufferOffset;
  private int at;
  private int end;
  private boolean ended;
  private long repeated;

  /** The bytes of a stream, from its beginning. */
  PackedInput(InputStream stream) {
    this.stream = stream;
    this.channel = null;
    this.buffer = new byte[FIRST_SIZE];
  }

  /** The bytes of a file, from the channel's position. */
  PackedInput(SeekableByteChannel channel) throws IOException {
    this.stream = null;
    this.channel = channel;
    this.buffer = new byte[FIRST_SIZE];
    this.bufferOffset = channel.position();
  }

  private PackedInput(byte[] bytes) {
    this.stream = null;
    this.channel = null;
    this.buffer = bytes;
    this.end = bytes.length;
    this.ended = true;
  }

  /** Bytes in memory, such as the first of a file; looked at where they are. */
  static PackedInput of(byte[] bytes) {
    return new PackedInput(bytes);
  }

  /** Offset of the next byte. */
  long position() {
    return bufferOffset + at;
  }

  /** Makes {@code wanted} bytes visible if there are so many; returns how many are. */
  int look(int wanted) throws IOException {
    while (end - at < wanted && !ended) {
      fill(wanted);
    }
    return end - at;
  }

  /** A byte that {@link #look} made visible. */
  byte at(int index) {
    return buffer[at + index];
  }

  /** The visible bytes; valid until the next look. */
  ByteBuffer ahead() {
    return ByteBuffer.wrap(buffer, at, end - at);
  }

  /** The array that holds the visible bytes, from {@link #from} to {@link #to}; likewise. */
  byte[] array() {
    return buffer;
  }

  /** Index of the next byte in the array. */
  int from() {
    return at;
  }

  /** Index behind the last visible byte in the array. */
  int to() {
    return end;
  }

  /** Leaves visible bytes behind. */
  void skip(int bytes) {
    at += bytes;
  }

  /**
   * Goes back to an earlier place. Refused where it lies too far back, and once more has been read
   * twice than lies before this place: hostile damage could else cost time without bound.
   */
  boolean goBack(long position) throws IOException {
    long distance = position() - position;
    if (distance < 0 || repeated + distance > FREE_REPETITIONS + position()) {
      return false;
    }
    if (position >= bufferOffset) {
      at = (int) (position - bufferOffset);
    } else if (channel != null) {
      channel.position(position);
      bufferOffset = position;
      at = 0;
      end = 0;
      ended = false;
    } else {
      return false;
    }
    repeated += distance;
    return true;
  }

  private void fill(int wanted) throws IOException {
    if (end == buffer.length) {
      makeRoom(wanted);
    }
    int read = read();
    if (read < 0) {
      ended = true;
    } else {
      end += read;
    }
  }

  private void makeRoom(int wanted) {
    int dropped = at - WINDOW;
    if (dropped >= WINDOW) {
      System.arraycopy(buffer, dropped, buffer, 0, end - dropped);
      bufferOffset += dropped;
      at -= dropped;
      end -= dropped;
    } else {
      int size = Math.max(Math.min(FULL_SIZE, 2 * buffer.length), at + wanted);
      byte[] larger = new byte[size > buffer.length ? size : buffer.length + wanted];
      System.arraycopy(buffer, 0, larger, 0, end);
      buffer = larger;
    }
  }

  private int read() throws IOException {
    if (stream != null) {
      return stream.read(buffer, end, buffer.length - end);
    }
    return channel == null ? -1 : channel.read(ByteBuffer.wrap(buffer, end, buffer.length - end));
  }

  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
    }
    if (channel != null) {
      channel.close();
    }
  }
}
