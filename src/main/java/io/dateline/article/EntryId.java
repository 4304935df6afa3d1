package io.dateline.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names one entry of the input: a plain file, or a member of a container.
 *
 * @param collection name of the input root
 * @param sourcePath path below the input root with {@code /} separators; control characters, {@code
 *     %} and bytes that are no UTF-8 are percent-encoded
 * @param entryName position inside a container, encoded likewise; empty for a plain file
 */
public record EntryId(String collection, String sourcePath, String entryName) {

  /** Bytes of the SHA-256 digest that make up an article's id: 128 bits. */
  private static final int ID_BYTES = 16;

  /** An entry that is a whole file. */
  public static EntryId ofFile(String collection, String sourcePath) {
    return new EntryId(collection, sourcePath, "");
  }

  /** The {@code article_id}: 32 lower-case hex digits, the same for the same three names. */
  public String articleId() {
    byte[] name =
        (collection + '\0' + sourcePath + '\0' + entryName).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(sha256().digest(name), 0, ID_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
