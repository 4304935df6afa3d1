package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The files and the tables of a run say the same. */
class CsvAndDatabaseTests {

  /** Prints a CSV file as JSON, with the guard taken off as docs/csv.md says. */
  private static final String PYTHON =
      """
      import csv, json, re, sys
      csv.field_size_limit(1 << 30)
      guard = re.compile(r"'+[=+\\-@\\t\\r]")
      with open(sys.argv[1], encoding="utf-8", newline="") as file:
          rows = [{k: v[1:] if guard.match(v) else v for k, v in row.items()} for row in csv.DictReader(file)]
      json.dump(rows, sys.stdout)
      """;

  @TempDir Path folder;
  private Path output;

  @BeforeEach
  void aRunOverAwkwardTexts() throws Exception {
    Path input = Files.createDirectories(folder.resolve("papers"));
    new ArchiveGenerator(21).write(input, 150);
    Files.writeString(input.resolve("formula.txt"), story("=1+1 is what the mayor counted on"));
    Files.writeString(input.resolve("apostrophe.txt"), story("'-5 degrees in the harbour at noon"));
    Files.writeString(
        input.resolve("quotes, and \"commas\".txt"), story("A \"quoted\", dotted word"));
    Files.writeString(input.resolve("tab\tname.txt"), story("Names with tabs are encoded here"));
    output = folder.resolve("out");
    JobRun.run("--input", input, "--output", output, "--date", "2020-01-01");
  }

  @Test
  void theFilesReadBackByCommonsCsvEqualTheTablesRowForRow() throws Exception {
    for (String table : List.of("articles", "quotes", "rejections")) {
      List<Map<String, String>> rows = JobRun.csv(file(table));

      assertThat(rows).isNotEmpty();
      assertThat(fromDatabase(table, rows.get(0).keySet().stream().toList()))
          .isEqualTo(withoutBody(rows));
    }
  }

  @Test
  void theFilesReadBackByPythonEqualTheTablesRowForRow() throws Exception {
    for (String table : List.of("articles", "quotes", "rejections")) {
      String json = Python.run(folder, PYTHON, file(table).toString());
      List<Map<String, String>> rows =
          JsonMapper.builder().build().readValue(json, new TypeReference<>() {});

      assertThat(fromDatabase(table, rows.get(0).keySet().stream().toList()))
          .isEqualTo(withoutBody(rows));
    }
  }

  @Test
  void aRowsOffsetAndLengthFindItInThePublishedFile() throws Exception {
    List<Map<String, String>> places =
        Tables.query(
            output,
            "SELECT a.article_id, p.articles_offset + a.row_offset AS first_byte, a.row_bytes"
                + " FROM article_rows a JOIN run_partitions p ON p.run_id = a.run_id"
                + " AND p.partition_number = a.partition_number ORDER BY a.ordinal");
    byte[] file = Files.readAllBytes(file("articles"));

    assertThat(places).hasSizeGreaterThan(100);
    assertThat(places)
        .allSatisfy(
            place -> {
              int from = Integer.parseInt(place.get("first_byte"));
              String row =
                  new String(
                      file, from, Integer.parseInt(place.get("row_bytes")), StandardCharsets.UTF_8);
              assertThat(row).startsWith(place.get("article_id")).endsWith("\r\n");
            });
  }

  private Path file(String table) {
    return output.resolve("nightly/latest/" + table + ".csv");
  }

  private static List<Map<String, String>> withoutBody(List<Map<String, String>> rows) {
    List<Map<String, String>> copies = new ArrayList<>();
    for (Map<String, String> row : rows) {
      Map<String, String> copy = new LinkedHashMap<>(row);
      copy.remove("article_body");
      copies.add(copy);
    }
    return copies;
  }

  /** Rows of a table by its view, each cell as the CSV file would show it unguarded. */
  private List<Map<String, String>> fromDatabase(String table, List<String> columns)
      throws Exception {
    List<String> stored = columns.stream().filter(c -> !c.equals("article_body")).toList();
    String order = table.equals("quotes") ? "ordinal, quote_number" : "ordinal";
    List<Map<String, String>> rows =
        Tables.query(
            output,
            "SELECT " + String.join(", ", stored) + " FROM " + table + " ORDER BY " + order);
    for (Map<String, String> row : rows) {
      row.replaceAll((column, value) -> asCell(column, value));
    }
    return rows;
  }

  private static String asCell(String column, String value) {
    if (value == null) {
      return "";
    }
    if (column.equals("environmental")) {
      return value.toLowerCase(Locale.ROOT);
    }
    return column.endsWith("itude")
        ? new BigDecimal(value).stripTrailingZeros().toPlainString()
        : value;
  }

  private static String story(String headline) {
    return headline
        + "\n\nOSLO, May 4 (Reuters) - The ferry between the two islands resumed on Tuesday after a"
        + " week of fog, \"and none too soon,\" harbour master Berit Solheim said, and carried some"
        + " two hundred passengers on its first crossing.\n\nMore crossings will follow in the course"
        + " of the week, and the timetable is to be posted at both quays by the end of the month.\n";
  }
}
