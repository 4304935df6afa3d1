package io.dateline.extract.date;

import io.dateline.extract.text.WordIndex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The small words around the numbers of a date, from {@code words.tsv}. */
final class DateWords {

  enum Kind {
    FILLER,
    WEEKDAY,
    PREPOSITION,
    JOIN,
    CLOCK,
    AM,
    PM,
    ZONE,
    YEAR
  }

  static final DateWords INSTANCE = new DateWords();

  private final WordIndex words;

  /** What the words are, by their numbers. */
  private final List<Set<Kind>> kinds = new ArrayList<>();

  private DateWords() {
    Map<String, Set<Kind>> kindsOf = new LinkedHashMap<>();
    try (InputStream in = DateWords.class.getResourceAsStream("words.tsv")) {
      if (in == null) {
        throw new IOException("missing");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> add(line, kindsOf));
    } catch (IOException e) {
      throw new UncheckedIOException("resource words.tsv", e);
    }
    words = new WordIndex(kindsOf.keySet());
    kinds.addAll(kindsOf.values());
  }

  private static void add(String line, Map<String, Set<Kind>> kindsOf) {
    String[] columns = line.split("\t", -1);
    Kind kind = Kind.valueOf(columns[0].toUpperCase(Locale.ROOT));
    for (int i = 1; i < columns.length; i++) {
      String word = Folding.fold(columns[i]);
      kindsOf.computeIfAbsent(word, w -> EnumSet.noneOf(Kind.class)).add(kind);
    }
  }

  boolean is(Kind kind, String folded) {
    int number = words.find(folded);
    return number != WordIndex.NONE && kinds.get(number).contains(kind);
  }
}
