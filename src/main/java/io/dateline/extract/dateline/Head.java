package io.dateline.extract.dateline;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;

/** The beginning of a paragraph, and what its characters are. */
final class Head {

  /** Longest prefix that is searched, in UTF-16 code units; real datelines are well under this. */
  static final int MAX_PREFIX = 200;

  /** Longest text in brackets, in UTF-16 code units. */
  private static final int MAX_BRACKET = 48;

  private static final String DASHES = "-‐‑‒–—―−_－ー─";

  final String text;
  final int end;

  Head(String text) {
    this.text = text;
    this.end = Math.min(text.length(), MAX_PREFIX);
  }

  char at(int i) {
    return i >= 0 && i < end ? text.charAt(i) : '\0';
  }

  boolean isDash(int i) {
    return isOneOf(i, DASHES) || isTatweel(i);
  }

  /** The Arabic stroke that stretches words serves as a dash where it stands alone. */
  private boolean isTatweel(int i) {
    return at(i) == 'ـ'
        && (i == 0 || isSpace(i - 1) || at(i - 1) == 'ـ')
        && (isSpace(i + 1) || at(i + 1) == 'ـ');
  }

  boolean isSpace(int i) {
    char c = at(i);
    return c != '\0' && (c <= ' ' || (c >= 128 && UCharacter.isUWhiteSpace(c)) || c == 0x200B);
  }

  boolean isOpening(int i) {
    return isOneOf(i, "(（[");
  }

  boolean isClosing(int i) {
    return isOneOf(i, ")）]");
  }

  boolean isComma(int i) {
    return isOneOf(i, ",，、،");
  }

  private boolean isOneOf(int i, String characters) {
    char c = at(i);
    return c != '\0' && characters.indexOf(c) >= 0;
  }

  /** Offset of the bracket that closes the one at i, or -1 if none does so soon. */
  int bracketEnd(int open) {
    for (int i = open + 1; i < end && i - open < MAX_BRACKET; i++) {
      if (isClosing(i)) {
        return i > open + 1 ? i : -1;
      }
    }
    return -1;
  }

  int skipSpace(int i) {
    int next = i;
    while (next < end && isSpace(next)) {
      next++;
    }
    return next;
  }

  boolean hasLineBreak(int from, int to) {
    for (int i = from; i < to; i++) {
      if (at(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  boolean isDigit(int i) {
    char c = at(i);
    return (c >= '0' && c <= '9') || (c >= 128 && UCharacter.isDigit(c));
  }

  boolean isLetter(int i) {
    char c = at(i);
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    if (isTatweel(i)) {
      return false;
    }
    int type = UCharacter.getType(c);
    return UCharacter.isLetter(c)
        || type == UCharacterCategory.NON_SPACING_MARK
        || type == UCharacterCategory.COMBINING_SPACING_MARK;
  }

  boolean isLower(int i) {
    char c = at(i);
    return c < 128 ? c >= 'a' && c <= 'z' : UCharacter.isLowerCase(c);
  }

  boolean isUpper(int i) {
    char c = at(i);
    return c < 128 ? c >= 'A' && c <= 'Z' : UCharacter.isUpperCase(c) || UCharacter.isTitleCase(c);
  }

  /** Whether a name may begin here: a capital, or a letter of a script that has none. */
  boolean isInitial(int i) {
    return isLetter(i) && !isLower(i);
  }

  /** Whether the script has capitals at all; without them they are no evidence. */
  boolean isCased(int i) {
    return isLower(i) || isUpper(i);
  }

  /** Offset after the word that starts at i: letters, inner apostrophes, dots and hyphens. */
  int wordEnd(int i) {
    int next = i;
    while (next < end) {
      boolean inner =
          isLetter(next)
              || (isInner(at(next)) && isLetter(next + 1) && next > i && isLetter(next - 1))
              || (at(next) == '.' && next > i && isLetter(next + 1) && isUpper(next - 1));
      if (!inner) {
        break;
      }
      next++;
    }
    return next;
  }

  private static boolean isInner(char c) {
    return c == '\'' || c == '’' || c == '-' || c == '‑' || c == 'ʻ' || c == '`';
  }

  String slice(int from, int to) {
    return text.substring(from, to);
  }
}
