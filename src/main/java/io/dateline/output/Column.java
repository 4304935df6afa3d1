package io.dateline.output;

import org.jspecify.annotations.Nullable;

/**
 * A column of one of the tables.
 *
 * @param <R> what a row is made of
 */
public interface Column<R> {

  /** What the cells hold, which decides how they are written. */
  enum Type {
    /** Free text, guarded against being run as a formula. */
    TEXT,
    /** Names, codes, dates and hashes that the program wrote: never guarded. */
    CODE,
    /** An integer. */
    INTEGER,
    /** A number with up to five decimals. */
    DECIMAL,
    /** {@code true} or {@code false}. */
    BOOLEAN
  }

  /** The column's name in CSV and SQL. */
  String label();

  Type type();

  /** The cell's value: a String, Integer, Long, Double or Boolean, or null for an empty cell. */
  @Nullable Object value(R row);
}
