package io.dateline.extract.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;

/** The opening of a text and how many letters of each script it holds. */
final class Sample {

  private static final int SCRIPTS = UCharacter.getIntPropertyMaxValue(UProperty.SCRIPT) + 1;

  /** Every letter from À to here is Latin; it saves most texts of Europe the look-up. */
  private static final int LAST_OF_LATIN_B = 0x24F;

  private final String text;
  private final int letters;
  private final int[] scripts;

  private Sample(String text, int letters, int[] scripts) {
    this.text = text;
    this.letters = letters;
    this.scripts = scripts;
  }

  static Sample of(String text, int maxCodePoints) {
    int[] scripts = new int[SCRIPTS];
    int latin = 0;
    int others = 0;
    int end = 0;
    for (int n = 0; end < text.length() && n < maxCodePoints; n++) {
      char unit = text.charAt(end);
      if (unit < 0x80) {
        latin += isAsciiLetter(unit) ? 1 : 0;
        end++;
        continue;
      }
      int c = text.codePointAt(end);
      end += Character.charCount(c);
      if (c >= 0xC0 && c <= LAST_OF_LATIN_B) {
        latin += isNoSign(c) ? 1 : 0;
      } else if (UCharacter.isLetter(c)) {
        others++;
        scripts[UScript.getScript(c)]++;
      }
    }
    scripts[UScript.LATIN] += latin;
    return new Sample(text.substring(0, end), latin + others, scripts);
  }

  private static boolean isAsciiLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Not × and not ÷, which stand among the letters. */
  private static boolean isNoSign(int c) {
    return c != 0xD7 && c != 0xF7;
  }

  /** The opening. */
  String text() {
    return text;
  }

  /** Letters in it. */
  int letters() {
    return letters;
  }

  /** Share of the letters that are of this script, by its {@link UScript} code. */
  double share(int script) {
    return letters == 0 ? 0 : (double) scripts[script] / letters;
  }
}
