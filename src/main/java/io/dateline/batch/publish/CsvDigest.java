package io.dateline.batch.publish;

import io.dateline.batch.run.JoinedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Counts the rows of a CSV file that is there, and hashes its bytes. */
final class CsvDigest {

  private static final int BUFFER_BYTES = 1 << 16;

  private CsvDigest() {}

  /** Reads a whole file whose first line is the header, which counts as no row. */
  static JoinedFile of(Path file) throws IOException {
    CsvRowCount count = new CsvRowCount();
    MessageDigest digest = HashedFile.newDigest();
    long bytes = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        count.add(buffer, 0, read);
        digest.update(buffer, 0, read);
        bytes += read;
      }
    }
    return new JoinedFile(count.rows(), bytes, HexFormat.of().formatHex(digest.digest()));
  }
}
