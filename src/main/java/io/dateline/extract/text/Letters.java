package io.dateline.extract.text;

import com.ibm.icu.lang.UCharacter;
import java.util.Arrays;

/**
 * What single code points are, by ICU4J's tables, which are the same on every Java. ASCII, most of
 * most texts, is told without a look into them.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class Letters {

  private static final int ASCII = 0x80;

  private static final int CAPITAL = 1;
  private static final int SMALL = 2;
  private static final int DIGIT = 4;
  private static final int SPACE = 8;

  /** What each character of ASCII is: one look, where comparing branches as the text does. */
  private static final byte[] KINDS = kinds();

  private Letters() {}

  private static byte[] kinds() {
    byte[] kinds = new byte[ASCII];
    Arrays.fill(kinds, 'A', 'Z' + 1, (byte) CAPITAL);
    Arrays.fill(kinds, 'a', 'z' + 1, (byte) SMALL);
    Arrays.fill(kinds, '0', '9' + 1, (byte) DIGIT);
    Arrays.fill(kinds, '\t', '\r' + 1, (byte) SPACE);
    kinds[' '] = SPACE;
    return kinds;
  }

  /** Whether it is a letter. */
  public static boolean isLetter(int c) {
    return c < ASCII ? (KINDS[c] & (CAPITAL | SMALL)) != 0 : UCharacter.isLetter(c);
  }

  /** Whether it is a decimal digit of any script. */
  public static boolean isDigit(int c) {
    return c < ASCII ? KINDS[c] == DIGIT : UCharacter.isDigit(c);
  }

  /** Whether it is a letter or a decimal digit. */
  public static boolean isLetterOrDigit(int c) {
    return c < ASCII ? (KINDS[c] & (CAPITAL | SMALL | DIGIT)) != 0 : UCharacter.isLetterOrDigit(c);
  }

  /** Whether it is a capital. */
  public static boolean isUpper(int c) {
    return c < ASCII ? KINDS[c] == CAPITAL : UCharacter.isUUppercase(c);
  }

  /** Whether it is a small letter. */
  public static boolean isLower(int c) {
    return c < ASCII ? KINDS[c] == SMALL : UCharacter.isULowercase(c);
  }

  /** A capital of ASCII as a small letter; any other character as it is. */
  public static char small(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  /** Whether it is white space. */
  public static boolean isWhiteSpace(int c) {
    return c < ASCII ? KINDS[c] == SPACE : UCharacter.isUWhiteSpace(c);
  }

  /**
   * Where the small letters of ASCII end that stand in a row from {@code from} on: most characters
   * of most texts are those, and scans need not ask what each is.
   */
  public static int endOfSmall(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
      end++;
    }
    return end;
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
}
