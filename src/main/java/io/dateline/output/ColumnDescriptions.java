package io.dateline.output;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The data dictionary of the three tables, as {@code columns.tsv} has it. */
final class ColumnDescriptions {

  private static final String RESOURCE = "columns.tsv";
  private static final String NONE = "-";
  private static final String SEVERAL = "*";

  private static final Map<String, List<FieldDescription>> TABLES = load();

  private ColumnDescriptions() {}

  /** The columns of a table in order. */
  static List<FieldDescription> of(String table) {
    return List.copyOf(Objects.requireNonNull(TABLES.get(table), table));
  }

  private static Map<String, List<FieldDescription>> load() {
    JsonMapper json = JsonMapper.builder().build();
    Map<String, List<FieldDescription>> tables = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    ColumnDescriptions.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          List<String> cells = List.of(line.split("\t", -1));
          if (cells.size() != 6) {
            throw new IllegalStateException(
                RESOURCE + " has a line of other than 6 cells: " + line);
          }
          tables.computeIfAbsent(cells.get(0), table -> new ArrayList<>()).add(field(cells, json));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
    return tables;
  }

  private static FieldDescription field(List<String> cells, JsonMapper json) {
    String type = cells.get(2);
    boolean several = type.endsWith(SEVERAL);
    Map<String, Object> constraints =
        cells.get(3).equals(NONE)
            ? Map.of()
            : json.readValue(cells.get(3), new TypeReference<LinkedHashMap<String, Object>>() {});
    return new FieldDescription(
        cells.get(1),
        several ? type.substring(0, type.length() - SEVERAL.length()) : type,
        cells.get(5),
        constraints,
        iri(cells.get(4)),
        several);
  }

  private static @Nullable String iri(String cell) {
    return cell.equals(NONE) ? null : cell;
  }
}
