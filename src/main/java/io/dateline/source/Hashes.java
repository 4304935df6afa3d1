package io.dateline.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that files and manifests are checked by. */
final class Hashes {

  private Hashes() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
