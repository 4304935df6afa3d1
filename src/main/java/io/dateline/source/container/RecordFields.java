package io.dateline.source.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the fields of records mean: of the objects in JSON Lines, of the columns of CSV files.
 *
 * <p>Names are in lower case; the field {@code url} of the object {@code meta} is {@code meta.url}.
 * The defaults stand in {@code record-fields.txt}. Immutable.
 *
 * @param meanings for each meaning the names of fields, the most telling first. {@code text},
 *     {@code html}, {@code id}, {@code url}, {@code captured}, {@code entry}, or a property of a
 *     {@code Metadatum}
 * @param named the names among them that the job gave
 */
public record RecordFields(Map<String, List<String>> meanings, Set<String> named) {

  /** The names of fields that hold the text of a document. */
  public static final String TEXT = "text";

  /** The names of fields that hold a document as HTML; they win over text. */
  public static final String HTML = "html";

  /** The record's id. */
  public static final String ID = "id";

  /** Whence the document was fetched. */
  public static final String URL = "url";

  /** When the document was fetched. */
  public static final String CAPTURED = "captured";

  /** What names the entry in place of its line; none unless the job says so. */
  public static final String ENTRY = "entry";

  private static final String RESOURCE = "record-fields.txt";

  /** The names that common corpora use. */
  public static final RecordFields DEFAULTS = new RecordFields(read(), Set.of());

  /** Fields with these meanings; later changes of the map do not show. */
  public RecordFields {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    meanings.forEach((meaning, names) -> copy.put(meaning, lowerCase(names)));
    meanings = Collections.unmodifiableMap(copy);
    named = Set.copyOf(named);
  }

  /**
   * These fields with further names for one meaning, which win over those that it has. A name that
   * meant something else means this alone.
   */
  public RecordFields preferring(String meaning, List<String> names) {
    List<String> first = lowerCase(names);
    Map<String, List<String>> changed = new LinkedHashMap<>();
    meanings.forEach((other, known) -> changed.put(other, without(known, first)));
    List<String> all = new ArrayList<>(first);
    all.addAll(changed.getOrDefault(meaning, List.of()));
    changed.put(meaning, all);
    Set<String> allNamed = new HashSet<>(named);
    allNamed.addAll(first);
    return new RecordFields(changed, allNamed);
  }

  private static List<String> without(List<String> names, List<String> taken) {
    return names.stream().filter(name -> !taken.contains(name)).toList();
  }

  /** The names that mean this, the most telling first. */
  List<String> names(String meaning) {
    return meanings.getOrDefault(meaning, List.of());
  }

  /** The names that the job gave for this, and no others. */
  List<String> namedFor(String meaning) {
    return names(meaning).stream().filter(named::contains).toList();
  }

  /** All names that mean anything. */
  Set<String> known() {
    Set<String> known = new HashSet<>();
    meanings.values().forEach(known::addAll);
    return known;
  }

  private static List<String> lowerCase(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> meanings = new LinkedHashMap<>();
    InputStream resource =
        Objects.requireNonNull(RecordFields.class.getResourceAsStream(RESOURCE), RESOURCE);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          List<String> words = List.of(line.strip().split("\\s+"));
          meanings
              .computeIfAbsent(words.get(0), meaning -> new ArrayList<>())
              .addAll(words.subList(1, words.size()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
    return meanings;
  }
}
