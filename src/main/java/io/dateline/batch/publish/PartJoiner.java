package io.dateline.batch.publish;

import io.dateline.batch.run.JoinedFile;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Joins part files to one CSV file. Not safe for use by several threads. */
final class PartJoiner implements Closeable {

  private static final int BUFFER_BYTES = 1 << 18;

  private final CsvFile out;

  PartJoiner(Path target, byte[] header) throws IOException {
    this.out = new CsvFile(target, header);
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
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }

  JoinedFile finish() throws IOException {
    return out.finish();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
