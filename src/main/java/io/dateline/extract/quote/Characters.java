package io.dateline.extract.quote;

import com.ibm.icu.lang.UCharacter;

/** What a character is by Unicode's rules, which need not be asked for ASCII. */
final class Characters {

  private static final int ASCII = 0x80;

  private Characters() {}

  static boolean isLetterOrDigit(int c) {
    return c < ASCII
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : UCharacter.isLetterOrDigit(c);
  }

  static boolean isUpperCase(int c) {
    return c < ASCII ? c >= 'A' && c <= 'Z' : UCharacter.isUpperCase(c);
  }

  static boolean isWhiteSpace(int c) {
    return c < ASCII ? c == ' ' || (c >= '\t' && c <= '\r') : UCharacter.isUWhiteSpace(c);
  }
}
