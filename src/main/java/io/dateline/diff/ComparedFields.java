package io.dateline.diff;

import io.dateline.diff.rows.CsvColumns;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields that both sides have.
 *
 * @param names in the order of the columns, the quotes last
 * @param missing what was asked for and one side does not have
 */
record ComparedFields(List<String> names, List<String> missing) {

  ComparedFields {
    names = List.copyOf(names);
    missing = List.copyOf(missing);
  }

  static ComparedFields of(
      List<String> wanted, CsvColumns before, CsvColumns after, boolean bothHaveQuotes) {
    List<String> names = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String field : wanted) {
      boolean there =
          field.equals(FieldChoice.QUOTES) ? bothHaveQuotes : before.has(field) && after.has(field);
      (there ? names : missing).add(field);
    }
    return new ComparedFields(names, missing);
  }

  boolean hasQuotes() {
    return names.contains(FieldChoice.QUOTES);
  }

  /** Places of the columns in a file; none of the quotes, which have a file of their own. */
  int[] places(CsvColumns columns) {
    return names.stream()
        .filter(name -> !name.equals(FieldChoice.QUOTES))
        .mapToInt(columns::place)
        .toArray();
  }
}
