package io.dateline.batch.rows;

/** The key under which {@code article_texts} finds the rows of a text. */
public final class TextKey {

  private static final int HEX_DIGITS = 16;

  private TextKey() {}

  /**
   * The first 64 bits of a text's hash.
   *
   * @param contentSha256 at least 16 lower-case hex digits
   */
  public static long of(String contentSha256) {
    return Long.parseUnsignedLong(contentSha256, 0, HEX_DIGITS, 16);
  }
}
