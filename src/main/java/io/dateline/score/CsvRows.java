package io.dateline.score;

import io.dateline.output.CsvTable;
import io.dateline.output.FormulaGuard;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file row by row: UTF-8, with or without byte order mark, any line end. Not safe for
 * use by several threads.
 */
final class CsvRows implements Closeable {

  /** Longest row in UTF-16 code units; the longest document gives far less. */
  private static final long MAX_ROW = 64L << 20;

  private final RowLimit limit;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final boolean guarded;
  private final Map<String, Integer> places = new LinkedHashMap<>();

  private CsvRows(Path file, boolean guarded) throws IOException {
    this.guarded = guarded;
    limit =
        new RowLimit(
            new BufferedReader(
                new InputStreamReader(
                    Files.newInputStream(file),
                    StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))),
            MAX_ROW);
    parser = CsvTable.FORMAT.parse(limit);
    records = parser.iterator();
  }

  /**
   * Opens a file and reads its header.
   *
   * @param guarded whether cells bear the formula guard
   * @throws IOException if it cannot be read, is no UTF-8 or no CSV
   */
  static CsvRows open(Path file, boolean guarded) throws IOException {
    CsvRows rows = new CsvRows(file, guarded);
    try {
      rows.readHeader();
      return rows;
    } catch (IOException | RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  private void readHeader() throws IOException {
    CSVRecord header = record();
    if (header == null) {
      throw new IOException("it is empty");
    }
    for (String cell : header) {
      String name = cell.startsWith("\uFEFF") ? cell.substring(1) : cell;
      if (places.put(name.strip().toLowerCase(Locale.ROOT), places.size()) != null) {
        throw new IOException("it has two columns of the name " + name.strip());
      }
    }
  }

  /** The names in the header, in lower case. */
  List<String> columns() {
    return List.copyOf(places.keySet());
  }

  /**
   * The next row that is not blank, or null at the end.
   *
   * @throws IOException also if a row has not as many cells as the header
   */
  @Nullable CsvRow next() throws IOException {
    while (true) {
      long line = parser.getCurrentLineNumber() + 1;
      CSVRecord row = record();
      if (row == null) {
        return null;
      }
      if (row.size() == 1 && row.get(0).isBlank() && places.size() > 1) {
        continue;
      }
      if (row.size() != places.size()) {
        throw new IOException(
            "line " + line + " has " + row.size() + " cells and the header " + places.size());
      }
      List<String> cells = new ArrayList<>(row.size());
      for (String cell : row) {
        cells.add(guarded ? FormulaGuard.unguard(cell) : cell);
      }
      return new CsvRow(line, places, cells);
    }
  }

  private @Nullable CSVRecord record() throws IOException {
    limit.restart();
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
