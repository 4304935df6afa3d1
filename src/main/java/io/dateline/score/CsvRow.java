package io.dateline.score;

import java.util.List;
import java.util.Map;

/**
 * A row of a CSV file.
 *
 * @param line line of the file on which it starts, from 1
 * @param places position of each column
 * @param cells cells as they were before the formula guard
 */
record CsvRow(long line, Map<String, Integer> places, List<String> cells) {

  /** The cell of a column, empty if the file has no such column. */
  String cell(String column) {
    Integer place = places.get(column);
    return place == null ? "" : cells.get(place);
  }
}
