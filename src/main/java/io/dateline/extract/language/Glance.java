package io.dateline.extract.language;

import com.ibm.icu.lang.UCharacter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The language of a text by its function words: sure or silent.
 *
 * <p>The words of a text speak for every language that has them. The best language is believed if
 * enough kinds of its words make up enough of the text and if, against each other language, what
 * speaks for it alone is many times what speaks for the other alone. So two languages in one text,
 * a list of names or a table lead to silence.
 */
final class Glance {

  /** A word counts so often at most: a name with "La" or "de" may stand in every sentence. */
  private static final int MAX_COUNT = 3;

  /** Different words of the language that a text must hold. */
  private static final int MIN_KINDS = 3;

  /** Share of a text's words that are the language's; running text has a fifth to a half. */
  private static final double MIN_SHARE = 0.1;

  /** What must speak for a language alone against each other: two or three words of its own. */
  private static final double MIN_LEAD = 8;

  /** The same against a close relative, which has most of its words: one or two. */
  private static final double MIN_LEAD_OF_RELATIVES = 5;

  /** How many times what speaks for a language must be what speaks for another alone. */
  private static final double MIN_RATIO = 3;

  /** The lead that overrules what a page declares without asking anybody else. */
  private static final double LEAD_AGAINST_DECLARED = 20;

  private static final double RATIO_AGAINST_DECLARED = 6;

  /** What tells a capital of ASCII from its small letter. */
  private static final int CASE_BIT = 0x20;

  private final FunctionWords signs;
  private final byte[] counts;
  private int[] kinds = new int[128];
  private final double[] scores;
  private final double[] shared;
  private int kindCount;
  private int wordCount;
  private int best;
  private int ownKinds;
  private int ownCount;

  private Glance(FunctionWords signs) {
    this.signs = signs;
    counts = new byte[signs.size()];
    scores = new double[signs.languages().size()];
    shared = new double[signs.languages().size()];
  }

  static Glance at(String text, FunctionWords signs) {
    Glance glance = new Glance(signs);
    glance.read(text);
    glance.weigh();
    return glance;
  }

  private void read(String text) {
    int start = 0;
    int hash = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z') {
        hash = WordTable.hash(hash, c);
      } else if (c >= 'A' && c <= 'Z') {
        hash = WordTable.hash(hash, (char) (c | CASE_BIT));
      } else if (c >= 0x80 && isWordPart(c)) {
        char lower = WordTable.lower(c);
        hash = WordTable.hash(hash, lower);
        count(signs.letter(lower));
      } else {
        word(text, start, i, hash);
        start = i + 1;
        hash = 0;
      }
    }
    word(text, start, length, hash);
  }

  private void word(String text, int start, int end, int hash) {
    if (end > start) {
      wordCount++;
      count(signs.words().find(text, start, end, hash));
    }
  }

  private void count(int sign) {
    if (sign != WordTable.NONE) {
      if (counts[sign] == 0) {
        if (kindCount == kinds.length) {
          kinds = Arrays.copyOf(kinds, kindCount * 2);
        }
        kinds[kindCount++] = sign;
      }
      if (counts[sign] < Byte.MAX_VALUE) {
        counts[sign]++;
      }
    }
  }

  private void weigh() {
    for (int k = 0; k < kindCount; k++) {
      signs.add(kinds[k], weight(kinds[k]), scores);
    }
    for (int language = 1; language < scores.length; language++) {
      if (scores[language] > scores[best]) {
        best = language;
      }
    }
    for (int k = 0; k < kindCount; k++) {
      int sign = kinds[k];
      if (signs.has(sign, best)) {
        signs.add(sign, weight(sign), shared);
        if (signs.isWord(sign)) {
          ownKinds++;
          ownCount += counts[sign];
        }
      }
    }
  }

  private double weight(int sign) {
    return Math.min(counts[sign], MAX_COUNT) * signs.weight(sign);
  }

  /**
   * The language, if the words are sure of it against every other but perhaps close relatives:
   * enough to uphold a declaration.
   */
  @Nullable String family() {
    return isEnough() && leadsAll(true) ? signs.languages().get(best) : null;
  }

  /** The language, if the words are sure of it against every other. */
  @Nullable String language() {
    return isEnough() && leadsAll(false) ? signs.languages().get(best) : null;
  }

  /** Whether the words leave so little of a declared language that nobody else need be asked. */
  boolean excludes(String declared) {
    int other = signs.languages().indexOf(declared);
    return other >= 0 && leads(other, LEAD_AGAINST_DECLARED, RATIO_AGAINST_DECLARED);
  }

  private boolean isEnough() {
    return ownKinds >= MIN_KINDS && ownCount >= MIN_SHARE * wordCount;
  }

  private boolean leadsAll(boolean butForRelatives) {
    for (int other = 0; other < scores.length; other++) {
      boolean relatives = areRelatives(other);
      double lead = relatives ? MIN_LEAD_OF_RELATIVES : MIN_LEAD;
      if (other != best && !(relatives && butForRelatives) && !leads(other, lead, MIN_RATIO)) {
        return false;
      }
    }
    return true;
  }

  private boolean areRelatives(int other) {
    return signs.areRelatives(best, other);
  }

  private boolean leads(int other, double lead, double ratio) {
    double alone = scores[best] - shared[other];
    double against = scores[other] - shared[other];
    return alone >= lead && alone >= ratio * against;
  }

  /**
   * Beyond ASCII: letters and the marks on them. Apostrophes that Unicode takes for letters divide
   * words, as others do.
   */
  private static boolean isWordPart(char c) {
    if (c == '\u02BB' || c == '\u02BC') {
      return false;
    }
    int type = c < WordTable.SETTLED ? Character.getType(c) : UCharacter.getType(c);
    return (type <= Character.OTHER_LETTER && type != Character.UNASSIGNED)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
