package io.dateline.extract;

import io.dateline.extract.text.Folding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code content_sha256} of an article: SHA-256 over its headline and paragraphs, each folded
 * by {@link Folding} (NFKC_Casefold, runs of space and punctuation to one space) and ended by a
 * line feed. Equal for copies that differ in case, space or punctuation alone.
 */
final class Fingerprint {

  /** Never fed: a copy is made faster than a digest is found among the platform's providers. */
  private static final MessageDigest PROTOTYPE = prototype();

  private Fingerprint() {}

  /** 64 lower-case hex digits; a missing headline counts as an empty one. */
  static String of(@Nullable String headline, List<String> paragraphs) {
    MessageDigest digest = sha256();
    add(digest, headline == null ? "" : headline);
    for (String paragraph : paragraphs) {
      add(digest, paragraph);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(Folding.fold(text).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  private static MessageDigest sha256() {
    try {
      return (MessageDigest) PROTOTYPE.clone();
    } catch (CloneNotSupportedException e) {
      // A provider of digests in hardware, say.
      return prototype();
    }
  }

  private static MessageDigest prototype() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
