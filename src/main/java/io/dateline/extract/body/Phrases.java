package io.dateline.extract.body;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import io.dateline.extract.text.Folding;
import io.dateline.extract.text.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The list {@code phrases.tsv} of what pages print around their stories.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Phrases {

  /** Longest block, in UTF-16 code units, that is judged by its first words. */
  static final int MAX_START_LENGTH = 240;

  /** Longest block judged by words inside it: a paragraph may well mention a newsletter. */
  static final int MAX_PART_LENGTH = 220;

  /** Longest block judged by its last words: a commenter's name. */
  static final int MAX_TAIL_LENGTH = 60;

  private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();

  /** What a phrase says of its block and of what follows. */
  public enum Kind {
    END,
    BREAK,
    DROP
  }

  /** A phrase that was met. */
  public record Phrase(Kind kind, String text) {}

  private record Start(String folded, String literal, Phrase phrase) {}

  private final Map<String, Phrase> lines = new HashMap<>();
  private final Map<Integer, List<Start>> starts = new HashMap<>();
  private final List<Start> parts = new ArrayList<>();
  private final List<Start> tails = new ArrayList<>();

  /** Reads the list. */
  public Phrases() {
    for (List<String> row : WordLists.table(Phrases.class, "phrases.tsv", 4)) {
      Phrase phrase = new Phrase(Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT)), row.get(3));
      String folded = Folding.fold(phrase.text());
      switch (row.get(2)) {
        case "line" -> lines.putIfAbsent(folded, phrase);
        case "start" -> {
          Start start = new Start(folded, literalEnd(phrase.text()), phrase);
          String key = folded.isEmpty() ? start.literal() : folded;
          starts.computeIfAbsent(key.codePointAt(0), k -> new ArrayList<>()).add(start);
        }
        case "tail" -> tails.add(new Start(folded, literalEnd(phrase.text()), phrase));
        case "part" -> parts.add(new Start(folded, "", phrase));
        default -> throw new IllegalStateException("phrases.tsv: no such match: " + row.get(2));
      }
    }
  }

  /**
   * The phrase that a block is, starts with or, if short, holds.
   *
   * @param text the block's text
   * @param folded the same, folded
   */
  public Optional<Phrase> in(String text, String folded) {
    Phrase line = lines.get(folded);
    if (line != null) {
      return Optional.of(line);
    }
    if (text.length() <= MAX_START_LENGTH) {
      String key = folded.isEmpty() ? text : folded;
      if (!key.isEmpty()) {
        for (Start start : starts.getOrDefault(key.codePointAt(0), List.of())) {
          if (starts(text, folded, start)) {
            return Optional.of(start.phrase());
          }
        }
      }
    }
    if (text.length() <= MAX_TAIL_LENGTH) {
      for (Start tail : tails) {
        if (folded.endsWith(" " + tail.folded()) && withoutSpaces(text).endsWith(tail.literal())) {
          return Optional.of(tail.phrase());
        }
      }
    }
    if (text.length() <= MAX_PART_LENGTH) {
      for (Start part : parts) {
        if (holds(folded, part.folded())) {
          return Optional.of(part.phrase());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the whole block is a phrase of the list. */
  public boolean isLine(String folded) {
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
      String literal = withoutSpaces(text.substring(0, Math.min(text.length(), 80)));
      return literal.startsWith(start.literal()) || startsInBracket(literal, start.literal());
    }
    return endsWord(folded, start.folded().length());
  }

  /** {@code [Photo: the old boat]}: the phrase stands in a bracket. */
  private static boolean startsInBracket(String text, String literal) {
    return !text.isEmpty() && "[(（【".indexOf(text.charAt(0)) >= 0 && text.startsWith(literal, 1);
  }

  private static boolean holds(String folded, String part) {
    for (int at = folded.indexOf(part); at >= 0; at = folded.indexOf(part, at + 1)) {
      if ((at == 0 || folded.charAt(at - 1) == ' ' || isUnspaced(part.codePointAt(0)))
          && endsWord(folded, at + part.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWord(String folded, int end) {
    return end == folded.length()
        || folded.charAt(end) == ' '
        || isUnspaced(folded.codePointBefore(end));
  }

  /** Whether the character's script puts no spaces between words. */
  private static boolean isUnspaced(int c) {
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
