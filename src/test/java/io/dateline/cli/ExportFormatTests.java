package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.output.PackagedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an export is written as: Parquet, and CSV for those who need another. */
@Timeout(300)
class ExportFormatTests {

  /** Reads the packed, marked files as anybody would, and prints how many rows and which texts. */
  private static final String PYTHON =
      """
      import csv, gzip, sys
      csv.field_size_limit(1 << 30)
      for name in ("articles", "quotes", "rejections"):
          with gzip.open(sys.argv[1] + "/" + name + ".csv.gz", "rt", encoding="utf-8-sig", newline="") as file:
              rows = list(csv.DictReader(file))
          print(name, len(rows), max(len(cell.encode("utf-16-le")) // 2 for row in rows for cell in row.values()),
                sum(cell.endswith("…") for row in rows for cell in row.values()), list(rows[0])[0])
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir static Path folder;

  private static Path output;
  private static Path csv;
  private static Path parquet;

  @BeforeAll
  static void anArchiveOfAwkwardTexts() throws Exception {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    new ArchiveGenerator(8).write(papers, 120);
    Files.writeString(papers.resolve("=1+1.txt"), story("=1+1 is what the mayor counted on"));
    Files.writeString(
        papers.resolve("apostrophe.txt"), story("'-5 degrees in the harbour at noon"));
    Files.writeString(
        papers.resolve("long.txt"), story("A long story " + "\uD83D\uDE00".repeat(40)));
    output = folder.resolve("output");
    JobRun.run(
        "--input", papers, "--input", "samples=input", "--output", output, "--date", "2020-01-01");
    csv = output.resolve("nightly/export");
    parquet = output.resolve("nightly/export-parquet");
    export();
    export("--format", "parquet");
  }

  @ParameterizedTest
  @EnumSource
  void parquetHoldsCellForCellWhatTheCsvFilesDo(PackagedTable table) throws Exception {
    List<Map<String, String>> expected = JobRun.csv(csv.resolve(table.fileName()));

    List<List<Object>> rows = rows(parquet.resolve(table.label() + ".parquet"));

    assertThat(rows).hasSameSizeAs(expected).isNotEmpty();
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = new ArrayList<>(expected.get(i).values());
      assertThat(rows.get(i)).hasSameSizeAs(cells);
      for (int column = 0; column < cells.size(); column++) {
        Object value = rows.get(i).get(column);
        assertThat(value == null ? "" : value)
            .as(table.fields().get(column).name() + " of row " + i)
            .isEqualTo(typed(cells.get(column), value));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void parquetHasTheColumnsOfTheDictionaryInTheirTypes(PackagedTable table) throws Exception {
    Map<String, String> types =
        Map.of(
            "string", "VARCHAR",
            "integer", "BIGINT",
            "number", "DOUBLE",
            "boolean", "BOOLEAN",
            "date", "DATE");
    try (DuckDb duckDb = new DuckDb()) {
      List<String> columns =
          duckDb.column(
              "SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM '"
                  + parquet.resolve(table.label() + ".parquet")
                  + "')");

      assertThat(columns)
          .isEqualTo(
              table.fields().stream().map(f -> f.name() + " " + types.get(f.type())).toList());
    }
  }

  @Test
  void parquetIsDescribedByItsDataPackageAndItsExportJson() throws Exception {
    JsonNode descriptor = json(parquet.resolve("datapackage.json"));

    assertThat(PublishedPackageTests.rules().validate(descriptor)).isEmpty();
    assertThat(json(parquet.resolve("export.json")).get("format").asString()).isEqualTo("parquet");
    assertThat(descriptor.get("resources")).hasSize(3);
    for (JsonNode resource : descriptor.get("resources")) {
      Path file = parquet.resolve(resource.get("path").asString());
      assertThat(resource.get("format").asString()).isEqualTo("parquet");
      assertThat(resource.get("rowCount").asInt()).isEqualTo(rows(file).size());
      assertAsDescribed(file, resource);
    }
    assertThat(names(parquet))
        .containsExactly(
            "articles.parquet",
            "datapackage.json",
            "export.json",
            "quotes.parquet",
            "rejections.parquet");
  }

  @Test
  void parquetOfOnePartHasNoRejections() throws Exception {
    JsonNode export = export("--format", "parquet", "--where", "provider=Reuters");

    Path selection = output.resolve("nightly/selection-parquet");
    assertThat(names(selection)).doesNotContain("rejections.parquet");
    assertThat(export.get("rejections").isNull()).isTrue();
    assertThat(rows(selection.resolve("articles.parquet")))
        .hasSize(export.get("articles").asInt())
        .isNotEmpty()
        .allMatch(row -> row.contains("Reuters"));
  }

  @Test
  void eachFormatGivesTheSameBytesEachTime() throws Exception {
    Path job = Files.writeString(folder.resolve("nightly.yml"), "csv: {bom: true, gzip: true}\n");
    for (List<Object> form : List.<List<Object>>of(List.of("--format", "parquet"), List.of(job))) {
      List<Object> first = new ArrayList<>(form);
      first.addAll(List.of("--to", folder.resolve("first")));
      export(first.toArray());
      List<Object> second = new ArrayList<>(form);
      second.addAll(List.of("--to", folder.resolve("second")));
      export(second.toArray());

      for (String name : names(folder.resolve("first"))) {
        if (!name.endsWith(".json")) {
          assertThat(folder.resolve("first").resolve(name))
              .hasSameBinaryContentAs(folder.resolve("second").resolve(name));
        }
      }
    }
  }

  @Test
  void csvIsMarkedPackedAndCutWhereTheJobSaysSo() throws Exception {
    Path job =
        Files.writeString(
            folder.resolve("nightly.yml"), "csv: {bom: true, gzip: true, max-cell: 60}\n");
    byte[] before = Files.readAllBytes(output.resolve("nightly/latest/articles.csv"));

    Path to = folder.resolve("spreadsheet");
    JsonNode export = export(job, "--to", to);

    JsonNode descriptor = json(to.resolve("datapackage.json"));
    assertThat(PublishedPackageTests.rules().validate(descriptor)).isEmpty();
    assertThat(descriptor.at("/max_cell/characters").asInt()).isEqualTo(60);
    assertThat(descriptor.at("/max_cell/cells_cut")).isEqualTo(export.get("cells_cut"));
    long cut = 0;
    List<String> lines = Python.run(folder, PYTHON, to.toString()).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      List<String> words = Arrays.asList(lines.get(i).split(" "));
      JsonNode resource = descriptor.get("resources").get(i);
      Path file = to.resolve(resource.get("path").asString());
      assertThat(file.getFileName()).hasToString(words.get(0) + ".csv.gz");
      assertThat(resource.get("compression").asString()).isEqualTo("gz");
      assertThat(resource.get("byte_order_mark").asBoolean()).isTrue();
      assertThat(resource.get("rowCount").asString()).isEqualTo(words.get(1));
      // A hash is no text, and worth nothing in part.
      assertThat(Integer.parseInt(words.get(2))).isLessThanOrEqualTo(64);
      cut += Long.parseLong(words.get(3));
      assertThat(resource.at("/schema/fields/0/name").asString()).isEqualTo(words.get(4));
      assertAsDescribed(file, resource);
      // Neither a time nor a name; the last says that the system is unknown.
      assertThat(Arrays.copyOf(Files.readAllBytes(file), 10))
          .containsExactly(0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF);
    }
    assertThat(export.get("cells_cut").asLong()).isEqualTo(cut).isGreaterThan(300);
    assertThat(JobRun.dateline("export", job, "--output", output, "--to", to).out())
        .containsPattern("cells cut +" + String.format(Locale.ROOT, "%,d", cut));
    assertThat(output.resolve("nightly/latest/articles.csv")).hasBinaryContent(before);
  }

  @Test
  void textThatIsShortEnoughIsCopiedAsItIs() throws Exception {
    Path job = Files.writeString(folder.resolve("nightly.yml"), "csv: {max-cell: 32767}\n");

    JsonNode export = export(job, "--to", folder.resolve("uncut"));

    assertThat(export.get("cells_cut").asLong()).isZero();
    for (PackagedTable table : PackagedTable.values()) {
      assertThat(folder.resolve("uncut").resolve(table.fileName()))
          .hasSameBinaryContentAs(csv.resolve(table.fileName()));
    }
  }

  @Test
  void anUnknownFormatEndsWith64AndNamesThoseThereAre() {
    JobRun export = JobRun.dateline("export", "--output", output, "--format", "xlsx");

    assertThat(export.exitCode()).isEqualTo(64);
    assertThat(export.err()).containsIgnoringCase("csv, parquet").contains("--format");
  }

  /** A cell of a CSV file as a value of the type that another is of. */
  private static Object typed(String cell, Object other) {
    if (other instanceof Double) {
      return Double.valueOf(cell);
    }
    if (other instanceof Long) {
      return Long.valueOf(cell);
    }
    if (other instanceof Boolean) {
      return Boolean.valueOf(cell);
    }
    return other instanceof LocalDate ? LocalDate.parse(cell) : cell;
  }

  private static JsonNode export(Object... arguments) throws IOException {
    List<Object> words = new ArrayList<>(List.of("export"));
    words.addAll(List.of(arguments));
    words.addAll(List.of("--output", output, "--json"));
    JobRun export = JobRun.dateline(words.toArray());
    assertThat(export.exitCode()).as(export.err()).isZero();
    assertThat(export.err()).isEmpty();
    return JSON.readTree(export.out());
  }

  private static void assertAsDescribed(Path file, JsonNode resource) throws Exception {
    byte[] content = Files.readAllBytes(file);
    assertThat(resource.get("bytes").asLong()).isEqualTo(content.length);
    assertThat(resource.get("hash").asString())
        .isEqualTo(
            "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
  }

  /** The rows of a Parquet file in their order, as DuckDB reads them. */
  private static List<List<Object>> rows(Path file) throws Exception {
    List<List<Object>> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM '" + file + "'")) {
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.add(result.getObject(column));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static JsonNode json(Path file) throws IOException {
    return JSON.readTree(Files.readString(file));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static String story(String headline) {
    return headline
        + "\n\nOSLO, May 4 (Reuters) - The ferry between the two islands resumed on Tuesday after a"
        + " week of fog, \"-and none too soon,\" harbour master Berit Solheim said, and carried some"
        + " two hundred passengers on its first crossing.\n\nMore crossings will follow in the course"
        + " of the week, and the timetable is to be posted at both quays by the end of the month.\n";
  }
}
