package io.dateline.source.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that the disk failed. Libraries dress an exception from below as damage of the
 * container, or swallow it; this tells the two apart whatever they do.
 */
final class Disk {

  private @Nullable IOException failure;

  /** Throws if anything failed that went over this disk. */
  void check() throws PackedBytesException {
    if (failure != null) {
      throw new PackedBytesException(failure);
    }
  }

  /** Remembers a failure. */
  IOException failed(IOException e) {
    if (failure == null) {
      failure = e;
    }
    return e;
  }

  /** A channel whose failures are remembered. */
  SeekableByteChannel watch(SeekableByteChannel channel) {
    return new WatchedChannel(channel);
  }

  private final class WatchedChannel implements SeekableByteChannel {

    private final SeekableByteChannel channel;

    WatchedChannel(SeekableByteChannel channel) {
      this.channel = channel;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      try {
        return channel.read(target);
      } catch (IOException e) {
        throw failed(e);
      }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      try {
        return channel.write(source);
      } catch (IOException e) {
        throw failed(e);
      }
    }

    @Override
    public long position() throws IOException {
      return channel.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      channel.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      channel.truncate(size);
      return this;
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
