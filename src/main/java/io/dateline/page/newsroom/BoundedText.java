package io.dateline.page.newsroom;

/**
 * A text that is gathered up to a limit, the same however it is cut into chunks. Not safe for use
 * by several threads.
 */
final class BoundedText {

  private final int limit;
  private final StringBuilder text = new StringBuilder();

  /**
   * An empty text.
   *
   * @param limit UTF-16 code units; the rest is left out
   */
  BoundedText(int limit) {
    this.limit = limit;
  }

  void append(String chunk) {
    int room = limit - text.length();
    if (room > 0) {
      text.append(chunk, 0, Math.min(room, chunk.length()));
    }
  }

  void clear() {
    text.setLength(0);
  }

  /** The text, without half a character at its end. */
  @Override
  public String toString() {
    int end = text.length();
    boolean half = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, half ? end - 1 : end);
  }
}
