package io.dateline.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest that files and manifests are checked by. */
final class Hashes {

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int BUFFERS_BETWEEN = 64;

  private Hashes() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** SHA-256 of a file, 64 lower-case hex digits; no symbolic link is followed. */
  static String ofFile(Path file) throws IOException {
    return ofFile(file, () -> {});
  }

  /**
   * As {@link #ofFile(Path)}.
   *
   * @param between called every few MiB; may throw to end the reading
   */
  static String ofFile(Path file, Runnable between) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      int count;
      for (long blocks = 0; (count = in.read(buffer)) >= 0; blocks++) {
        digest.update(buffer, 0, count);
        if (blocks % BUFFERS_BETWEEN == 0) {
          between.run();
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
