package io.dateline.extract.date;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.Normalizer2;

/** Folds words so that case, accents and dots do not matter. */
final class Folding {
  private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

  private Folding() {}

  static String fold(String word) {
    return isFolded(word) ? word : folded(word);
  }

  /** Whether it is nothing but small letters of ASCII and the like, as most words are. */
  private static boolean isFolded(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 128 || c == '.' || (c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return true;
  }

  private static String folded(String word) {
    StringBuilder folded = new StringBuilder(word.length());
    boolean ascii = true;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 128) {
        ascii = false;
        break;
      }
      if (c != '.') {
        folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
      }
    }
    if (ascii) {
      return folded.toString();
    }
    folded.setLength(0);
    NFD.normalize(word)
        .codePoints()
        .filter(c -> c != '.' && UCharacter.getType(c) != UCharacterCategory.NON_SPACING_MARK)
        .forEach(c -> folded.appendCodePoint(UCharacter.toLowerCase(c)));
    return folded.toString();
  }
}
