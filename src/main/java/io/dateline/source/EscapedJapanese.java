package io.dateline.source;

/** Finds ISO-2022-JP, which is ASCII with escape sequences and so passes for valid UTF-8. */
final class EscapedJapanese {

  private static final char ESCAPE = '\u001B';

  private EscapedJapanese() {}

  /** Whether bytes read as ASCII hold an escape sequence that switches to a Japanese set. */
  static boolean is(String ascii) {
    return ascii.indexOf(ESCAPE) >= 0
        && (ascii.contains(ESCAPE + "$B") || ascii.contains(ESCAPE + "$@"));
  }
}
