package io.dateline.fuzz;

import static io.dateline.fuzz.Invariants.require;

import io.dateline.output.Column;
import io.dateline.output.FieldDescription;
import io.dateline.output.PackagedTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a row against what {@code datapackage.json} says of their columns.
 *
 * @param <R> what a row is made of
 */
final class RowCheck<R> {

  private final List<Cell<R>> cells = new ArrayList<>();

  private record Cell<R>(
      Column<R> column, Map<String, Object> constraints, @Nullable Pattern pattern) {}

  RowCheck(List<? extends Column<R>> columns, PackagedTable table) {
    List<FieldDescription> fields = table.fields();
    for (int i = 0; i < columns.size(); i++) {
      Map<String, Object> constraints = fields.get(i).constraints();
      Object pattern = constraints.get("pattern");
      cells.add(
          new Cell<>(
              columns.get(i),
              constraints,
              pattern == null ? null : Pattern.compile(pattern.toString())));
    }
  }

  /** Fails if a cell of the row breaks a constraint of its column. */
  void check(R row) {
    for (Cell<R> cell : cells) {
      check(cell, cell.column().value(row));
    }
  }

  private void check(Cell<R> cell, @Nullable Object value) {
    String name = cell.column().label();
    if (value == null) {
      require(!Boolean.TRUE.equals(cell.constraints().get("required")), "it is required", name);
      return;
    }
    String text = value.toString();
    require(!text.isEmpty(), "an empty cell is null", name);
    if (cell.column().type() == Column.Type.TEXT) {
      Invariants.requireText(name, text);
    } else {
      Invariants.requirePrintable(name, text);
    }
    Pattern pattern = cell.pattern();
    require(pattern == null || pattern.matcher(text).matches(), name + " is of another form", text);
    requireBetween(name, value, cell.constraints());
    require(
        !(cell.constraints().get("enum") instanceof Collection<?> known) || known.contains(text),
        name + " is none of its values",
        text);
  }

  private static void requireBetween(String name, Object value, Map<String, Object> constraints) {
    if (value instanceof Number number) {
      double found = number.doubleValue();
      require(
          !(constraints.get("minimum") instanceof Number least) || found >= least.doubleValue(),
          name + " is too small",
          value);
      require(
          !(constraints.get("maximum") instanceof Number most) || found <= most.doubleValue(),
          name + " is too large",
          value);
    }
  }
}
