package io.dateline.batch.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that is being written: counts and hashes its bytes on the way. Not safe for use by several
 * threads.
 */
public final class HashedFile extends OutputStream {

  private static final int BUFFER_BYTES = 1 << 18;

  private final FileChannel channel;
  private final OutputStream out;
  private final MessageDigest digest = newDigest();
  private long bytes;

  /** Begins a file, replacing one that is there. */
  public HashedFile(Path target) throws IOException {
    this.channel =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int from, int length) throws IOException {
    digest.update(buffer, from, length);
    bytes += length;
    out.write(buffer, from, length);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** Forces the file to the disk. */
  public void force() throws IOException {
    out.flush();
    channel.force(true);
  }

  /** Bytes so far. */
  public long bytes() {
    return bytes;
  }

  /** The hash of all bytes, 64 lower-case hex digits; asked once, at the end. */
  public String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Lets the file go as it is. What is not forced may be lost. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
