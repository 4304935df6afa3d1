package io.dateline.extract.dateline;

import com.ibm.icu.lang.UCharacter;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Agencies and the small words of datelines, from {@code agencies.tsv} and {@code words.tsv}. */
final class Vocabulary {

  /** Words of the longest agency name that is looked up. */
  static final int MAX_AGENCY_WORDS = 4;

  static final Vocabulary INSTANCE = new Vocabulary();

  private final Map<String, String> agencies = new HashMap<>();
  private final Map<String, Set<String>> words = new HashMap<>();

  private Vocabulary() {
    read(
        "agencies.tsv",
        columns -> {
          for (String name : columns) {
            agencies.putIfAbsent(fold(name), columns[0]);
          }
        });
    read(
        "words.tsv",
        columns -> {
          Set<String> own = words.computeIfAbsent(columns[0], k -> new HashSet<>());
          for (int i = 1; i < columns.length; i++) {
            own.add(fold(columns[i]));
          }
        });
  }

  private static void read(String resource, Consumer<String[]> row) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("missing");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .forEach(line -> row.accept(line.split("\t", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + resource, e);
    }
  }

  /**
   * Canonical name of an agency, of several joined by slashes ({@code Reuters/AFP}), or null if one
   * of them is unknown.
   */
  @Nullable String agency(String name) {
    String whole = agencies.get(fold(name));
    if (whole != null || name.indexOf('/') < 0) {
      return whole;
    }
    StringBuilder all = new StringBuilder();
    for (String part : name.split("/", -1)) {
      String one = agencies.get(fold(part));
      if (one == null) {
        return null;
      }
      all.append(all.isEmpty() ? "" : "/").append(one);
    }
    return all.toString();
  }

  boolean is(String kind, String word) {
    Set<String> own = words.get(kind);
    return own != null && own.contains(fold(word));
  }

  private static String fold(String word) {
    return isSmall(word) ? word : folded(word);
  }

  private static boolean isSmall(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < 'a' || c > 'z') {
        return false;
      }
    }
    return true;
  }

  private static String folded(String word) {
    StringBuilder folded = new StringBuilder(word.length());
    boolean gap = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c <= ' ' || c == 0xA0) {
        gap = !folded.isEmpty();
      } else if (c != '.') {
        if (gap) {
          folded.append(' ');
          gap = false;
        }
        folded.append(
            c < 128
                ? (char) (c >= 'A' && c <= 'Z' ? c + 32 : c)
                : (char) UCharacter.toLowerCase(c));
      }
    }
    return folded.toString();
  }
}
