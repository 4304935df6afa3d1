package io.dateline.extract.text;

import com.ibm.icu.lang.UCharacter;

/**
 * What single code points are, by ICU4J's tables, which are the same on every Java. ASCII, most of
 * most texts, is told without a look into them.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class Letters {

  private static final int ASCII = 0x80;

  /** What tells a capital of ASCII from its small letter. */
  private static final int CASE_BIT = 0x20;

  private Letters() {}

  /** Whether it is a letter. */
  public static boolean isLetter(int c) {
    return c < ASCII ? isAsciiLetter(c) : UCharacter.isLetter(c);
  }

  /** Whether it is a decimal digit of any script. */
  public static boolean isDigit(int c) {
    return c < ASCII ? c >= '0' && c <= '9' : UCharacter.isDigit(c);
  }

  /** Whether it is a letter or a decimal digit. */
  public static boolean isLetterOrDigit(int c) {
    return c < ASCII ? isAsciiLetter(c) || (c >= '0' && c <= '9') : UCharacter.isLetterOrDigit(c);
  }

  /** Whether it is a capital. */
  public static boolean isUpper(int c) {
    return c < ASCII ? c >= 'A' && c <= 'Z' : UCharacter.isUUppercase(c);
  }

  /** Whether it is a small letter. */
  public static boolean isLower(int c) {
    return c < ASCII ? c >= 'a' && c <= 'z' : UCharacter.isULowercase(c);
  }

  /** Whether it is white space. */
  public static boolean isWhiteSpace(int c) {
    return c < ASCII ? c == ' ' || (c >= '\t' && c <= '\r') : UCharacter.isUWhiteSpace(c);
  }

  /** Whether a decimal digit of any script stands in the text. */
  public static boolean holdsDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAsciiLetter(int c) {
    int small = c | CASE_BIT;
    return small >= 'a' && small <= 'z';
  }
}
