package io.dateline.source;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;

/**
 * Measures how unlike writing a text looks that was decoded in the wrong encoding: characters that
 * no encoding has there, alphabets mixed within a word, capitals after small letters, accents one
 * after the other.
 */
final class Oddness {

  /** Latin words have this many letters beyond ASCII in a row at most. */
  private static final int MAX_ACCENTED_RUN = 3;

  private Oddness() {}

  /** Share of the characters beyond ASCII that are odd, from 0 to 1; 0 if there are none. */
  static double of(Decoding decoding) {
    String text = decoding.text();
    int beyondAscii = 0;
    int odd = 0;
    int run = 0;
    int previous = ' ';
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c >= 0x80) {
        beyondAscii++;
        int next = i < text.length() ? text.codePointAt(i) : ' ';
        boolean latin = UCharacter.isLetter(c) && UScript.getScript(c) == UScript.LATIN;
        run = latin ? run + 1 : 0;
        if (isOdd(previous, c, next) || run > MAX_ACCENTED_RUN) {
          odd++;
        }
      } else {
        run = 0;
      }
      previous = c;
    }
    return beyondAscii == 0 ? 0 : (double) odd / beyondAscii;
  }

  private static boolean isOdd(int previous, int c, int next) {
    if (!UCharacter.isLetter(c)) {
      return isNeverText(c)
          || (isSymbol(c) && UCharacter.isLetter(previous) && UCharacter.isLetter(next));
    }
    // Half-width katakana is what Shift_JIS makes of other encodings; nobody writes prose in it.
    if (c >= 0xFF61 && c <= 0xFF9F) {
      return true;
    }
    if (!UCharacter.isLetter(previous)) {
      return false;
    }
    return (UCharacter.isUUppercase(c) && UCharacter.isULowercase(previous))
        || mixesAlphabets(previous, c)
        || (next < 0x80 && UCharacter.isLetter(next) && mixesAlphabets(c, next));
  }

  private static boolean isNeverText(int c) {
    return c == 0xFFFD || c < 0xA0 || (c >= 0xE000 && c <= 0xF8FF);
  }

  private static boolean isSymbol(int c) {
    int type = UCharacter.getType(c);
    return type == UCharacterCategory.MATH_SYMBOL
        || type == UCharacterCategory.CURRENCY_SYMBOL
        || type == UCharacterCategory.MODIFIER_SYMBOL
        || type == UCharacterCategory.OTHER_SYMBOL
        || type == UCharacterCategory.OTHER_NUMBER
        || (type == UCharacterCategory.OTHER_PUNCTUATION && c != 0xB7);
  }

  private static boolean mixesAlphabets(int a, int b) {
    int first = UScript.getScript(a);
    int second = UScript.getScript(b);
    return first != second && isAlphabet(first) && isAlphabet(second);
  }

  private static boolean isAlphabet(int script) {
    return script == UScript.LATIN
        || script == UScript.CYRILLIC
        || script == UScript.GREEK
        || script == UScript.HEBREW
        || script == UScript.ARABIC
        || script == UScript.THAI;
  }
}
