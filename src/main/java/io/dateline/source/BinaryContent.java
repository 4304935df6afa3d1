package io.dateline.source;

/** Tells binary content of no known format from text in an ASCII-compatible encoding. */
final class BinaryContent {

  /**
   * Text has at least so many bytes for each control character. Pages do contain a stray NUL or
   * separator here and there; random bytes hold one control in ten, executables more.
   */
  private static final int TEXT_PER_CONTROL = 25;

  /** Bytes looked at, from the start: what is binary is so from its first kilobytes. */
  private static final int SAMPLE_BYTES = 64 * 1024;

  private BinaryContent() {}

  /** Whether the content has more control characters than text has. */
  static boolean is(byte[] content) {
    int length = Math.min(content.length, SAMPLE_BYTES);
    int controls = 0;
    for (int i = 0; i < length; i++) {
      byte b = content[i];
      if ((b >= 0 && b < 0x20 && !isTextControl(b)) || b == 0x7F) {
        controls++;
      }
    }
    return controls * (long) TEXT_PER_CONTROL > length;
  }

  /** Tab, line feed, vertical tab, form feed, carriage return, end of file, escape, backspace. */
  private static boolean isTextControl(byte b) {
    return (b >= 0x08 && b <= 0x0D) || b == 0x1A || b == 0x1B;
  }
}
