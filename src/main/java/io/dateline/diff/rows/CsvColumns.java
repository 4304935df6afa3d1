package io.dateline.diff.rows;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The columns of a file, by their names.
 *
 * @param width how many there are
 */
public record CsvColumns(Path file, Map<String, Integer> places, int width) {

  public CsvColumns {
    places = Map.copyOf(places);
  }

  static CsvColumns of(Path file, Cells header) throws DamagedFileException {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.count(); i++) {
      String name = header.text(i);
      if (places.put(i == 0 && name.startsWith("\uFEFF") ? name.substring(1) : name, i) != null) {
        throw new DamagedFileException(file, "has two columns of one name");
      }
    }
    return new CsvColumns(file, places, header.count());
  }

  /** Whether the file has a column. */
  public boolean has(String name) {
    return places.containsKey(name);
  }

  /** Where a column stands; -1 if the file does not have it. */
  public int place(String name) {
    return places.getOrDefault(name, -1);
  }

  /**
   * Where a column stands that there must be.
   *
   * @throws DamagedFileException if the file does not have it
   */
  public int require(String name) throws DamagedFileException {
    if (!has(name)) {
      throw new DamagedFileException(file, "has no column " + name + ", so it is of no run");
    }
    return place(name);
  }
}
