package io.dateline.score;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns by which rows of a gold file are found in the run: {@code source_path}, with {@code
 * collection} and {@code entry_name} where the gold has them; else {@code article_id}; else {@code
 * url}.
 *
 * @param columns their names
 */
record Join(List<String> columns) {

  /** By the columns that a gold file has, or null if it has none of these. */
  static @Nullable Join of(List<String> header) {
    if (header.contains("source_path")) {
      return new Join(
          Stream.of("collection", "source_path", "entry_name").filter(header::contains).toList());
    }
    return header.contains("article_id")
        ? new Join(List.of("article_id"))
        : header.contains("url") ? new Join(List.of("url")) : null;
  }

  /** What a row has in these columns: equal for the same article. */
  String key(CsvRow row) {
    return columns.stream().map(row::cell).collect(Collectors.joining("\0"));
  }

  /** The column that has to be filled. */
  String main() {
    return columns.contains("source_path") ? "source_path" : columns.get(0);
  }

  /** A key as a person reads it. */
  static String name(String key) {
    return Stream.of(key.split("\0", -1))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** What tells two articles apart that this join does not. */
  String finer() {
    if (!columns.contains("source_path")) {
      return "source_path";
    }
    return columns.contains("entry_name") ? "collection" : "entry_name";
  }
}
