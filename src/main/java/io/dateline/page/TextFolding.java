package io.dateline.page;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/**
 * Folds text into the form that blocks and metadata have: white space of every kind to single
 * spaces, control and invisible characters removed, halves of surrogate pairs replaced, NFC.
 */
final class TextFolding {

  /**
   * What windows-1252 has where ISO-8859-1 has control characters, from 0x80 on. Files that were
   * converted as ISO-8859-1 have the controls for quotation marks and dashes.
   */
  private static final String WINDOWS_1252 =
      "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
          + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E"
          + "\u0178";

  /** Below it every text is in NFC. */
  private static final char FIRST_COMBINING = 0x300;

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private TextFolding() {}

  /** {@code text} folded; empty if nothing of it is visible. */
  static String fold(CharSequence text) {
    String whole = text.toString();
    int plain = plainEnd(whole, 0, whole.length());
    if (plain == whole.length() && !whole.endsWith(" ")) {
      return whole;
    }
    StringBuilder folded = new StringBuilder(whole.length());
    for (int i = 0; i < whole.length(); ) {
      int end = plainEnd(whole, i, whole.length() - i);
      if (end > i) {
        folded.append(whole, i, end);
        i = end;
      } else {
        append(folded, whole.charAt(i));
        i++;
      }
    }
    return finish(folded);
  }

  /** Appends {@code c} folded, without a space at the start or after another. */
  static void append(StringBuilder folded, char c) {
    if (c > ' ' && c < 0x7F) {
      folded.append(c);
    } else if (isSpace(c)) {
      int length = folded.length();
      if (length > 0 && folded.charAt(length - 1) != ' ') {
        folded.append(' ');
      }
    } else if (!isInvisible(c)) {
      folded.append(c >= 0x80 && c < 0xA0 ? WINDOWS_1252.charAt(c - 0x80) : c);
    }
  }

  /**
   * Where the run ends that starts at {@code from} and is folded already: printable ASCII with
   * single spaces inside it, {@code max} UTF-16 code units of it at most.
   */
  static int plainEnd(String text, int from, int max) {
    int end = Math.min(text.length(), from + Math.max(0, max));
    boolean afterSpace = true;
    for (int at = from; at < end; at++) {
      char c = text.charAt(at);
      boolean space = c == ' ';
      if (c < ' ' || c >= 0x7F || (space && afterSpace)) {
        return at;
      }
      afterSpace = space;
    }
    return end;
  }

  /** What was appended, without a space at the end, in NFC. */
  static String finish(StringBuilder folded) {
    int end = folded.length();
    if (end > 0 && folded.charAt(end - 1) == ' ') {
      end--;
    }
    String text = folded.substring(0, end);
    return isPlain(text) ? text : normalized(folded, end);
  }

  private static String normalized(StringBuilder folded, int end) {
    replaceHalves(folded);
    String text = folded.substring(0, end);
    return NFC.isNormalized(text) ? text : NFC.normalize(text);
  }

  /** The text in lower case; most names in markup are that already. */
  static String lowerCase(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
        return UCharacter.toLowerCase(Locale.ROOT, text);
      }
    }
    return text;
  }

  // A character reference can name half of a surrogate pair, as &#xD800; does.
  private static void replaceHalves(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 < text.length()
            && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          i++;
        } else {
          text.setCharAt(i, '\uFFFD');
        }
      }
    }
  }

  /** Whether there are neither halves nor anything to compose in it. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return false;
      }
    }
    return true;
  }

  /** White space, the no-break spaces among it. */
  static boolean isSpace(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || c == 0x85
        || c == 0xA0
        || (c >= 0x1680 && (UCharacter.isUWhiteSpace(c) || UCharacter.isSpaceChar(c)));
  }

  /**
   * Control characters, soft hyphens, zero-width spaces and direction marks. The zero-width joiner
   * and non-joiner stay, and the Arabic signs of this class: texts are spelled with them.
   */
  static boolean isInvisible(char c) {
    if (c < 0xA0) {
      return c < 0x20 || c == 0x7F || (c >= 0x80 && WINDOWS_1252.charAt(c - 0x80) == 0);
    }
    if (c == 0xAD) {
      return true;
    }
    return c > 0x08FF
        && UCharacter.getType(c) == UCharacterCategory.FORMAT
        && c != 0x200C
        && c != 0x200D;
  }
}
