package io.dateline.extract.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Folds text for comparison: Unicode's {@code NFKC_Casefold}, then every run of characters that are
 * neither letter, mark nor digit becomes one space, none at the ends. Two texts that differ in
 * case, width, spaces or punctuation alone fold to the same string.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class Folding {

  private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

  private static final int ASCII = 0x80;

  /** The first combining mark: what stands before it folds the same whatever stands around it. */
  private static final int END_OF_LATIN = 0x300;

  private static final int END_OF_BYTES = 0x100;

  /** Dashes and quotation marks, of which that is true as well. */
  private static final int PUNCTUATION = 0x2010;

  private static final int END_OF_PUNCTUATION = 0x2030;

  /** What {@link #FOLDED} has for a character between words. */
  private static final char GAP = ' ';

  /** For one that vanishes. */
  private static final char NOTHING = 0;

  /** For one that does not fold to a single letter or digit of a byte: that takes the rules. */
  private static final char UNKNOWN = 0xFFFF;

  private static final char[] FOLDED = folded();

  private Folding() {}

  private static char[] folded() {
    char[] folded = new char[END_OF_PUNCTUATION];
    for (char c = 0; c < folded.length; c++) {
      folded[c] = c < END_OF_LATIN || c >= PUNCTUATION ? folded(c) : UNKNOWN;
    }
    return folded;
  }

  private static char folded(char c) {
    String normal = NFKC_CASEFOLD.normalize(String.valueOf(c));
    if (normal.codePoints().noneMatch(Folding::isWordPart)) {
      return normal.codePoints().allMatch(Folding::isApostrophe) ? NOTHING : GAP;
    }
    return normal.length() == 1 && normal.charAt(0) < END_OF_BYTES ? normal.charAt(0) : UNKNOWN;
  }

  /** The folded text; empty if it holds no letter, mark or digit. */
  public static String fold(String text) {
    int same = foldedEnd(text);
    if (same == text.length()) {
      return text;
    }
    String plain = foldPlain(text);
    return plain == null ? foldAny(text) : plain;
  }

  /** Where the text's beginning ends that folding leaves as it is: small letters and digits. */
  private static int foldedEnd(String text) {
    int end = 0;
    while (end < text.length()
        && (isPlain(text.charAt(end))
            || (text.charAt(end) == ' '
                && end > 0
                && end + 1 < text.length()
                && isPlain(text.charAt(end + 1))))) {
      end++;
    }
    return end;
  }

  /** The same for the letters of ISO-8859-1, digits and the usual punctuation, or null. */
  private static @Nullable String foldPlain(String text) {
    byte[] out = new byte[text.length()];
    int length = 0;
    boolean gap = false;
    for (int i = 0; i < out.length; i++) {
      char c = text.charAt(i);
      char folded = c < END_OF_PUNCTUATION ? FOLDED[c] : UNKNOWN;
      if (folded == UNKNOWN) {
        return null;
      } else if (folded == GAP) {
        gap = true;
      } else if (folded != NOTHING) {
        if (gap && length > 0) {
          out[length++] = ' ';
        }
        gap = false;
        out[length++] = (byte) folded;
      }
    }
    return new String(out, 0, length, StandardCharsets.ISO_8859_1);
  }

  /** The same for any text. */
  static String foldAny(String text) {
    String folded = NFKC_CASEFOLD.normalize(text);
    StringBuilder out = new StringBuilder(folded.length());
    boolean gap = false;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (isWordPart(c)) {
        if (gap && !out.isEmpty()) {
          out.append(' ');
        }
        gap = false;
        out.appendCodePoint(c);
      } else if (!isApostrophe(c)) {
        gap = true;
      }
    }
    return out.toString();
  }

  /** Apostrophes vanish, since pages print {@code don't} and {@code don’t} and {@code dont}. */
  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC';
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isWordPart(int c) {
    if (c < ASCII) {
      return isPlain(c);
    }
    return UCharacter.isLetterOrDigit(c)
        || switch (UCharacter.getType(c)) {
          case UCharacter.NON_SPACING_MARK,
              UCharacter.COMBINING_SPACING_MARK,
              UCharacter.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }
}
