package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.EmbeddedDatabaseOnly;
import io.dateline.extract.ExtractorVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The schema goes forward only. {@code upgrade/0.1.0.zip} is an output folder that version 0.1.0
 * made in two nights of the files below, the first of which changed in between.
 */
@EmbeddedDatabaseOnly("version 0.1.0 knew no other database")
class UpgradeTests {

  @TempDir Path folder;
  private Nights nights;

  @BeforeEach
  void anOutputOfThePreviousRelease() throws Exception {
    nights = Nights.in(folder);
    unzip("/upgrade/0.1.0.zip", nights.output());
    nights.file("accra.txt", story("Accra", "Ama Mensah", "This time it is for good, I am told"));
    nights.file("bergen.txt", story("Bergen", "Nils Aune", "The boat needs paint, not owners"));
    nights.file("short.txt", "Not much of a story\n\nReally not.\n");
  }

  @Test
  void keepsTheLedgerSoThatNothingIsReadTwice() throws Exception {
    JsonNode night = nights.run("2020-01-03");

    assertThat(night.get("state").asString()).isEqualTo("NOTHING_NEW");
    assertThat(night.get("unchanged").asInt()).isEqualTo(3);
    assertThat(night.get("run").asInt()).isEqualTo(3);
  }

  @Test
  void countsTheSummariesOfTheOldRowsWithTheFirstRun() throws Exception {
    nights.file("cork.txt", story("Cork", "Nora Daly", "Nobody asked us about the timetable"));

    nights.run("2020-01-03");

    assertThat(nights.articles()).containsExactly("accra.txt", "bergen.txt", "cork.txt");
    Nights anew = Nights.in(folder.resolve("anew"));
    for (String name : List.of("accra.txt", "bergen.txt", "cork.txt", "short.txt")) {
      Files.copy(nights.input().resolve(name), anew.input().resolve(name));
    }
    anew.run("2020-01-03");
    Map<String, String> counted = new TreeMap<>(Nights.summaries(nights.latest()));
    Map<String, String> expected = new TreeMap<>(Nights.summaries(anew.latest()));
    String versions = "articles_by_extractor_version.csv";
    assertThat(counted.remove(versions))
        .as("rows of 0.1.0 keep the version of its rules")
        .contains("1,2,2", ExtractorVersion.CURRENT + ",1,1");
    assertThat(expected.remove(versions)).contains(ExtractorVersion.CURRENT + ",3,3");
    assertThat(counted).isEqualTo(expected);
  }

  @Test
  void goesOnWhereverItWasCutOff() throws Exception {
    List<String> statements = statementsOf("/db/migration/hsqldb/V3__ledger_and_summaries.sql");
    assertThat(statements).hasSizeGreaterThan(20);
    for (int done = 1; done <= statements.size(); done += 4) {
      Path output = folder.resolve("cut-" + done);
      unzip("/upgrade/0.1.0.zip", output);
      for (String statement : statements.subList(0, done)) {
        Tables.query(output, statement);
      }

      JobRun night =
          JobRun.dateline(
              "run", "--input", nights.input(), "--output", output, "--date", "2020-01-03");

      assertThat(night.exitCode()).as("cut after %d: %s", done, night.err()).isZero();
    }
  }

  private static List<String> statementsOf(String script) throws IOException {
    try (InputStream in = UpgradeTests.class.getResourceAsStream(script)) {
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(sql.replaceAll("(?m)^--.*$", "").split(";\\s*", -1))
          .map(String::strip)
          .filter(statement -> !statement.isEmpty())
          .toList();
    }
  }

  @Test
  void isRefusedWithASentenceWhenANewerProgramHasBeenAtTheDatabase() throws Exception {
    nights.run("2020-01-03");
    Tables.query(
        nights.output(),
        "INSERT INTO \"flyway_schema_history\" SELECT 99, '99', 'to come', 'SQL', 'V99__to_come.sql',"
            + " 1, \"installed_by\", \"installed_on\", 1, TRUE FROM \"flyway_schema_history\""
            + " WHERE \"installed_rank\" = 1");

    Object[] arguments =
        Stream.concat(Stream.of("run"), Stream.of(nights.arguments("2020-01-04"))).toArray();
    DatelineProcess night = DatelineProcess.start(folder.resolve("night.log"), arguments);

    assertThat(night.exitCode()).isEqualTo(78);
    assertThat(night.output())
        .startsWith(
            "dateline: The database was made by a newer Dateline (its schema has version 99")
        .hasLineCount(1);
  }

  private static void unzip(String resource, Path to) throws IOException {
    try (InputStream in = UpgradeTests.class.getResourceAsStream(resource);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = to.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
        }
      }
    }
  }
}
