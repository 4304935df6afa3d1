package io.dateline.extract;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.date.DateMatch;
import io.dateline.extract.headline.TitleSite;
import io.dateline.extract.text.Folding;
import io.dateline.extract.text.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Newspapers' names, and the line that heads a printed page: name, day of the issue, page. The
 * words that tell them are those of {@code paper-words.tsv}.
 */
final class PaperNames {

  /** Longest name, in UTF-16 code units. */
  private static final int MAX_NAME = 50;

  /** Longest name in scripts whose characters are syllables or words. */
  private static final int MAX_WIDE_NAME = 10;

  /** Words of a name, at most: {@code The Frankfort Times and Weekly Courier}. */
  private static final int MAX_WORDS = 6;

  /** Letters of a long word, which a name has a capital in. */
  private static final int LONG_WORD = 4;

  /** Letters and digits of a page: {@code A4}, {@code 12b}. */
  private static final int MAX_PAGE = 4;

  /** What parts the pieces of such a line. */
  private static final String SIGNS = "|•·/,;–—\t";

  private static final Map<String, Set<String>> WORDS = new HashMap<>();

  static {
    for (List<String> row : WordLists.table(PaperNames.class, "paper-words.tsv", 2)) {
      WORDS.computeIfAbsent(row.get(0), kind -> new HashSet<>()).add(Folding.fold(row.get(1)));
    }
  }

  private PaperNames() {}

  /**
   * Whether the line is a newspaper's name and nothing else: {@code The Harbour Times (London)}.
   */
  static boolean isName(String line) {
    String name = withoutBrackets(line.strip());
    // Behind a bar or dash it is the window's title, with the headline before it.
    if (name.isEmpty()
        || name.length() > MAX_NAME
        || TitleSite.hasParts(name)
        || !isSpelledLikeAName(name)) {
      return false;
    }
    String folded = Folding.fold(name);
    String[] words = folded.split(" ", -1);
    boolean wide = name.codePointAt(0) >= 0x2E80;
    if (words.length > MAX_WORDS || (wide && name.length() > MAX_WIDE_NAME)) {
      return false;
    }
    return is("whole", folded) || isBy(words) || endsLikeOne(words[words.length - 1]);
  }

  private static boolean isBy(String[] words) {
    int of = List.of(words).indexOf("of");
    int last = (of > 0 ? of : words.length) - 1;
    boolean byLast = words.length > 1 && is("last", words[last]);
    boolean byFirst = words.length > 1 && (is("first", words[0]) || isSecond(words));
    return byLast || byFirst;
  }

  /** {@code La Voz de Ejemplo}: the word stands behind an article. */
  private static boolean isSecond(String[] words) {
    return words[0].length() < LONG_WORD && is("first", words[1]);
  }

  private static boolean endsLikeOne(String word) {
    return WORDS.getOrDefault("end", Set.of()).stream()
        .anyMatch(end -> word.endsWith(end) && word.length() > end.length());
  }

  /** Whether the line says on which page the story was printed: {@code Page A4}. */
  static boolean isPage(String line) {
    String[] words = Folding.fold(line).split(" ", -1);
    return words.length == 2
        && is("page", words[0])
        && words[1].length() <= MAX_PAGE
        && words[1].codePoints().anyMatch(UCharacter::isDigit);
  }

  /**
   * Whether a line of a date is the one that heads a printed page: beside the day it has the
   * paper's name or the page, and nothing that could be a headline.
   *
   * @param found the dates in the line
   */
  static boolean isFolio(String line, List<DateMatch> found) {
    boolean heads = false;
    for (String piece : pieces(line, found)) {
      boolean known = isName(piece) || isPage(piece) || isEdition(piece);
      heads |= known;
      if (!known && piece.indexOf(' ') >= 0) {
        return false;
      }
    }
    return heads && !found.isEmpty();
  }

  /** Whether a line of a date holds nothing else, or a weekday: one word. */
  static boolean isDay(String line, List<DateMatch> found) {
    List<String> pieces = pieces(line, found);
    return !found.isEmpty()
        && (pieces.isEmpty() || (pieces.size() == 1 && pieces.get(0).indexOf(' ') < 0));
  }

  private static boolean isEdition(String piece) {
    for (String word : Folding.fold(piece).split(" ", -1)) {
      if (is("edition", word)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> pieces(String line, List<DateMatch> found) {
    StringBuilder rest = new StringBuilder(line);
    for (DateMatch date : found) {
      for (int i = date.start(); i < date.end(); i++) {
        rest.setCharAt(i, '|');
      }
    }
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= rest.length(); i++) {
      if (i == rest.length() || SIGNS.indexOf(rest.charAt(i)) >= 0) {
        String piece = rest.substring(start, i).strip();
        if (!Folding.fold(piece).isEmpty()) {
          pieces.add(piece);
        }
        start = i + 1;
      }
    }
    return pieces;
  }

  /** {@code The Times (London)}: the town behind the name is no part of it. */
  private static String withoutBrackets(String name) {
    int open = name.indexOf(" (");
    return open > 0 && name.endsWith(")") ? name.substring(0, open).strip() : name;
  }

  private static boolean isSpelledLikeAName(String name) {
    for (String word : name.split(" ", -1)) {
      if (word.isEmpty()
          || (word.length() >= LONG_WORD && UCharacter.isLowerCase(word.codePointAt(0)))
          || ".,:;?!\"“”„«»".indexOf(word.charAt(word.length() - 1)) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean is(String kind, String word) {
    return WORDS.getOrDefault(kind, Set.of()).contains(word);
  }
}
