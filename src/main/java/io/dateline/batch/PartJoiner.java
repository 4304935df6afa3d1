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

/**
 * Joins part files to one CSV file, counting its rows and hashing its bytes on the way. Not safe
 * for use by several threads.
 */
final class PartJoiner implements Closeable {

  private static final int BUFFER_BYTES = 1 << 18;

  private final FileChannel out;
  private final CsvDigest digest = new CsvDigest();

  PartJoiner(Path target, byte[] header) throws IOException {
    this.out =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
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
    return digest.finish();
  }

  private void write(byte[] buffer, int length) throws IOException {
    digest.add(buffer, length);
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
