package io.dateline.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * One of the CSV tables: RFC 4180 with minimal quoting, UTF-8, rows that end in CRLF.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param <R> what a row is made of
 */
public final class CsvTable<R> {

  /** How every CSV file of a run is written; for reading, take the header from the first record. */
  public static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).setRecordSeparator("\r\n").get();

  private static final int DECIMALS = 100_000;

  private final List<? extends Column<R>> columns;
  private final boolean formulaGuard;

  /** A table of these columns; {@code formulaGuard} says whether text cells are guarded. */
  public CsvTable(List<? extends Column<R>> columns, boolean formulaGuard) {
    this.columns = List.copyOf(columns);
    this.formulaGuard = formulaGuard;
  }

  /** The columns in order. */
  public List<? extends Column<R>> columns() {
    return columns;
  }

  /** The header row of these columns, without its line end. */
  public static String header(List<? extends Column<?>> columns) {
    return FORMAT.format(columns.stream().map(Column::label).toArray());
  }

  /** The cells of a row as the database keeps them: typed, unguarded, null for absent. */
  public @Nullable Object[] values(R row) {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).value(row);
    }
    return values;
  }

  /** The line of a row of {@link #values}, without its line end. */
  public String line(@Nullable Object[] values) {
    StringBuilder out = new StringBuilder(512);
    try {
      for (int i = 0; i < values.length; i++) {
        FORMAT.print(cell(columns.get(i), values[i]), out, i == 0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a StringBuilder does not fail", e);
    }
    return out.toString();
  }

  private String cell(Column<R> column, @Nullable Object value) {
    if (value == null) {
      return "";
    }
    return switch (column.type()) {
      case TEXT -> formulaGuard ? FormulaGuard.guard(value.toString()) : value.toString();
      case DECIMAL -> decimal((Double) value);
      case CODE, INTEGER, BOOLEAN -> value.toString();
    };
  }

  /** By integers, since Java 17 and 25 print some doubles differently. */
  static String decimal(double value) {
    long scaled = Math.round(value * DECIMALS);
    String fraction = String.valueOf(DECIMALS + Math.abs(scaled % DECIMALS)).substring(1);
    int end = fraction.length();
    while (end > 0 && fraction.charAt(end - 1) == '0') {
      end--;
    }
    String whole = (scaled < 0 ? "-" : "") + Math.abs(scaled / DECIMALS);
    return end == 0 ? whole : whole + "." + fraction.substring(0, end);
  }
}
