package io.dateline.extract.date;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
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

  private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);

  private DateWords() {
    try (InputStream in = DateWords.class.getResourceAsStream("words.tsv")) {
      if (in == null) {
        throw new IOException("missing");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException("resource words.tsv", e);
    }
  }

  private void add(String line) {
    String[] columns = line.split("\t", -1);
    Set<String> own =
        words.computeIfAbsent(
            Kind.valueOf(columns[0].toUpperCase(Locale.ROOT)), k -> new HashSet<>());
    for (int i = 1; i < columns.length; i++) {
      own.add(Folding.fold(columns[i]));
    }
  }

  boolean is(Kind kind, String folded) {
    return words.getOrDefault(kind, Set.of()).contains(folded);
  }
}
