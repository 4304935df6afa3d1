package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dateline.archive.ArchiveGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What datapackage.json says of the CSV files of a run is true, and others can read them by it. */
@Timeout(300)
class PublishedPackageTests {

  /** Reads each file by the descriptor alone and prints its name and number of rows. */
  private static final String PYTHON =
      """
      import csv, datetime, hashlib, json, os, sys
      csv.field_size_limit(1 << 30)
      casts = {"string": str, "integer": int, "number": float, "date": datetime.date.fromisoformat,
               "boolean": {"true": True, "false": False}.__getitem__}
      folder = sys.argv[1]
      package = json.load(open(os.path.join(folder, "datapackage.json"), encoding="utf-8"))
      for resource in package["resources"]:
          path = os.path.join(folder, resource["path"])
          content = open(path, "rb").read()
          assert len(content) == resource["bytes"], resource
          assert "sha256:" + hashlib.sha256(content).hexdigest() == resource["hash"], resource
          assert content.decode(resource["encoding"]).endswith(resource["dialect"]["lineTerminator"])
          fields = resource["schema"]["fields"]
          missing = resource["schema"]["missingValues"]
          with open(path, encoding=resource["encoding"], newline="") as file:
              rows = csv.reader(file, delimiter=resource["dialect"]["delimiter"], strict=True,
                                quotechar=resource["dialect"]["quoteChar"],
                                doublequote=resource["dialect"]["doubleQuote"])
              assert next(rows) == [field["name"] for field in fields], resource
              count = 0
              for row in rows:
                  assert len(row) == len(fields), row
                  for cell, field in zip(row, fields):
                      if cell not in missing:
                          casts[field["type"]](cell)
                  count += 1
          print(resource["name"], count)
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir static Path folder;

  private static Path output;

  @BeforeAll
  static void runsOverAwkwardTextsOfTwoJobs() throws Exception {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    new ArchiveGenerator(8).write(papers, 120);
    Files.writeString(
        papers.resolve("=1+1.txt"),
        "=1+1 is what the mayor counted on\n\nOSLO, May 4 (Reuters) - The ferry between the two"
            + " islands resumed on Tuesday after a week of fog, \"and none too soon,\" harbour"
            + " master Berit Solheim said, and carried some two hundred passengers at once.\n");
    Files.writeString(papers.resolve("a; b, \"c\".txt"), "Too short\n");
    output = folder.resolve("output");
    for (String job : List.of("nightly", "evaluate")) {
      JobRun.run(
          job,
          "--input",
          papers,
          "--input",
          "samples=input",
          "--input",
          "golden=src/test/resources/golden",
          "--output",
          output,
          "--date",
          "2020-01-01");
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"nightly", "evaluate"})
  void theDescriptorKeepsTheRulesOfDataPackages(String job) throws Exception {
    assertThat(rules().validate(descriptor(job))).isEmpty();
  }

  @Test
  void theRulesSeeADescriptorThatBreaksThem() throws Exception {
    ObjectNode misspelt = (ObjectNode) descriptor("nightly");
    ((ObjectNode) misspelt.at("/resources/0/schema/fields/0")).put("type", "text");
    ((ObjectNode) misspelt.at("/resources/1")).put("rowcount", 1);
    ((ObjectNode) misspelt.at("/resources/2/schema/fields/3/constraints")).put("pattern", "[0-9]+");

    assertThat(rules().validate(misspelt))
        .extracting(error -> error.getInstanceLocation().toString())
        .contains(
            "/resources/0/schema/fields/0/type",
            "/resources/1",
            "/resources/2/schema/fields/3/constraints");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"nightly", "evaluate"})
  void theDescriptorListsEveryCsvFileOfTheRunAsItIs(String job) throws Exception {
    JsonNode descriptor = descriptor(job);
    List<String> paths = texts(descriptor.get("resources"), "path");

    assertThat(paths)
        .startsWith("articles.csv", "quotes.csv", "rejections.csv")
        .doesNotHaveDuplicates();
    assertThat(paths).containsExactlyInAnyOrderElementsOf(csvFiles(job));
    assertThat(texts(descriptor.get("resources"), "name")).doesNotHaveDuplicates();
    for (JsonNode resource : descriptor.get("resources")) {
      byte[] content = Files.readAllBytes(run(job).resolve(resource.get("path").asString()));
      List<Map<String, String>> rows =
          JobRun.csv(run(job).resolve(resource.get("path").asString()));
      assertThat(resource.get("bytes").asLong()).isEqualTo(content.length);
      assertThat(resource.get("hash").asString())
          .isEqualTo(
              "sha256:"
                  + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
      assertThat(resource.get("rowCount").asLong()).isEqualTo(rows.size());
      assertThat(texts(resource.at("/schema/fields"), "name"))
          .containsExactlyElementsOf(rows.get(0).keySet());
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"nightly", "evaluate"})
  void theDescriptorAndRunJsonGiveTheSameNumbers(String job) throws Exception {
    JsonNode runJson = JSON.readTree(Files.readString(run(job).resolve("run.json")));
    JsonNode descriptor = descriptor(job);

    assertThat(runJson.get("files").size()).isEqualTo(3);
    for (Map.Entry<String, JsonNode> file : runJson.get("files").properties()) {
      JsonNode resource = resource(descriptor, file.getKey());
      assertThat(resource.get("rowCount")).isEqualTo(file.getValue().get("rows"));
      assertThat(resource.get("bytes")).isEqualTo(file.getValue().get("bytes"));
      assertThat(resource.get("hash").asString())
          .isEqualTo("sha256:" + file.getValue().get("sha256").asString());
    }
    assertThat(descriptor.get("created")).isEqualTo(runJson.get("started_at"));
    assertThat(descriptor.get("version")).isEqualTo(runJson.get("program_version"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"nightly", "evaluate"})
  void duckDbReadsEveryFileInTheTypesOfItsSchema(String job) throws Exception {
    try (DuckDb duckDb = new DuckDb()) {
      for (JsonNode resource : descriptor(job).get("resources")) {
        duckDb.load(run(job), resource);

        assertThat(types(duckDb, resource)).isEqualTo(texts(resource.at("/schema/fields"), "type"));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"nightly", "evaluate"})
  void everyCellKeepsTheConstraintsOfItsColumn(String job) throws Exception {
    List<String> broken = new ArrayList<>();
    try (DuckDb duckDb = new DuckDb()) {
      for (JsonNode resource : descriptor(job).get("resources")) {
        duckDb.load(run(job), resource);
        String table = DuckDb.identifier(resource.get("name"));
        for (JsonNode field : resource.at("/schema/fields")) {
          if (field.has("constraints")) {
            for (Map.Entry<String, JsonNode> rule : field.get("constraints").properties()) {
              String column = DuckDb.identifier(field.get("name"));
              List<String> found =
                  duckDb.column(breaches(table, column, rule.getKey(), rule.getValue()));
              found.forEach(
                  cell -> broken.add(table + "." + column + " " + rule + " is broken by " + cell));
            }
          }
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"nightly", "evaluate"})
  void theKeysTellRowsApartAndLeadSomewhere(String job) throws Exception {
    try (DuckDb duckDb = new DuckDb()) {
      JsonNode descriptor = descriptor(job);
      int keys = 0;
      for (JsonNode resource : descriptor.get("resources")) {
        duckDb.load(run(job), resource);
        String table = DuckDb.identifier(resource.get("name"));
        if (resource.at("/schema").has("primaryKey")) {
          String key = columns(resource.at("/schema/primaryKey"));
          keys++;
          assertThat(
                  duckDb.number(
                      "SELECT count(*) FROM (SELECT DISTINCT " + key + " FROM " + table + ")"))
              .as(table)
              .isEqualTo(resource.get("rowCount").asLong());
        }
        for (JsonNode foreign : resource.at("/schema/foreignKeys")) {
          JsonNode reference = foreign.get("reference");
          keys++;
          assertThat(
                  duckDb.number(
                      "SELECT count(*) FROM "
                          + table
                          + " WHERE ("
                          + columns(foreign.get("fields"))
                          + ") NOT IN (SELECT ("
                          + columns(reference.get("fields"))
                          + ") FROM "
                          + DuckDb.identifier(reference.get("resource"))
                          + ")"))
              .as(table)
              .isZero();
        }
      }
      assertThat(keys).isEqualTo(3);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"nightly", "evaluate"})
  void pythonReadsEveryFileInTheTypesOfItsSchema(String job) throws Exception {
    String read = Python.run(folder, PYTHON, run(job).toString());

    assertThat(read.lines())
        .containsExactlyElementsOf(
            descriptor(job)
                .get("resources")
                .valueStream()
                .map(r -> r.get("name").asString() + " " + r.get("rowCount").asLong())
                .toList());
  }

  @Test
  void theGuardIsTakenOffAsTheDescriptorSays() throws Exception {
    JsonNode guard = descriptor("nightly").get("formula_guard");
    try (DuckDb duckDb = new DuckDb()) {
      duckDb.load(run("nightly"), resource(descriptor("nightly"), "articles.csv"));

      // RE2 reads the pattern as it stands: the rule is one that a reader can apply.
      assertThat(
              duckDb.column(
                  "SELECT source_path[2:] FROM articles WHERE regexp_matches(source_path, "
                      + DuckDb.literal(guard.get("guarded"))
                      + ")"))
          .containsExactly("=1+1.txt");
      assertThat(
              duckDb.number(
                  "SELECT count(*) FROM articles WHERE regexp_matches(headline, '^[=+\\-@]')"))
          .isZero();
    }
  }

  @Test
  void aJobWithoutTheGuardSaysSo() throws Exception {
    String nightly = Files.readString(Path.of("jobs/nightly.yml"));
    Path job =
        Files.writeString(
            folder.resolve("Open-Cells.yml"),
            nightly.replace("formula-guard: true", "formula-guard: false"));
    JobRun.run(
        job, "--input", folder.resolve("papers"), "--output", output, "--date", "2020-01-01");

    JsonNode descriptor = descriptor("Open-Cells");

    assertThat(descriptor.at("/formula_guard/enabled").asBoolean()).isFalse();
    assertThat(descriptor.get("name").asString()).isEqualTo("open-cells-2020-01-01-0001");
    assertThat(rules().validate(descriptor)).isEmpty();
    assertThat(JobRun.csv(run("Open-Cells").resolve("articles.csv")))
        .extracting(row -> row.get("source_path"))
        .contains("=1+1.txt");
  }

  @Test
  void nothingHalfWrittenIsPublished() throws Exception {
    try (Stream<Path> files = Files.list(run("nightly"))) {
      assertThat(files.map(file -> file.getFileName().toString()).toList())
          .contains("articles.csv", "datapackage.json", "report.html", "run.json")
          .noneMatch(name -> name.endsWith(".draft"));
    }
  }

  /** The types in which DuckDB has the columns, in the words of Table Schema. */
  private static List<String> types(DuckDb duckDb, JsonNode resource) throws SQLException {
    Map<String, String> words =
        Map.of(
            "VARCHAR", "string",
            "BIGINT", "integer",
            "DOUBLE", "number",
            "BOOLEAN", "boolean",
            "DATE", "date");
    return duckDb
        .column(
            "SELECT data_type FROM duckdb_columns() WHERE table_name = "
                + DuckDb.literal(resource.get("name"))
                + " ORDER BY column_index")
        .stream()
        .map(words::get)
        .toList();
  }

  /** A query for cells that break a constraint; DuckDB's patterns (RE2) cannot backtrack. */
  private static String breaches(String table, String column, String rule, JsonNode value) {
    String breach =
        switch (rule) {
          case "required" -> column + " IS NULL OR CAST(" + column + " AS VARCHAR) = ''";
          case "minimum" -> column + " < " + value;
          case "maximum" -> column + " > " + value;
          case "pattern" -> "NOT regexp_full_match(" + column + ", " + DuckDb.literal(value) + ")";
          case "enum" ->
              column
                  + " NOT IN ("
                  + value.valueStream().map(DuckDb::literal).collect(Collectors.joining(", "))
                  + ")";
          case "unique" ->
              column
                  + " IN (SELECT "
                  + column
                  + " FROM "
                  + table
                  + " GROUP BY 1 HAVING count(*) > 1)";
          default -> throw new IllegalArgumentException(rule);
        };
    return "SELECT coalesce(CAST("
        + column
        + " AS VARCHAR), '(empty)') FROM "
        + table
        + " WHERE "
        + breach;
  }

  private static String columns(JsonNode names) {
    return names.valueStream().map(DuckDb::identifier).collect(Collectors.joining(", "));
  }

  static Schema rules() throws IOException {
    try (InputStream rules =
        Objects.requireNonNull(
            PublishedPackageTests.class.getResourceAsStream(
                "/io/dateline/output/datapackage-rules.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JSON.readTree(rules));
    }
  }

  private static Path run(String job) {
    return output.resolve(job).resolve("latest");
  }

  private static JsonNode descriptor(String job) throws IOException {
    return JSON.readTree(Files.readString(run(job).resolve("datapackage.json")));
  }

  private static JsonNode resource(JsonNode descriptor, String path) {
    return descriptor
        .get("resources")
        .valueStream()
        .filter(resource -> resource.get("path").asString().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> csvFiles(String job) throws IOException {
    Path run = run(job).toRealPath();
    try (Stream<Path> files = Files.walk(run)) {
      return files
          .filter(file -> file.toString().endsWith(".csv"))
          .map(file -> run.relativize(file).toString())
          .toList();
    }
  }

  private static List<String> texts(JsonNode nodes, String property) {
    return nodes.valueStream().map(node -> node.get(property).asString()).toList();
  }
}
