package io.dateline.source.container;

import io.dateline.article.RejectionReason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one container, as a stream or, put aside if need be, at any place. They are had in
 * one of the two ways, not both.
 */
final class Feed implements Closeable {

  /** A container up to this size is put aside in memory: most are, and depths are few. */
  private static final int IN_MEMORY_BYTES = 1 << 20;

  private final @Nullable MemberStream member;
  private final Split split;
  private final Disk disk;
  private final ContainerLimits limits;
  private @Nullable SeekableByteChannel channel;
  private @Nullable CountedStream stream;
  private @Nullable PackedInput packed;

  private Feed(
      @Nullable MemberStream member,
      @Nullable SeekableByteChannel channel,
      Split split,
      Disk disk,
      ContainerLimits limits) {
    this.split = split;
    this.member = member;
    this.channel = channel;
    this.disk = disk;
    this.limits = limits;
  }

  /** A file. */
  static Feed ofFile(SeekableByteChannel channel, Split split, Disk disk, ContainerLimits limits) {
    return new Feed(null, disk.watch(channel), split, disk, limits);
  }

  /** A member of another container. */
  static Feed ofMember(MemberStream member, Disk disk, ContainerLimits limits) {
    return new Feed(member, null, Split.WHOLE, disk, limits);
  }

  /** The bytes from the first on, counted. */
  InputStream stream() throws IOException {
    if (stream == null) {
      stream =
          new CountedStream(
              member != null
                  ? member
                  : new Window(Objects.requireNonNull(channel)).slice(0, Long.MAX_VALUE));
    }
    return stream;
  }

  /** What of the bytes is to be read, for formats that can be read from within. */
  Split split() {
    return split;
  }

  /** The bytes from the split's first on, with a way back: in a file as far as it takes. */
  PackedInput packed() throws IOException {
    if (packed == null) {
      packed =
          member == null
              ? new PackedInput(channel().position(split.start()))
              : new PackedInput(stream());
    }
    return packed;
  }

  /** The bytes at any place. */
  Window window() throws IOException {
    return new Window(channel());
  }

  /** The bytes at any place, as libraries like it. */
  SeekableByteChannel channel() throws IOException {
    if (channel == null) {
      channel = putAside(Objects.requireNonNull(member));
    }
    channel.position(0);
    return channel;
  }

  /** Bytes taken from the first on, -1 if they are not read in that order. */
  long position() {
    if (stream == null && packed != null) {
      return packed.position();
    }
    return stream == null ? -1 : stream.count;
  }

  private SeekableByteChannel putAside(MemberStream from) throws IOException {
    byte[] start = from.readNBytes(IN_MEMORY_BYTES);
    if (start.length < IN_MEMORY_BYTES) {
      return new SeekableInMemoryByteChannel(start);
    }
    SeekableByteChannel file = disk.watch(temporaryFile());
    try {
      ByteBuffer bytes = ByteBuffer.wrap(start);
      long size = 0;
      byte[] buffer = new byte[64 * 1024];
      while (true) {
        size += bytes.remaining();
        if (size > limits.spoolBytes()) {
          throw new BrokenContainerException(
              RejectionReason.CONTAINER_TOO_LARGE,
              -1,
              "A container inside another, of a format that must be put aside, has more than "
                  + limits.spoolBytes()
                  + " bytes.");
        }
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        int count = from.read(buffer);
        if (count < 0) {
          return file;
        }
        bytes = ByteBuffer.wrap(buffer, 0, count);
      }
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Has no name as soon as it is open, so that not even a killed run leaves it behind. */
  private SeekableByteChannel temporaryFile() throws IOException {
    try {
      Path path = Files.createTempFile("dateline", ".spool");
      return FileChannel.open(
          path,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw disk.failed(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  private static final class CountedStream extends InputStream {

    private final InputStream in;
    private long count;

    CountedStream(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      if (b >= 0) {
        count++;
      }
      return b;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
      int read = in.read(target, offset, wanted);
      if (read > 0) {
        count += read;
      }
      return read;
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }
  }
}
