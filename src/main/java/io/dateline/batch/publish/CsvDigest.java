package io.dateline.batch.publish;

import io.dateline.batch.run.JoinedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Counts the rows of a CSV file and hashes its bytes as they pass. A line break inside quotes ends
 * no row. Not safe for use by several threads.
 */
final class CsvDigest {

  private static final int BUFFER_BYTES = 1 << 16;

  private final MessageDigest digest;
  private long bytes;
  private long lineEnds;
  private boolean quoted;

  CsvDigest() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Reads a whole file whose first line is the header. */
  static JoinedFile of(Path file) throws IOException {
    CsvDigest digest = new CsvDigest();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.add(buffer, 0, read);
      }
    }
    return digest.finish();
  }

  void add(byte[] buffer, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (buffer[i] == '"') {
        quoted = !quoted;
      } else if (buffer[i] == '\n' && !quoted) {
        lineEnds++;
      }
    }
    digest.update(buffer, from, length);
    bytes += length;
  }

  /** Whole rows so far, without the header. */
  long rows() {
    return lineEnds - 1;
  }

  /** What was read, the header counting as no row. */
  JoinedFile finish() {
    return new JoinedFile(rows(), bytes, HexFormat.of().formatHex(digest.digest()));
  }
}
