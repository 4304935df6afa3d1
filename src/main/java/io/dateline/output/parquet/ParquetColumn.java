package io.dateline.output.parquet;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import io.dateline.output.FieldDescription;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Types;

/**
 * A column, and how its cells are written. Every column may be empty: rows of an older program lack
 * columns that came later.
 */
record ParquetColumn(String name, Kind kind) {

  /** What the cells are. */
  enum Kind {
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATE
  }

  static ParquetColumn of(FieldDescription field) {
    return new ParquetColumn(
        field.name(),
        switch (field.type()) {
          case "string" -> Kind.TEXT;
          case "integer" -> Kind.INTEGER;
          case "number" -> Kind.NUMBER;
          case "boolean" -> Kind.BOOLEAN;
          case "date" -> Kind.DATE;
          default -> throw new IllegalStateException("a column of the type " + field.type());
        });
  }

  PrimitiveType type() {
    return switch (kind) {
      case TEXT -> Types.optional(BINARY).as(LogicalTypeAnnotation.stringType()).named(name);
      case INTEGER -> Types.optional(INT64).named(name);
      case NUMBER -> Types.optional(DOUBLE).named(name);
      case BOOLEAN -> Types.optional(BOOLEAN).named(name);
      case DATE -> Types.optional(INT32).as(LogicalTypeAnnotation.dateType()).named(name);
    };
  }

  /**
   * Writes a cell that is not empty.
   *
   * @param cell as the database has it, or as text
   * @throws IllegalArgumentException if it is none of this column
   */
  void write(Object cell, RecordConsumer to) {
    switch (kind) {
      case TEXT -> to.addBinary(Binary.fromString(cell.toString()));
      case INTEGER ->
          to.addLong(
              cell instanceof Number number ? number.longValue() : Long.parseLong(cell.toString()));
      case NUMBER ->
          to.addDouble(
              cell instanceof Number number
                  ? number.doubleValue()
                  : Double.parseDouble(cell.toString()));
      case BOOLEAN -> to.addBoolean(truth(cell.toString()));
      case DATE -> to.addInteger(day(cell.toString()));
    }
  }

  private static boolean truth(String cell) {
    return switch (cell) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  /** Days since 1970-01-01. */
  private static int day(String cell) {
    try {
      return Math.toIntExact(LocalDate.parse(cell).toEpochDay());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no date", e);
    }
  }
}
