package io.dateline.score;

import io.dateline.output.QuoteColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The gold of quotes.
 *
 * @param join how its articles are found in a run
 * @param columns {@code text}, then what else is judged
 * @param quotes the quotes of each article, by the key of the join; none for a row without a text
 */
record GoldQuotes(Join join, List<String> columns, Map<String, List<List<String>>> quotes) {

  static final String TEXT = QuoteColumn.TEXT.label();

  private static final List<String> JUDGED =
      Stream.of(
              QuoteColumn.SPEAKER,
              QuoteColumn.SPEAKER_AS_WRITTEN,
              QuoteColumn.SPEAKER_DESCRIPTION,
              QuoteColumn.CUE,
              QuoteColumn.KIND)
          .map(QuoteColumn::label)
          .toList();

  /** Reads the file whole. */
  static GoldQuotes read(Path path) throws IOException, ScoreRefusedException {
    GoldFile file = new GoldFile(path);
    List<String> known =
        Stream.concat(
                Stream.of("collection", "source_path", "entry_name", "url"),
                Stream.of(QuoteColumn.values()).map(QuoteColumn::label))
            .toList();
    try (CsvRows rows = file.open(known)) {
      Join join = file.join(rows.columns());
      if (!rows.columns().contains(TEXT)) {
        throw file.refused("has no column text; give it the words of the quotes");
      }
      List<String> columns =
          Stream.concat(Stream.of(TEXT), JUDGED.stream().filter(rows.columns()::contains)).toList();
      Map<String, List<List<String>>> quotes = new LinkedHashMap<>();
      try {
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
          List<List<String>> quotesOf =
              quotes.computeIfAbsent(file.key(join, row), key -> new ArrayList<>());
          if (!row.cell(TEXT).isBlank()) {
            quotesOf.add(columns.stream().map(row::cell).map(String::strip).toList());
          }
        }
      } catch (IOException e) {
        throw file.unreadable(e);
      }
      return new GoldQuotes(join, columns, quotes);
    }
  }
}
