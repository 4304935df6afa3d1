package io.dateline.batch;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Joins part files to one CSV file, counting its rows and hashing its bytes on the way. Not safe
 * for use by several threads.
 */
final class PartJoiner implements Closeable {

  private static final int BUFFER_BYTES = 1 << 18;

  private final FileChannel out;
  private final MessageDigest digest;
  private long bytes;
  private long lineEnds;
  private boolean quoted;

  PartJoiner(Path target, byte[] header) throws IOException {
    this.out =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    write(header, header.length);
  }

  /** Appends the first {@code length} bytes of a part file; what follows was never committed. */
  void append(Path part, long length) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(part)) {
      long left = length;
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          throw new EOFException(part + " is shorter than what was committed");
        }
        write(buffer, read);
        left -= read;
      }
    }
  }

  JoinedFile finish() throws IOException {
    out.force(true);
    return new JoinedFile(lineEnds - 1, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  private void write(byte[] buffer, int length) throws IOException {
    for (int i = 0; i < length; i++) {
      if (buffer[i] == '"') {
        quoted = !quoted;
      } else if (buffer[i] == '\n' && !quoted) {
        lineEnds++;
      }
    }
    digest.update(buffer, 0, length);
    bytes += length;
    ByteBuffer pending = ByteBuffer.wrap(buffer, 0, length);
    while (pending.hasRemaining()) {
      out.write(pending);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
