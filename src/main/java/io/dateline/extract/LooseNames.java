package io.dateline.extract;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import io.dateline.extract.credit.Bylines;
import io.dateline.extract.credit.Bylines.Byline;
import io.dateline.extract.credit.PersonNames;
import io.dateline.extract.date.DateHints;
import io.dateline.extract.date.DateMatch;
import io.dateline.extract.date.DateParser;
import io.dateline.extract.place.Gazetteer;
import io.dateline.extract.text.Folding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names that stand near a story without a word that says whose they are: alone on a line, or beside
 * the day. What is spelled like a name and is the page's title, its site's name or a place is none.
 */
final class LooseNames {

  /** Longest line of a day and a name, in UTF-16 code units. */
  private static final int MAX_LINE = 160;

  /** Longest line that is a place's name, in UTF-16 code units. */
  private static final int MAX_PLACE = 60;

  /** Small letters before a capital inside a name: {@code MacExample}. */
  private static final int MAX_PREFIX = 2;

  /** Letters of small words in headlines that have capitals throughout: {@code with}. */
  private static final int MAX_JOINT = 4;

  /** What parts the pieces of such a line. */
  private static final String SIGNS = "|•·/,;—–\n\t";

  private final Bylines bylines;
  private final PersonNames names;
  private final DateParser dates;
  private final Set<String> taken = new HashSet<>();
  private final boolean sentenceCase;

  /**
   * Names on a page.
   *
   * @param headline the article's own
   * @param sites names of site and publisher
   */
  LooseNames(
      Bylines bylines,
      PersonNames names,
      DateParser dates,
      @Nullable String headline,
      Set<String> sites) {
    this.bylines = bylines;
    this.names = names;
    this.dates = dates;
    if (headline != null) {
      taken.add(Folding.fold(headline));
    }
    this.sentenceCase = headline != null && hasSmallWord(headline);
    sites.forEach(site -> taken.add(Folding.fold(site)));
  }

  /**
   * Whether the whole line is a person's name, perhaps with where: {@code Ann Example in Rome}.
   * Where headlines have capitals throughout, a second one may read so: {@code Storm Damage in
   * Rome}.
   */
  boolean isWriter(String line) {
    return isName(line)
        || (sentenceCase
            && !taken.contains(Folding.fold(line))
            && names.beforePlace(line).filter(this::isName).isPresent());
  }

  /** Whether the whole line is a person's name, and no place's and no newspaper's. */
  boolean isName(String line) {
    return names.isPerson(line)
        && !taken.contains(Folding.fold(line))
        && !isLoanWord(line)
        && !isPlace(line)
        && !PaperNames.isName(line);
  }

  /**
   * {@code NEW YORK}, {@code Belo Horizonte}: a place of note, or in capitals any. Small ones bear
   * people's names: {@code San Martin}, {@code Jackson Hole}.
   */
  static boolean isPlace(String line) {
    if (line.length() > MAX_PLACE) {
      return false;
    }
    Gazetteer places = Gazetteer.get();
    return places.resolve(line, null).isPresent()
        || places.isRegion(line)
        || (line.equals(UCharacter.toUpperCase(Locale.ROOT, line)) && places.isKnown(line));
  }

  /**
   * A Japanese name is not written in katakana alone; a foreigner's is, in two parts. One such word
   * is a button's.
   */
  private static boolean isLoanWord(String line) {
    return line.codePoints().allMatch(c -> c == 'ー' || UScript.getScript(c) == UScript.KATAKANA);
  }

  private static boolean hasSmallWord(String headline) {
    for (String word : headline.split(" ", -1)) {
      if (word.length() > MAX_JOINT && UCharacter.isLowerCase(word.codePointAt(0))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The people on a line with a date: {@code By Ann Example 6 May 2019}, {@code Ann Example |
   * 06.05.2019}, {@code 6 May 2019 by Ann Example - Leave a reply}.
   *
   * @return null if it has no date, or names nobody for certain
   */
  @Nullable List<String> besideDate(String line) {
    List<DateMatch> found = line.length() > MAX_LINE ? List.of() : dates.find(line, DateHints.NONE);
    if (found.isEmpty()) {
      return null;
    }
    for (String piece : pieces(line, found)) {
      List<String> people = bylines.read(piece).map(Byline::authors).orElse(List.of());
      if (!people.isEmpty() && people.stream().allMatch(this::isName)) {
        return people;
      }
      boolean bare = isTwoWords(piece) && !isRunTogether(piece) && !bylines.opens(piece);
      if (bare && isName(piece) && !Gazetteer.get().isKnown(piece)) {
        return List.of(piece);
      }
    }
    return null;
  }

  private static List<String> pieces(String line, List<DateMatch> found) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int next = 0;
    for (int i = 0; i <= line.length(); i++) {
      boolean atDate = next < found.size() && i == found.get(next).start();
      if (i == line.length() || atDate || SIGNS.indexOf(line.charAt(i)) >= 0) {
        String piece = withoutTail(line.substring(start, i));
        if (!piece.isEmpty()) {
          pieces.add(piece);
        }
        start = i + 1;
        if (atDate) {
          start = found.get(next).end();
          i = start - 1;
          next++;
        }
      }
    }
    return pieces;
  }

  /**
   * Without the small words and numbers behind a name: {@code on}, {@code published}, {@code 6}.
   */
  private static String withoutTail(String text) {
    String piece = text.strip();
    while (!piece.isEmpty()) {
      int last = piece.lastIndexOf(' ') + 1;
      int first = piece.codePointAt(last);
      if (!UCharacter.isLowerCase(first) && UCharacter.isLetter(first)) {
        break;
      }
      piece = piece.substring(0, last).strip();
    }
    return piece;
  }

  /** {@code ExamplePublished}: two words, since no name has a capital so far inside. */
  private static boolean isRunTogether(String piece) {
    int small = 0;
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (UCharacter.isUpperCase(c) && small > MAX_PREFIX) {
        return true;
      }
      small = UCharacter.isLowerCase(c) ? small + 1 : 0;
    }
    return false;
  }

  /** More words may be a name and the section that stands behind it. */
  private static boolean isTwoWords(String piece) {
    int space = piece.indexOf(' ');
    return space > 0
        && space == piece.lastIndexOf(' ')
        && UCharacter.isUpperCase(piece.codePointAt(0))
        && UCharacter.isUpperCase(piece.codePointAt(space + 1));
  }
}
