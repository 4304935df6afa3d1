package io.dateline.batch.journal;

/** Text of strangers as a person may be shown it: one line that steers no terminal. */
public final class ShownText {

  private ShownText() {}

  /**
   * The text without what is no letter, mark or sign; a line break or a tab becomes a space.
   *
   * @param max most UTF-16 code units that are kept
   */
  public static String of(String text, int max) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int shown = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
      if (safe.length() + Character.charCount(shown) > max) {
        break;
      }
      if (isShown(shown)) {
        safe.appendCodePoint(shown);
      }
    }
    return safe.toString();
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
