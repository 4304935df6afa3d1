package io.dateline.cli;

import static io.dateline.cli.JobRun.csv;
import static io.dateline.cli.JobRun.dateline;
import static io.dateline.cli.JobRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.batch.OutputLock;
import io.dateline.batch.database.EmbeddedDatabaseOnly;
import io.dateline.batch.database.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RunCommandTests {

  private static final List<String> TABLES =
      List.of("articles.csv", "quotes.csv", "rejections.csv");

  @TempDir Path folder;
  private Path input;
  private Path output;

  @BeforeEach
  void anArchive() throws IOException {
    input = Files.createDirectories(folder.resolve("papers"));
    output = folder.resolve("out");
  }

  @Nested
  class TheMainJob {

    @Test
    void turnsAFolderOfArticlesIntoTablesAndPointsLatestAtThem() throws Exception {
      new ArchiveGenerator(1).write(input, 60);

      JsonNode summary = run("--input", input, "--output", output, "--date", "2020-02-03");

      assertThat(summary.get("entries").asInt()).isEqualTo(60);
      assertThat(summary.get("articles").asInt()).isPositive();
      assertThat(summary.get("rejections").asInt()).isPositive();
      Path latest = output.resolve("nightly/latest");
      assertThat(Files.readSymbolicLink(latest)).hasToString("2020-02-03-0001");
      assertThat(csv(latest.resolve("articles.csv")))
          .allSatisfy(row -> assertThat(row.get("headline")).startsWith("Council number"))
          .allSatisfy(row -> assertThat(row.get("collection")).isEqualTo("papers"));
    }

    @Test
    void leavesNothingBehindButThePublishedFolderTheLogAndTheDatabase() throws Exception {
      new ArchiveGenerator(1).write(input, 5);

      run("--input", input, "--output", output, "--date", "2020-02-03");

      assertThat(output.resolve("nightly"))
          .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("."));
      assertThat(output.resolve("nightly/2020-02-03-0001"))
          .isDirectoryContaining(path -> path.endsWith("run.json"))
          .isDirectoryNotContaining(path -> path.endsWith("work"));
      assertThat(output.resolve("nightly/logs/2020-02-03-0001.log")).isNotEmptyFile();
    }

    @Test
    void doesNotReadAgainWhatItKnows() throws Exception {
      new ArchiveGenerator(1).write(input, 20);
      run("--input", input, "--output", output);

      JobRun second = dateline("run", "--input", input, "--output", output);

      assertThat(second.exitCode()).isZero();
      assertThat(second.out()).contains("Nothing new: 20 files are known and unchanged");
      assertThat(Files.readSymbolicLink(output.resolve("nightly/latest")).toString())
          .endsWith("-0001");
    }

    @Test
    void readsNewAndChangedFilesAndNoOthers() throws Exception {
      new ArchiveGenerator(1).write(input, 20);
      run("--input", input, "--output", output);
      Path changed = firstText();
      Files.writeString(changed, story("Ferry resumes after a week of fog"));
      Files.setLastModifiedTime(changed, FileTime.fromMillis(1_000_000));
      Files.writeString(input.resolve("new.txt"), story("Quay reopens for the summer"));

      JsonNode summary = run("--input", input, "--output", output);

      assertThat(summary.get("unchanged").asInt()).isEqualTo(19);
      assertThat(csv(output.resolve("nightly/latest/articles.csv")))
          .extracting(row -> row.get("headline"))
          .containsExactly("Ferry resumes after a week of fog", "Quay reopens for the summer");
    }

    @Test
    void readsEverythingAnewWhenAsked() throws Exception {
      new ArchiveGenerator(1).write(input, 20);
      run("--input", input, "--output", output, "--date", "2020-01-01");

      JsonNode summary =
          run("--input", input, "--output", output, "--full", "--date", "2020-01-01");

      assertThat(summary.get("entries").asInt()).isEqualTo(20);
      for (String table : TABLES) {
        assertThat(output.resolve("nightly/2020-01-01-0002").resolve(table))
            .hasSameBinaryContentAs(output.resolve("nightly/2020-01-01-0001").resolve(table));
      }
    }

    @Test
    @EmbeddedDatabaseOnly("PostgresTests compare the bytes of both databases")
    void writesTheSameBytesWithOneThreadAndWithFour() throws Exception {
      new ArchiveGenerator(7).write(input, 600);
      Path job = Files.createDirectories(folder.resolve("jobs")).resolve("nightly.yml");
      Files.write(job, List.of(Nights.SMALL_PARTITIONS));
      Path one = folder.resolve("one");
      Path four = folder.resolve("four");

      run(job, "--input", input, "--output", one, "--threads", 1, "--date", "2020-01-01");
      run(job, "--input", input, "--output", four, "--threads", 4, "--date", "2020-01-01");

      for (String table : TABLES) {
        assertThat(four.resolve("nightly/latest").resolve(table))
            .hasSameBinaryContentAs(one.resolve("nightly/latest").resolve(table));
      }
    }

    @Test
    void ordersRowsByTheBytesOfThePathAndNotByNormalisedNames() throws Exception {
      String composed = "caf\u00e9.txt";
      String decomposed = "cafe\u0301.txt";
      for (String name : List.of(composed, decomposed, "a.txt", "a/b.txt", "Z.txt")) {
        Path file = input.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, story("Ferry news of length " + name.length()));
      }

      run("--input", input, "--output", output);

      assertThat(csv(output.resolve("nightly/latest/articles.csv")))
          .extracting(row -> row.get("source_path"))
          .containsExactly("Z.txt", "a.txt", "a/b.txt", decomposed, composed);
    }

    @Test
    void keepsSeveralRootsApartByTheirNames() throws Exception {
      Path other = Files.createDirectories(folder.resolve("other"));
      Files.writeString(input.resolve("a.txt"), story("Ferries sail again after the fog"));
      Files.writeString(other.resolve("a.txt"), story("Island timetable is posted at last"));

      run("--input", "zeitung=" + input, "--input", "gazette=" + other, "--output", output);

      assertThat(csv(output.resolve("nightly/latest/articles.csv")))
          .extracting(row -> row.get("collection") + " " + row.get("headline"))
          .containsExactly(
              "gazette Island timetable is posted at last",
              "zeitung Ferries sail again after the fog");
    }
  }

  @Nested
  class BadInput {

    @Test
    void becomesARowWithAReasonAndStopsNothing() throws Exception {
      Files.write(input.resolve("empty.txt"), new byte[0]);
      Files.write(
          input.resolve("picture.txt"),
          new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
      Files.writeString(input.resolve("numbers.txt"), "12345 67890\n");
      Files.writeString(input.resolve("good.txt"), story("A good article about ferries"));
      Files.createSymbolicLink(input.resolve("out.txt"), Path.of("/etc/hostname"));
      Files.createSymbolicLink(input.resolve("inside.txt"), Path.of("good.txt"));
      Files.writeString(input.resolve(".hidden"), "x");

      JsonNode summary = run("--input", input, "--output", output);

      assertThat(summary.get("entries").asInt()).isEqualTo(7);
      assertThat(summary.get("ignored").asInt()).isEqualTo(2);
      assertThat(csv(output.resolve("nightly/latest/rejections.csv")))
          .extracting(row -> row.get("source_path") + " " + row.get("reason"))
          .containsExactly(
              "empty.txt EMPTY",
              "numbers.txt NO_LETTERS",
              "out.txt LINK_OUT_OF_INPUT",
              "picture.txt UNSUPPORTED_FORMAT");
    }

    @Test
    void doesNotTakeAnOutputFolderBelowTheInputForArticles() throws Exception {
      Files.writeString(input.resolve("good.txt"), story("A good article about ferries"));
      Path inside = input.resolve("tables");

      run("--input", input, "--output", inside);
      JsonNode second = run("--input", input, "--output", inside, "--full");

      assertThat(second.get("articles").asInt()).isEqualTo(1);
      assertThat(second.get("rejections").asInt()).isZero();
      assertThat(second.at("/ignored_by_kind/output").asInt()).isEqualTo(1);
    }

    @Test
    void withMoreBytesThanTheLimitIsRejectedUnread() throws Exception {
      Files.writeString(input.resolve("long.txt"), story("Long").repeat(20));
      Path job = job("limits: {document-bytes: 1000}");

      run(job, "--input", input, "--output", output);

      assertThat(csv(output.resolve("small/latest/rejections.csv")))
          .extracting(row -> row.get("reason"))
          .containsExactly("TOO_LARGE");
    }

    @Test
    void isOnlyWarnedOfWhereTheJobSaysSo() throws Exception {
      Files.writeString(
          input.resolve("short.txt"),
          "Ferries sail again after the fog\n\nOSLO, May 4 (Reuters) - They sail, the harbour master said.\n");
      Path job =
          job("validation: {actions: {BODY_TOO_SHORT: warn, NO_BODY: off, NOT_AN_ARTICLE: off}}");

      run(job, "--input", input, "--output", output);

      assertThat(csv(output.resolve("small/latest/articles.csv")))
          .extracting(row -> row.get("warnings"))
          .containsExactly("BODY_TOO_SHORT");
    }

    @Test
    void withANameThatIsNoUtf8IsRejectedByItsBytes() throws Exception {
      Process touch =
          new ProcessBuilder(
                  "sh", "-c", "printf x > \"$(printf '%s/b\\351.txt' \"$0\")\"", input.toString())
              .start();
      assertThat(touch.waitFor()).isZero();

      run("--input", input, "--output", output);

      Map<String, String> row = csv(output.resolve("nightly/latest/rejections.csv")).get(0);
      assertThat(row)
          .containsEntry("source_path", "b%E9.txt")
          .containsEntry("reason", "UNREADABLE_NAME");
    }
  }

  @Nested
  class BadSurroundings {

    @Test
    void aMissingInputEndsWith66() {
      JobRun run = dateline("run", "--input", folder.resolve("nowhere"), "--output", output);

      assertThat(run.exitCode()).isEqualTo(66);
      assertOneSentence(run, folder.resolve("nowhere").toString());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void anOutputWhereNoFolderCanBeMadeEndsWith73AndDoesNotSayThatItIsNotThere() throws Exception {
      JobRun run = dateline("run", "--input", input, "--output", "/proc/none/out");

      assertThat(run.exitCode()).isEqualTo(73);
      assertThat(run.err())
          .contains("The output folder /proc/none/out")
          .contains(" cannot be created: there is no folder to put it in");
    }

    @Test
    void anOutputThatCannotBeCreatedEndsWith73() throws Exception {
      Path file = Files.writeString(folder.resolve("file"), "in the way");

      JobRun run = dateline("run", "--input", input, "--output", file.resolve("out"));

      assertThat(run.exitCode()).isEqualTo(73);
      assertOneSentence(run, file.toString());
    }

    @Test
    void anUnknownOptionEndsWith64() {
      JobRun run = dateline("run", "--inptu", input);

      assertThat(run.exitCode()).isEqualTo(64);
      assertThat(run.err()).contains("--inptu").contains("--help").doesNotContain("Exception");
    }

    @Test
    void twoRootsOfOneNameEndWith64() throws Exception {
      Path twin = Files.createDirectories(folder.resolve("elsewhere/papers"));

      JobRun run = dateline("run", "--input", input, "--input", twin, "--output", output);

      assertThat(run.exitCode()).isEqualTo(64);
      assertThat(run.err()).contains("`papers`");
    }

    @Test
    void anUnknownJobEndsWith78() {
      JobRun run = dateline("run", "weekly", "--input", input, "--output", output);

      assertThat(run.exitCode()).isEqualTo(78);
      assertOneSentence(run, "weekly");
    }

    @Test
    void anUnknownKeyInTheJobFileEndsWith78AndNamesKeyFileAndWhatIsAllowed() throws Exception {
      Path job = job("limits: {document-byte: 5}");

      JobRun run = dateline("run", job, "--input", input, "--output", output);

      assertThat(run.exitCode()).isEqualTo(78);
      assertOneSentence(run, "`limits.document-byte`");
      assertThat(run.err()).contains(job.toString()).contains("document-bytes");
    }

    @Test
    void aBadValueInTheJobFileEndsWith78AndNamesTheKey() throws Exception {
      Path job = job("threads: -3");

      JobRun run = dateline("run", job, "--input", input, "--output", output);

      assertThat(run.exitCode()).isEqualTo(78);
      assertOneSentence(run, "`threads`");
    }

    @Test
    void aSecondRunAtTheSameTimeEndsWith75AndNamesTheFirst() throws Exception {
      Path locked = TestDatabases.of(output).lockFolder(output, "nightly");
      Files.createDirectories(locked);
      try (OutputLock first = OutputLock.take(locked)) {
        JobRun run = dateline("run", "--input", input, "--output", output);

        assertThat(run.exitCode()).isEqualTo(75);
        assertOneSentence(run, "process " + ProcessHandle.current().pid());
      }
    }

    @Test
    void anInputOrOutputWithoutANameEndsWith64AndIsNotTheCurrentFolder() {
      JobRun noInput = dateline("run", "--input", "", "--output", output);
      JobRun noOutput = dateline("run", "--input", input, "--output", "");

      assertThat(noInput.exitCode()).isEqualTo(64);
      assertThat(noInput.err()).contains("names no folder");
      assertThat(noOutput.exitCode()).isEqualTo(64);
      assertThat(noOutput.err()).contains("names no folder");
    }

    @Test
    void anInputThatIsTheOutputAsWellEndsWith64() {
      JobRun run = dateline("run", "--input", input, "--output", input);

      assertThat(run.exitCode()).isEqualTo(64);
      assertThat(run.err()).contains("cannot be input and output at once");
    }

    @Test
    void rootsThatHoldTheSameFilesEndWith64() throws Exception {
      Path inner = Files.createDirectories(input.resolve("inner"));

      JobRun run = dateline("run", "--input", input, "--input", inner, "--output", output);

      assertThat(run.exitCode()).isEqualTo(64);
      assertThat(run.err()).contains("read twice");
    }

    @Test
    void anInputWithoutFilesIsSaidToHaveNone() {
      JobRun run = dateline("run", "--input", input, "--output", output);

      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("The input holds no files").contains(input.toString());
    }

    private void assertOneSentence(JobRun run, String what) {
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err()).startsWith("dateline: ").contains(what).doesNotContain("Exception");
    }
  }

  private Path firstText() throws IOException {
    try (Stream<Path> files = Files.list(input.resolve("0000"))) {
      return files
          .filter(f -> f.toString().endsWith(".txt") && f.toFile().length() > 500)
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private Path job(String yaml) throws IOException {
    return Files.writeString(folder.resolve("small.yml"), yaml + "\n", StandardCharsets.UTF_8);
  }

  private static String story(String headline) {
    return headline
        + "\n\nOSLO, May 4 (Reuters) - The ferry between the two islands resumed on Tuesday after a"
        + " week of fog, the harbour master said, and carried some two hundred passengers on its"
        + " first crossing.\n\nMore crossings will follow in the course of the week, and the timetable"
        + " of the summer is to be posted at both quays by the end of the month.\n";
  }
}
