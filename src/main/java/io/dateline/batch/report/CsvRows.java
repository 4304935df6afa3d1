package io.dateline.batch.report;

import io.dateline.output.CsvTable;
import io.dateline.output.FormulaGuard;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file of a run row by row, its header left out. */
final class CsvRows {

  private final boolean guarded;

  /** Rows of files whose text cells are guarded, or are not. */
  CsvRows(boolean guarded) {
    this.guarded = guarded;
  }

  /** Takes a row. */
  @FunctionalInterface
  interface Reader {
    /** Takes a row and says whether it wants another. */
    boolean row(CSVRecord row);
  }

  /**
   * Hands over the rows of a file, in order, for as long as they are wanted. A file that is not
   * there has none: an older program, whose run this one ends, may not have written it.
   */
  void read(Path file, Reader reader) throws IOException {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (BufferedReader in = Files.newBufferedReader(file);
        CSVParser parser = CsvTable.FORMAT.parse(in)) {
      Iterator<CSVRecord> rows = parser.iterator();
      if (rows.hasNext()) {
        rows.next();
      }
      while (rows.hasNext() && reader.row(rows.next())) {
        // The reader does it all.
      }
    } catch (UncheckedIOException e) {
      throw new IOException("cannot read " + file, e);
    }
  }

  /** A text cell as it was before the guard. */
  String text(CSVRecord row, int column) {
    String cell = row.get(column);
    return guarded ? FormulaGuard.unguard(cell) : cell;
  }

  static long number(CSVRecord row, int column) {
    return Long.parseLong(row.get(column));
  }
}
