package io.dateline.extract.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the word lists that stand beside the code: UTF-8, one entry a line; empty lines and lines
 * that start with {@code #} are comments; columns are separated by tabs.
 */
public final class WordLists {

  private WordLists() {}

  /**
   * The entries of the list {@code name} in the package of {@code owner}, in the file's order.
   *
   * @throws IllegalStateException if there is no such list
   */
  public static List<String> lines(Class<?> owner, String name) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no word list " + name + " beside " + owner.getName());
      }
      List<String> lines = new ArrayList<>();
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line.strip());
        }
      }
      return List.copyOf(lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read word list " + name, e);
    }
  }

  /**
   * The entries of a list whose lines have {@code columns} columns.
   *
   * @throws IllegalStateException if a line has another number of columns
   */
  public static List<List<String>> table(Class<?> owner, String name, int columns) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines(owner, name)) {
      List<String> row = List.of(line.split("\t+", -1));
      if (row.size() != columns) {
        throw new IllegalStateException(
            "word list " + name + ": expected " + columns + " columns: " + line);
      }
      rows.add(row);
    }
    return List.copyOf(rows);
  }
}
