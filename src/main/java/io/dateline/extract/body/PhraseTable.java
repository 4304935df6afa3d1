package io.dateline.extract.body;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import io.dateline.extract.body.Phrases.Phrase;
import io.dateline.extract.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Phrases by how they are compared with a block. Not changed once it is filled. */
final class PhraseTable {

  /** Longest block, in UTF-16 code units, that is judged by its first words. */
  private static final int MAX_START_LENGTH = 240;

  /** Longest block judged by words inside it: a paragraph may well mention a newsletter. */
  private static final int MAX_PART_LENGTH = 220;

  /** Longest block judged by its last words: a commenter's name. */
  private static final int MAX_TAIL_LENGTH = 60;

  /** Thai, the first script in Unicode's order that puts no spaces between words. */
  private static final int FIRST_UNSPACED = 0x0E00;

  private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

  /** How a phrase is compared with a block. */
  enum Match {
    /** It is the whole block. */
    LINE,
    /** The block starts with it. */
    START,
    /** A very short block ends with it. */
    TAIL,
    /** A short block holds it. */
    PART
  }

  private record Start(String folded, String literal, Phrase phrase) {}

  private final Map<String, Phrase> lines = new HashMap<>();
  private int longestLine;

  /** By their {@link #beginning}: no phrase is a single letter. */
  private final Map<String, List<Start>> starts = new HashMap<>();

  private final List<Start> tails = new ArrayList<>();
  private final PhraseParts parts = new PhraseParts();

  /** Most jobs have no phrases of their own, and every block is compared with them. */
  private boolean isEmpty = true;

  void add(Match match, String text, Phrase phrase) {
    isEmpty = false;
    String folded = Folding.fold(text);
    switch (match) {
      case LINE -> {
        lines.putIfAbsent(folded, phrase);
        longestLine = Math.max(longestLine, folded.length());
      }
      case START -> {
        Start start = new Start(folded, literalEnd(text), phrase);
        String key = beginning(folded, start.literal());
        starts.computeIfAbsent(key, k -> new ArrayList<>()).add(start);
      }
      case TAIL -> tails.add(new Start(" " + folded, literalEnd(text), phrase));
      case PART -> parts.add(folded, phrase);
    }
  }

  /**
   * The phrase that a block is, starts with or, if short, holds.
   *
   * @param text the block's text
   * @param folded the same, folded
   */
  Optional<Phrase> in(String text, String folded) {
    if (isEmpty) {
      return Optional.empty();
    }
    Phrase line = folded.length() <= longestLine ? lines.get(folded) : null;
    if (line != null) {
      return Optional.of(line);
    }
    if (text.length() <= MAX_START_LENGTH) {
      String key = beginning(folded, text);
      for (Start start : starts.getOrDefault(key, List.of())) {
        if (starts(text, folded, start)) {
          return Optional.of(start.phrase());
        }
      }
    }
    if (text.length() <= MAX_TAIL_LENGTH) {
      for (Start tail : tails) {
        if (folded.endsWith(tail.folded()) && withoutSpaces(text).endsWith(tail.literal())) {
          return Optional.of(tail.phrase());
        }
      }
    }
    if (text.length() <= MAX_PART_LENGTH) {
      return Optional.ofNullable(parts.in(folded));
    }
    return Optional.empty();
  }

  /** The first two characters of what is folded; of signs, which fold to nothing, the first. */
  private static String beginning(String folded, String signs) {
    return folded.isEmpty()
        ? signs.substring(0, Math.min(1, signs.length()))
        : folded.substring(0, Math.min(2, folded.length()));
  }

  /** Whether the whole block is a phrase. */
  boolean isLine(String folded) {
    return lines.containsKey(folded);
  }

  /**
   * A phrase that ends in punctuation means it: {@code More:} is not {@code More than forty}. Then
   * the whole phrase is compared, case folded, without the spaces before its last sign.
   */
  private static String literalEnd(String phrase) {
    int last = phrase.codePointBefore(phrase.length());
    boolean sign =
        !UCharacter.isLetterOrDigit(last)
            && UCharacter.getType(last) != UCharacter.NON_SPACING_MARK;
    return sign || Folding.fold(phrase).isEmpty() ? withoutSpaces(phrase) : "";
  }

  private static String withoutSpaces(String text) {
    String folded = NFKC_CASEFOLD.normalize(text);
    StringBuilder out = new StringBuilder(folded.length());
    folded.codePoints().filter(c -> !UCharacter.isUWhiteSpace(c)).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean starts(String text, String folded, Start start) {
    if (!folded.startsWith(start.folded())) {
      return false;
    }
    if (!start.literal().isEmpty()) {
      String literal = withoutSpaces(text);
      return literal.startsWith(start.literal()) || startsInBracket(literal, start.literal());
    }
    return endsWord(folded, start.folded().length());
  }

  /** {@code [Photo: the old boat]}: the phrase stands in a bracket. */
  private static boolean startsInBracket(String text, String literal) {
    return !text.isEmpty() && "[(（【".indexOf(text.charAt(0)) >= 0 && text.startsWith(literal, 1);
  }

  /** Whether a phrase that ends here ends with a word of the block. */
  static boolean endsWord(String folded, int end) {
    return end == folded.length()
        || folded.charAt(end) == ' '
        || isUnspaced(folded.codePointBefore(end));
  }

  /** Whether a phrase may end inside of what spaces part. */
  static boolean endsAnywhere(String phrase) {
    return isUnspaced(phrase.codePointBefore(phrase.length()));
  }

  /** Whether the character's script puts no spaces between words. */
  static boolean isUnspaced(int c) {
    return c >= FIRST_UNSPACED && isOfUnspacedScript(c);
  }

  private static boolean isOfUnspacedScript(int c) {
    return switch (UScript.getScript(c)) {
      case UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.THAI,
          UScript.LAO,
          UScript.KHMER,
          UScript.MYANMAR,
          UScript.HANGUL ->
          true;
      default -> false;
    };
  }
}
