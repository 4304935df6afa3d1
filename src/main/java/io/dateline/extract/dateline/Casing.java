package io.dateline.extract.dateline;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.text.LowerCase;
import java.util.Locale;

/** Puts a place's name that is printed in capitals into ordinary case. */
final class Casing {
  private Casing() {}

  /** {@code RIO DE JANEIRO} to {@code Rio de Janeiro}; a name in ordinary case stays as it is. */
  static String ordinary(String name) {
    boolean capitals = name.codePoints().noneMatch(UCharacter::isLowerCase);
    boolean small = name.codePoints().noneMatch(UCharacter::isUpperCase);
    if (!capitals && !small) {
      return mixed(name);
    }
    StringBuilder out = new StringBuilder(name.length());
    int i = 0;
    while (i < name.length()) {
      int end = i;
      while (end < name.length() && isWord(name.charAt(end))) {
        end++;
      }
      if (end == i) {
        out.append(name.charAt(i++));
        continue;
      }
      String word = name.substring(i, end);
      boolean inside = i > 0 && end < name.length();
      // COEUR D'ALENE, but O'FALLON and L'AQUILA
      boolean elided = i > 0 && (word.startsWith("D'") || word.startsWith("D’"));
      boolean keeps = word.indexOf('.') >= 0 && word.length() <= 5 && word.indexOf('.') == 1;
      boolean particle = inside && Vocabulary.INSTANCE.is("particle", word);
      String ordinary = particle ? lower(word) : title(word);
      out.append(keeps ? word : elided ? "d" + ordinary.substring(1) : ordinary);
      i = end;
    }
    return out.toString();
  }

  /** {@code McALLEN} has its small letters on purpose; the rest of each word follows the rule. */
  private static String mixed(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (String word : name.split("(?<= )|(?= )", -1)) {
      boolean scottish =
          word.length() > 3
              && (word.startsWith("Mc") || word.startsWith("Mac"))
              && word.substring(3).equals(upper(word.substring(3)));
      int kept = word.startsWith("Mac") ? 4 : 3;
      out.append(
          scottish && word.length() > kept
              ? word.substring(0, kept) + lower(word.substring(kept))
              : word);
    }
    return out.toString();
  }

  private static boolean isWord(char c) {
    return c != ' ' && c != '-' && c != '/' && c != '(' && c != ')' && c != 0xA0 && c > ' ';
  }

  private static String title(String word) {
    String low = lower(word);
    int first = low.codePointAt(0);
    StringBuilder out = new StringBuilder(word.length());
    out.appendCodePoint(UCharacter.toTitleCase(first));
    out.append(low, Character.charCount(first), low.length());
    // O'FALLON, L'AQUILA, D'IBERVILLE, but not MARY'S
    int mark = Math.max(out.indexOf("'"), out.indexOf("’"));
    if (mark == 1 && out.length() > 3) {
      out.setCharAt(2, (char) UCharacter.toTitleCase(out.charAt(2)));
    }
    return out.toString();
  }

  private static String lower(String word) {
    return LowerCase.of(word);
  }

  private static String upper(String word) {
    return UCharacter.toUpperCase(Locale.ROOT, word);
  }
}
