package io.dateline.extract.language;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import java.util.Map;
import java.util.TreeMap;

/**
 * The opening of a text and how many letters of each script it holds.
 *
 * @param text the opening
 * @param letters letters in it
 * @param scripts letters by {@link UScript} code
 */
record Sample(String text, int letters, Map<Integer, Integer> scripts) {

  static Sample of(String text, int maxCodePoints) {
    Map<Integer, Integer> scripts = new TreeMap<>();
    int letters = 0;
    int end = 0;
    for (int n = 0; end < text.length() && n < maxCodePoints; n++) {
      int c = text.codePointAt(end);
      end += Character.charCount(c);
      if (UCharacter.isLetter(c)) {
        letters++;
        scripts.merge(UScript.getScript(c), 1, Integer::sum);
      }
    }
    return new Sample(text.substring(0, end), letters, scripts);
  }

  /** Share of the letters that are of one of these scripts. */
  double share(int... codes) {
    int sum = 0;
    for (int code : codes) {
      sum += scripts.getOrDefault(code, 0);
    }
    return letters == 0 ? 0 : (double) sum / letters;
  }
}
