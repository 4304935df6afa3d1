package io.dateline.diff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Keys of fixed size for texts of any: 128 bits, so that nobody makes two that are the same. */
final class Digests {

  /** Bytes of a key. */
  static final int BYTES = 16;

  private Digests() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The key of what a digest was given, which is empty afterwards. */
  static void put(MessageDigest digest, byte[] into, int at) {
    System.arraycopy(digest.digest(), 0, into, at, BYTES);
  }

  /** A number that looks as if it were drawn, and is the same each time. */
  static long draw(MessageDigest digest, long seed, String articleId, String field) {
    byte[] drawn =
        digest.digest((seed + "\0" + articleId + "\0" + field).getBytes(StandardCharsets.UTF_8));
    long number = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      number = number << Byte.SIZE | (drawn[i] & 0xFF);
    }
    return number;
  }
}
