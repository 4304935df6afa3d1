package io.dateline.output;

import java.util.Locale;

/**
 * What the file of a table is.
 *
 * @param format what it is written in
 * @param byteOrderMark whether a CSV file starts with one, by which Excel knows UTF-8
 * @param gzip whether a CSV file is packed as a whole
 */
public record FileForm(Format format, boolean byteOrderMark, boolean gzip) {

  /** How the files of runs are: {@link CsvTable#FORMAT} in UTF-8 and nothing else. */
  public static final FileForm CSV = new FileForm(Format.CSV, false, false);

  /** Typed columns, packed inside. */
  public static final FileForm PARQUET = new FileForm(Format.PARQUET, false, false);

  /** Formats of tables. */
  public enum Format {
    CSV,
    PARQUET;

    /** As it is written on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public FileForm {
    if (format != Format.CSV && (byteOrderMark || gzip)) {
      throw new IllegalArgumentException("only CSV has a byte order mark or is packed as a whole");
    }
  }

  /** Name of a table's file. */
  public String fileName(PackagedTable table) {
    return table.label() + "." + format + (gzip ? ".gz" : "");
  }
}
