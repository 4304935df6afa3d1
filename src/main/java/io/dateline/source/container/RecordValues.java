package io.dateline.source.container;

import io.dateline.article.Capture;
import io.dateline.article.Metadatum;
import io.dateline.article.NewsroomFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of one record, by the names of its fields, and the document they make. */
final class RecordValues {

  /** Values of one field other than the text, whose length that of its line bounds. */
  private static final int MAX_VALUES = 10_000;

  /** Authors and the like of one article. */
  private static final int MAX_STATEMENTS = 100;

  private static final Set<String> NO_STATEMENTS =
      Set.of(
          RecordFields.TEXT,
          RecordFields.HTML,
          RecordFields.ID,
          RecordFields.URL,
          RecordFields.CAPTURED,
          RecordFields.ENTRY);

  private final RecordFields fields;
  private final Set<String> textNames;
  private final Map<String, List<String>> values = new HashMap<>();
  private final Map<String, StringBuilder> texts = new HashMap<>();
  private final Set<String> ownNames = new HashSet<>();

  RecordValues(RecordFields fields) {
    this.fields = fields;
    this.textNames = Set.copyOf(fields.names(RecordFields.TEXT));
  }

  /**
   * Adds a value; null where the record has the field without one.
   *
   * @throws DamagedBytesException if the field has more than any should
   */
  void add(String name, @Nullable String value) throws DamagedBytesException {
    List<String> all = values.computeIfAbsent(name, n -> new ArrayList<>());
    if (value == null || value.isBlank()) {
      return;
    }
    if (textNames.contains(name)) {
      StringBuilder text = texts.computeIfAbsent(name, n -> new StringBuilder());
      text.append(text.isEmpty() ? "" : "\n\n").append(value);
    } else if (all.size() < MAX_VALUES) {
      all.add(value);
    } else {
      throw new DamagedBytesException("A field of the record has more values than any should.");
    }
  }

  /** Notes the name of a field of the record's own, not of an object in it. */
  void addName(String name) {
    if (NinjsNames.isOne(name)) {
      ownNames.add(name);
    }
  }

  /**
   * Whether the record is an object of ninjs, which says itself what its fields mean. Where the job
   * says which field holds the text, it is a record.
   *
   * @param alone whether it is all that the file holds
   */
  boolean isNinjs(boolean alone) {
    boolean told = alone ? NinjsNames.fit(ownNames) : NinjsNames.prove(ownNames);
    return told
        && Stream.of(RecordFields.TEXT, RecordFields.HTML)
            .flatMap(meaning -> fields.namedFor(meaning).stream())
            .noneMatch(values::containsKey);
  }

  /** Whether the record has no field that means anything. */
  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Whether the record has a field for the document, with a value or without. */
  boolean hasDocument() {
    return has(RecordFields.HTML) || has(RecordFields.TEXT);
  }

  private boolean has(String meaning) {
    return fields.names(meaning).stream().anyMatch(values::containsKey);
  }

  /** The document in UTF-8; empty if the record has no value for it. */
  byte[] document() {
    String html = first(RecordFields.HTML);
    String text = html != null ? html : text();
    return text == null ? new byte[0] : wellFormed(text).getBytes(StandardCharsets.UTF_8);
  }

  /** The value that names the entry, or null. */
  @Nullable String entry() {
    return first(RecordFields.ENTRY);
  }

  /** What the record says beside the document. */
  Capture capture() {
    return capture(fields::names, null);
  }

  /** What the record says by the job's own names, where the document is the object itself. */
  Capture ninjsCapture() {
    return capture(fields::namedFor, NewsroomFormat.NINJS.mediaType());
  }

  private Capture capture(Function<String, List<String>> names, @Nullable String mediaType) {
    List<Metadatum> statements = new ArrayList<>();
    for (String meaning : fields.meanings().keySet()) {
      if (!NO_STATEMENTS.contains(meaning)) {
        addStatements(meaning, names.apply(meaning), statements);
      }
    }
    return new Capture(
        first(names.apply(RecordFields.ID)),
        first(names.apply(RecordFields.URL)),
        CaptureDate.of(first(RecordFields.CAPTURED)),
        mediaType,
        null,
        statements);
  }

  private void addStatements(String meaning, List<String> names, List<Metadatum> statements) {
    for (String name : names) {
      List<String> found = values.getOrDefault(name, List.of());
      found.stream()
          .limit(MAX_STATEMENTS)
          .map(
              value ->
                  meaning.equals("datePublished") || meaning.equals("dateModified")
                      ? dated(value)
                      : value)
          .forEach(
              value ->
                  statements.add(
                      new Metadatum(Metadatum.Source.RECORD, name, meaning, wellFormed(value))));
      if (!found.isEmpty()) {
        return;
      }
    }
  }

  private @Nullable String first(String meaning) {
    return first(fields.names(meaning));
  }

  private @Nullable String first(List<String> names) {
    for (String name : names) {
      List<String> found = values.getOrDefault(name, List.of());
      if (!found.isEmpty()) {
        return found.get(0).strip();
      }
    }
    return null;
  }

  /** All values of the first field that has any: a text may be a list of paragraphs. */
  private @Nullable String text() {
    for (String name : fields.names(RecordFields.TEXT)) {
      StringBuilder found = texts.get(name);
      if (found != null) {
        return found.toString();
      }
    }
    return null;
  }

  /** Seconds or milliseconds since 1970 as ISO 8601; everything else as it stands. */
  private static String dated(String value) {
    boolean counted = value.length() == 10 || value.length() == 13;
    String date =
        counted && value.chars().allMatch(c -> c >= '0' && c <= '9') ? CaptureDate.of(value) : null;
    return date == null ? value : date;
  }

  /** The text with U+FFFD for halves of characters, which JSON can spell and UTF-8 cannot. */
  private static String wellFormed(String text) {
    StringBuilder fixed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        fixed = fixed == null ? new StringBuilder(text) : fixed;
        fixed.setCharAt(i, '\uFFFD');
      }
    }
    return fixed == null ? text : fixed.toString();
  }
}
