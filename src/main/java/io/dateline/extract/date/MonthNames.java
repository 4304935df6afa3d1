package io.dateline.extract.date;

import io.dateline.extract.text.WordIndex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names and abbreviations of months in some 60 languages, from {@code months.tsv}. Immutable and
 * safe for use by several threads.
 */
public final class MonthNames {

  /** Words of the longest name: {@code كانون الثاني}, {@code tháng 12}. */
  public static final int MAX_WORDS = 2;

  private static final class Holder {
    static final MonthNames INSTANCE = new MonthNames();
  }

  /** What languages disagree about: {@code listopad} is October in Croatian, else November. */
  private static final int AMBIGUOUS = -1;

  private final Map<String, Integer> byName = new HashMap<>();

  /** The first words of all names, the whole if it is one word. */
  private final WordIndex firstWords;

  private final Map<String, Map<String, Integer>> byLanguage = new HashMap<>();

  /** The first words of names of two. */
  private final WordIndex firstOfTwo;

  private MonthNames() {
    Set<String> first = new HashSet<>();
    try (InputStream in = MonthNames.class.getResourceAsStream("months.tsv")) {
      if (in == null) {
        throw new IOException("missing");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> add(line, first));
    } catch (IOException e) {
      throw new UncheckedIOException("resource months.tsv", e);
    }
    firstOfTwo = new WordIndex(first);
    first.addAll(byName.keySet());
    firstWords = new WordIndex(first);
  }

  /** The names of this program's resources. */
  public static MonthNames get() {
    return Holder.INSTANCE;
  }

  private void add(String line, Set<String> firstOfTwo) {
    String[] columns = line.split("\t", -1);
    Map<String, Integer> own = byLanguage.computeIfAbsent(columns[0], k -> new HashMap<>());
    for (int month = 1; month <= 12; month++) {
      for (String name : columns[month].split("\\|", -1)) {
        String key = Folding.fold(name);
        own.putIfAbsent(key, month);
        int space = key.indexOf(' ');
        if (space > 0) {
          firstOfTwo.add(key.substring(0, space));
        }
        byName.merge(key, month, (a, b) -> a.equals(b) ? a : Integer.valueOf(AMBIGUOUS));
      }
    }
  }

  /** Whether no month's name starts with a folded word, as most do not. */
  boolean isNone(String word) {
    return firstWords.find(word) == WordIndex.NONE;
  }

  /** Whether a word is the first of the two that are some month's name. */
  boolean isFirstOfTwo(String word) {
    return firstOfTwo.find(Folding.fold(word)) != WordIndex.NONE;
  }

  /**
   * The month of this name.
   *
   * @param name one or two words with single spaces; case, accents and dots do not matter
   * @param language BCP 47 tag of the text, decides where languages disagree
   * @return 1 to 12, or 0 if it is no month's name or languages disagree
   */
  public int month(String name, @Nullable String language) {
    String key = Folding.fold(name);
    Integer month = byName.get(key);
    if (month == null) {
      return 0;
    }
    if (month != AMBIGUOUS) {
      return month;
    }
    if (language == null) {
      return 0;
    }
    String primary = language.split("[-_]", 2)[0];
    return byLanguage.getOrDefault(primary, Map.of()).getOrDefault(key, 0);
  }
}
