package io.dateline.extract.place;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/**
 * Folds a printed name to the key under which the resources hold it. The same rules stand in {@code
 * src/main/gazetteer/convert.js}.
 */
final class PlaceKey {

  /** Longer names are no places; GeoNames' longest has fewer UTF-16 code units. */
  static final int MAX_NAME = 120;

  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

  private PlaceKey() {}

  /** The key, or the empty string for a name that has none. */
  static String of(String name) {
    if (name.length() > MAX_NAME) {
      return "";
    }
    String text = isAscii(name) ? name : NFD.normalize(name);
    StringBuilder key = new StringBuilder(text.length() + 4);
    int wordStart = 0;
    boolean gap = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isDropped(c)) {
        continue;
      }
      if (!isLetterOrDigit(c)) {
        gap = true;
        continue;
      }
      if (gap && key.length() > 0) {
        writeOut(key, wordStart);
        key.append(' ');
        wordStart = key.length();
      }
      gap = false;
      if (c == 'ß') {
        key.append("ss");
      } else {
        key.appendCodePoint(c < 128 ? asciiLower(c) : UCharacter.toLowerCase(c));
      }
    }
    writeOut(key, wordStart);
    return key.toString();
  }

  /** {@code ST. LOUIS} and {@code Saint Louis} are one place. */
  private static void writeOut(StringBuilder key, int start) {
    int length = key.length() - start;
    if (length < 2 || length > 5) {
      return;
    }
    String full =
        switch (key.substring(start)) {
          case "st", "sankt" -> "saint";
          case "ste" -> "sainte";
          case "ft" -> "fort";
          case "mt" -> "mount";
          default -> null;
        };
    if (full != null) {
      key.replace(start, key.length(), full);
    }
  }

  private static int asciiLower(int c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }

  private static boolean isDropped(int c) {
    return switch (c) {
      case '\'', '’', '‘', 'ʻ', 'ʼ', '`', '´', '.' -> true;
      default ->
          c >= 128 && UCharacter.getType(c) == com.ibm.icu.lang.UCharacterCategory.NON_SPACING_MARK;
    };
  }

  private static boolean isLetterOrDigit(int c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return UCharacter.isLetterOrDigit(c)
        || UCharacter.getType(c) == com.ibm.icu.lang.UCharacterCategory.COMBINING_SPACING_MARK;
  }

  private static boolean isAscii(String s) {
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
