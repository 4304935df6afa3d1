package io.dateline.batch.export;

import io.dateline.output.ArticleColumn;
import io.dateline.output.Column;
import io.dateline.output.CsvTable;
import io.dateline.output.FormulaGuard;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Turns rows of an articles.csv, which may have been written with other columns or another formula
 * guard, into cells and rows of today's. Columns are found by their names; one that the file did
 * not have is empty. Immutable and safe for use by several threads.
 */
final class RowTranslation {

  private final int width;
  private final Map<String, Integer> places = new HashMap<>();
  private final boolean guarded;
  private final boolean guard;

  /**
   * A translation.
   *
   * @param header the file's header row
   * @param guarded whether the file's text cells are guarded
   * @param guard whether those of the translated rows are
   * @throws IOException if the header is no row, or has no ids of articles
   */
  RowTranslation(String header, boolean guarded, boolean guard) throws IOException {
    List<String> labels = record(header);
    this.width = labels.size();
    for (int i = 0; i < width; i++) {
      places.put(labels.get(i), i);
    }
    if (!places.containsKey(ArticleColumn.ARTICLE_ID.label())) {
      throw new IOException("its header names no article_id");
    }
    this.guarded = guarded;
    this.guard = guard;
  }

  /**
   * The cells of a row in the order of today's columns, guarded as those of today are.
   *
   * @throws IOException if it is no row of its file
   */
  List<String> cells(String row) throws IOException {
    List<String> cells = record(row);
    if (cells.size() != width) {
      throw new IOException("a row has not the cells of the header");
    }
    List<String> translated = new ArrayList<>(cells.size());
    for (ArticleColumn column : ArticleColumn.values()) {
      Integer place = places.get(column.label());
      translated.add(place == null ? "" : cell(column, cells.get(place)));
    }
    return translated;
  }

  /** A row of such cells as it stands in a file, with its line end. */
  static String row(List<String> cells) {
    StringBuilder out = new StringBuilder(1 << 12);
    try {
      CsvTable.FORMAT.printRecord(out, cells.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException("a StringBuilder does not fail", e);
    }
    return out.toString();
  }

  private String cell(ArticleColumn column, String cell) {
    if (guarded == guard || column.type() != Column.Type.TEXT) {
      return cell;
    }
    return guard ? FormulaGuard.guard(cell) : FormulaGuard.unguard(cell);
  }

  private static List<String> record(String row) throws IOException {
    try (CSVParser parser = CsvTable.FORMAT.parse(new StringReader(row))) {
      List<CSVRecord> records = parser.getRecords();
      if (records.size() != 1) {
        throw new IOException("a row is not one row");
      }
      return records.get(0).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
