package io.dateline.extract.body;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.text.Folding;
import io.dateline.extract.text.Letters;
import io.dateline.extract.text.WordIndex;
import io.dateline.extract.text.WordLists;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signs that a block shows as one of a series: lines that are built alike but for their names
 * and numbers, and lines with a time, such as stand over each comment and each teaser.
 */
final class SeriesSigns {

  /** Not inside a word: what Java takes for a word's end has changed between its versions. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\p{L}\\p{Nd}_])"
              + "(?:[0-9]{1,2}[:.h][0-9]{2}|(?:19|20)[0-9]{2}|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4})"
              + "(?![\\p{L}\\p{Nd}_])");

  /** Words of times that are told from now: {@code 2 hours ago}. */
  private static final WordIndex TIME_WORDS =
      new WordIndex(Set.copyOf(WordLists.lines(SeriesSigns.class, "time-words.txt")));

  /** Words of a line that may be one of a series of lines built alike. */
  private static final int MAX_WORDS = 20;

  /** Pieces of a line that its build is told from. */
  private static final int MAX_PIECES = 24;

  /** Words of a line with a time that has little else. */
  private static final int MAX_TIME_WORDS = 14;

  /** Lines built alike that are a series. */
  private static final int SERIES = 3;

  private static final int BUILDS_NEAR = 6;
  private static final int TIMES_NEAR = 4;

  /** What stands in a line's build for words that start with a capital, numbers and the rest. */
  private static final char NAME = 'A';

  private static final char NUMBER = '0';
  private static final char OTHER = ' ';

  private static final int[] TIMES_BUILT = {1, 2, 4, 8};
  private static final int[] TIMES_TOLD = {0, 1, 3, 8};

  private final Look look;
  private final int size;

  SeriesSigns(Look look) {
    this.look = look;
    this.size = look.size();
  }

  void read(Levels[] levels) {
    builds(levels);
    times(levels);
  }

  private String text(int at) {
    return look.features().get(at).block().text();
  }

  private void builds(Levels[] levels) {
    String[] builds = new String[size];
    Map<String, Integer> times = new HashMap<>(2 * size);
    for (int i = 0; i < size; i++) {
      builds[i] = look.words(i) <= MAX_WORDS ? build(text(i)) : "";
      times.merge(builds[i], 1, Integer::sum);
    }
    int[] often = new int[size + 1];
    for (int i = 0; i < size; i++) {
      boolean tells = builds[i].length() > 1;
      int count = tells ? times.getOrDefault(builds[i], 0) : 0;
      often[i + 1] = often[i] + (count >= SERIES ? 1 : 0);
      int level = builds[i].isEmpty() ? 0 : !tells ? 1 : 2 + Shares.step(count, TIMES_BUILT);
      levels[i].add(Sign.BUILD, level);
    }
    for (int i = 0; i < size; i++) {
      levels[i].add(Sign.BUILDS_ABOVE, often[i] - often[Math.max(0, i - BUILDS_NEAR)]);
      levels[i].add(Sign.BUILDS_BELOW, often[Math.min(size, i + 1 + BUILDS_NEAR)] - often[i + 1]);
    }
  }

  /** The text with A for words that start with a capital and 0 for numbers, runs of them as one. */
  static String build(String text) {
    StringBuilder build = new StringBuilder();
    char last = OTHER;
    int pieces = 0;
    for (int i = 0; i < text.length() && pieces < MAX_PIECES; ) {
      int c = text.codePointAt(i);
      int start = i;
      i += Character.charCount(c);
      if (c == ' ' || UCharacter.isUWhiteSpace(c)) {
        continue;
      }
      pieces++;
      if (Letters.isLetterOrDigit(c)) {
        i = Letters.endOfSmall(text, i);
        while (i < text.length() && Letters.isLetterOrDigit(text.codePointAt(i))) {
          i += Character.charCount(text.codePointAt(i));
        }
      }
      char piece = Letters.isDigit(c) ? NUMBER : Letters.isUpper(c) ? NAME : OTHER;
      if (piece == OTHER || piece != last) {
        if (!build.isEmpty()) {
          build.append(' ');
        }
        if (piece == OTHER) {
          build.append(text, start, i);
        } else {
          build.append(piece);
        }
      }
      last = piece;
    }
    return build.toString();
  }

  private void times(Levels[] levels) {
    int[] sums = new int[size + 1];
    int first = size;
    for (int i = 0; i < size; i++) {
      boolean time = look.words(i) <= MAX_TIME_WORDS && !look.isProse(i) && hasTime(text(i));
      sums[i + 1] = sums[i] + (time ? 1 : 0);
      first = look.kept().get(i) ? Math.min(first, i) : first;
      levels[i].add(Sign.TIME, !time ? 0 : look.words(i) <= 6 ? 1 : 2);
      levels[i].add(
          Sign.TIMES_SO_FAR, first > i ? 0 : Shares.step(sums[i] - sums[first], TIMES_TOLD));
    }
    for (int i = 0; i < size; i++) {
      levels[i].add(Sign.TIMES_ABOVE, sums[i] - sums[Math.max(0, i - TIMES_NEAR)]);
      levels[i].add(Sign.TIMES_BELOW, sums[Math.min(size, i + 1 + TIMES_NEAR)] - sums[i + 1]);
    }
  }

  static boolean hasTime(String text) {
    return Letters.holdsDigit(text)
        && (holdsTimeOrYear(text) || TIME_WORDS.countIn(Folding.fold(text)) > 0);
  }

  /** Asks the pattern only where it can match. */
  private static boolean holdsTimeOrYear(String text) {
    Matcher time = TIME.matcher(text).useTransparentBounds(true);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' && time.region(i, text.length()).lookingAt()) {
        return true;
      }
    }
    return false;
  }
}
