package io.dateline.cli;

import static io.dateline.cli.JobRun.dateline;
import static io.dateline.cli.JobRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(300)
class StatusCommandTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String DATE = "2020-02-03";

  @TempDir Path folder;
  private Path input;
  private Path output;

  @BeforeEach
  void anArchive() throws IOException {
    input = Files.createDirectories(folder.resolve("papers"));
    output = folder.resolve("out");
  }

  @Nested
  class AfterARun {

    @Test
    void showsWhatItDidWithTheNumbersOfItsSummary() throws Exception {
      new ArchiveGenerator(1).write(input, 60);
      JsonNode summary = run("--input", input, "--output", output, "--date", DATE);

      JobRun status = dateline("status", "--output", output);

      assertThat(status.exitCode()).isZero();
      assertThat(status.err()).isEmpty();
      List<String> lines = status.out().lines().toList();
      assertThat(lines).hasSize(3).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(100));
      assertThat(lines.get(0)).isEqualTo("nightly");
      String start = summary.get("started_at").asString().replace('T', ' ').substring(0, 16);
      assertThat(lines.get(2).split(" {2,}"))
          .containsExactly(
              "2020-02-03-0001",
              "PUBLISHED",
              start,
              String.format(Locale.ROOT, "0:00:%02d", (long) summary.get("seconds").asDouble()),
              summary.get("entries").asString(),
              summary.get("articles").asString(),
              summary.get("rejections").asString(),
              "0",
              "0");
    }

    @Test
    void alignsEveryColumnWithItsHeader() throws Exception {
      new ArchiveGenerator(1).write(input, 5);
      run("--input", input, "--output", output, "--date", DATE);

      List<String> lines = dateline("status", "nightly", "--output", output).out().lines().toList();

      assertThat(lines.get(2).indexOf("PUBLISHED")).isEqualTo(lines.get(1).indexOf("state"));
      assertThat(lines.get(2)).hasSameSizeAs(lines.get(1));
    }

    @Test
    void leavesARecordThatHoldsAllOfRunJsonAndHowTheProcessEnded() throws Exception {
      new ArchiveGenerator(1).write(input, 20);

      run("--input", input, "--output", output, "--date", DATE);

      JsonNode published = json(output.resolve("nightly/2020-02-03-0001/run.json"));
      JsonNode record = json(record(1));
      for (Map.Entry<String, JsonNode> member : published.properties()) {
        if (!List.of("finished_at", "seconds").contains(member.getKey())) {
          assertThat(record.get(member.getKey())).as(member.getKey()).isEqualTo(member.getValue());
        }
      }
      assertThat(record.get("name").asString()).isEqualTo("2020-02-03-0001");
      assertThat(record.get("exit_code").asInt(-1)).isZero();
      assertThat(record.get("last_error").isNull()).isTrue();
    }

    @Test
    void leavesAProgressFileThatSaysThatAndHowItEnded() throws Exception {
      new ArchiveGenerator(1).write(input, 20);

      run("--input", input, "--output", output, "--date", DATE);

      JsonNode progress = json(progressFile());
      assertThat(progress.get("job").asString()).isEqualTo("nightly");
      assertThat(progress.get("run").asInt()).isEqualTo(1);
      assertThat(progress.get("name").asString()).isEqualTo("2020-02-03-0001");
      assertThat(progress.get("state").asString()).isEqualTo("PUBLISHED");
      assertThat(progress.get("step").asString()).isEqualTo("publishStep");
      assertThat(progress.get("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
      assertThat(progress.get("entries_done").asInt()).isEqualTo(20);
      assertThat(progress.get("files_total").asInt()).isEqualTo(20);
      assertThat(progress.get("documents_per_second").asDouble()).isPositive();
      assertThat(progress.get("exit_code").asInt(-1)).isZero();
    }

    @Test
    void aNightWithNothingNewIsARunOfItsOwn() throws Exception {
      new ArchiveGenerator(1).write(input, 20);
      run("--input", input, "--output", output, "--date", DATE);
      run("--input", input, "--output", output, "--date", "2020-02-04");

      JsonNode runs = statusJson("nightly").at("/jobs/0/runs");

      assertThat(names(runs)).containsExactly("2020-02-04-0002", "2020-02-03-0001");
      assertThat(runs.get(0).get("state").asString()).isEqualTo("NOTHING_NEW");
      assertThat(runs.get(0).get("entries").asInt(-1)).isZero();
      assertThat(runs.get(0).get("exit_code").asInt(-1)).isZero();
    }

    @Test
    void showsARunOfBeforeThereWereRecordsByItsRunJson() throws Exception {
      new ArchiveGenerator(1).write(input, 20);
      JsonNode summary = run("--input", input, "--output", output, "--date", DATE);
      Files.delete(record(1));
      Files.delete(progressFile());

      JsonNode first = statusJson().at("/jobs/0/runs/0");

      assertThat(first.get("state").asString()).isEqualTo("PUBLISHED");
      assertThat(first.get("articles")).isEqualTo(summary.get("articles"));
      assertThat(first.get("exit_code").isNull()).isTrue();
    }
  }

  @Nested
  class AfterARunThatFailed {

    @Test
    void showsTheExitCodeAndTheSentenceThatTheOperatorSaw() throws Exception {
      JobRun failed = failedRun();

      JobRun status = dateline("status", "--output", output);
      JsonNode first = statusJson().at("/jobs/0/runs/0");

      String sentence = failed.err().strip().substring("dateline: ".length());
      assertThat(failed.exitCode()).isEqualTo(74);
      assertThat(first.get("state").asString()).isEqualTo("FAILED");
      assertThat(first.get("exit_code").asInt()).isEqualTo(74);
      assertThat(first.get("entries").asInt()).isEqualTo(20);
      assertThat(first.get("last_error").asString()).isEqualTo(sentence);
      assertThat(json(progressFile()).get("error").asString()).isEqualTo(sentence);
      assertThat(status.out().lines().toList().get(2))
          .startsWith("2020-02-03-0001  FAILED")
          .endsWith("  74");
      assertThat(status.out().replaceAll("\\s+", " ")).contains(sentence);
    }

    @Test
    void theRunThatResumesItReplacesTheRecord() throws Exception {
      failedRun();
      Files.delete(output.resolve("nightly/latest"));

      run("--input", input, "--output", output, "--date", DATE, "--resume-only");

      JsonNode runs = statusJson().at("/jobs/0/runs");
      assertThat(runs).hasSize(1);
      assertThat(runs.get(0).get("state").asString()).isEqualTo("PUBLISHED");
      assertThat(runs.get(0).get("resumed").asInt()).isEqualTo(1);
      assertThat(runs.get(0).get("exit_code").asInt(-1)).isZero();
      assertThat(runs.get(0).get("last_error").isNull()).isTrue();
    }

    @Test
    void oneThatIsGivenUpIsShownAsAbandonedWithTheReason() throws Exception {
      new ArchiveGenerator(1).write(input, 20);
      run("--input", input, "--output", output, "--date", DATE);
      // As a process leaves it that was killed right after it began.
      Tables.query(
          output,
          "INSERT INTO runs (run_id, job_name, run_number, run_date, state, extractor_version,"
              + " config_sha256, frozen, started_at, resumed_count) SELECT 2, job_name, 2,"
              + " run_date, 'RUNNING', extractor_version, config_sha256, frozen, started_at, 0"
              + " FROM runs");

      run("--input", input, "--output", output, "--date", DATE, "--fresh");

      JsonNode runs = statusJson().at("/jobs/0/runs");
      assertThat(names(runs))
          .containsExactly("2020-02-03-0003", "2020-02-03-0002", "2020-02-03-0001");
      assertThat(runs.get(0).get("state").asString()).isEqualTo("NOTHING_NEW");
      assertThat(runs.get(1).get("state").asString()).isEqualTo("ABANDONED");
      assertThat(runs.get(1).get("last_error").asString()).contains("--fresh was asked for");
    }

    @Test
    void aRunWhoseRecordsCannotBeWrittenPublishesAllTheSame() throws Exception {
      new ArchiveGenerator(1).write(input, 20);
      Files.createDirectories(output.resolve("nightly/progress.json/in-the-way"));
      Files.writeString(output.resolve("nightly/logs"), "in the way");

      run("--input", input, "--output", output, "--date", DATE);

      JobRun status = dateline("status", "--output", output);
      assertThat(status.out()).contains("2020-02-03-0001  PUBLISHED");
      assertThat(status.err().lines()).singleElement().asString().contains("progress.json");
    }

    @Test
    void aJobFolderThatCannotBeWrittenEndsTheRunBeforeItBegins() throws Exception {
      new ArchiveGenerator(1).write(input, 20);
      Files.createDirectories(output);
      Files.writeString(output.resolve("nightly"), "in the way");

      JobRun failed = dateline("run", "--input", input, "--output", output);

      assertThat(failed.exitCode()).isEqualTo(73);
      assertThat(failed.err().lines()).hasSize(1);
    }

    /** A file stands where the link to the newest run belongs, so the run fails at its very end. */
    private JobRun failedRun() throws IOException {
      new ArchiveGenerator(1).write(input, 20);
      Files.createDirectories(output.resolve("nightly"));
      Files.writeString(output.resolve("nightly/latest"), "in the way");
      return dateline("run", "--input", input, "--output", output, "--date", DATE);
    }
  }

  @Nested
  class WhileARunIsUnderWay {

    @Test
    void showsHowFarItIsThenThatItWasKilledThenThatItWasResumed() throws Exception {
      new ArchiveGenerator(3).write(input, 800);
      DatelineProcess process = start();
      JsonNode live = awaitEntries(process);
      String table = dateline("status", "--output", output).out();

      process.kill();
      JsonNode killed = statusJson().at("/jobs/0/runs/0");
      String hint = dateline("status", "--output", output).out();
      run(folder.resolve("nightly.yml"), "--output", output, "--resume-only");
      JsonNode resumed = statusJson().at("/jobs/0/runs");

      assertThat(live.get("state").asString()).isEqualTo("RUNNING");
      assertThat(live.at("/progress/step").asString()).isEqualTo("extractStep");
      assertThat(live.at("/progress/files_total").asInt()).isEqualTo(800);
      assertThat(live.at("/progress/documents_per_second").asDouble()).isPositive();
      assertThat(live.at("/progress/pid").asLong()).isEqualTo(process.pid());
      assertThat(table).contains("RUNNING").contains(" documents/s, ").contains(" left; process ");
      assertThat(killed.get("state").asString()).isEqualTo("INTERRUPTED");
      assertThat(hint).contains("INTERRUPTED").contains("the next `run` of the job resumes it");
      assertThat(resumed).hasSize(1);
      assertThat(resumed.get(0).get("state").asString()).isEqualTo("PUBLISHED");
      assertThat(resumed.get(0).get("resumed").asInt()).isEqualTo(1);
      JsonNode progress = json(progressFile());
      assertThat(progress.get("entries_done").asInt()).as("counted once").isEqualTo(800);
      assertThat(progress.get("resumed").asInt()).isEqualTo(1);
    }

    @Test
    void watchesItWithoutATerminalByALineAnUpdateUntilItEnds() throws Exception {
      new ArchiveGenerator(4).write(input, 800);
      DatelineProcess process = start();
      awaitEntries(process);

      JobRun watched = dateline("status", "--output", output, "--watch");

      assertThat(process.exitCode()).isZero();
      List<String> lines = watched.out().lines().toList();
      assertThat(lines.get(0)).startsWith("nightly 2020-02-03-0001 RUNNING ");
      assertThat(lines.get(lines.size() - 1)).contains("2020-02-03-0001  PUBLISHED");
      assertThat(watched.out()).doesNotContain("\033");
    }

    @Test
    void aRunThatSigtermStoppedIsShownAsStoppedWith143() throws Exception {
      new ArchiveGenerator(5).write(input, 800);
      DatelineProcess process = start();
      awaitEntries(process);

      process.signal("TERM");
      int exit = process.exitCode();

      JsonNode first = statusJson().at("/jobs/0/runs/0");
      assertThat(exit).isEqualTo(143);
      assertThat(first.get("state").asString()).isEqualTo("STOPPED");
      assertThat(first.get("exit_code").asInt()).isEqualTo(143);
      assertThat(first.get("entries").asInt()).isBetween(1, 799);
      assertThat(first.get("last_error").asString()).startsWith("Stopped at a checkpoint.");
      assertThat(json(progressFile()).get("state").asString()).isEqualTo("STOPPED");
    }

    private DatelineProcess start() throws IOException {
      Path job = Files.write(folder.resolve("nightly.yml"), List.of(Nights.SMALL_PARTITIONS));
      return DatelineProcess.start(
          folder.resolve("run.log"),
          "run",
          job,
          "--input",
          input,
          "--output",
          output,
          "--date",
          DATE,
          "--threads",
          2);
    }

    /** The status as soon as it shows that something was extracted. */
    private JsonNode awaitEntries(DatelineProcess process) throws Exception {
      while (process.isAlive()) {
        if (Files.exists(progressFile())) {
          JsonNode first = statusJson().at("/jobs/0/runs/0");
          if (first.at("/progress/entries_done").asInt(0) > 0
              && first.at("/progress/step").asString("").equals("extractStep")) {
            return first;
          }
        }
        Thread.sleep(50);
      }
      throw new AssertionError("it ended too soon: " + process.output());
    }
  }

  @Nested
  class AProgressFileOfAProcessThatEndedNothing {

    @Test
    void onAnotherHostIsBelievedForHalfAMinute() throws Exception {
      progress("elsewhere.example", 1, Instant.now().minusSeconds(5), Instant.EPOCH);
      String fresh = state();
      progress("elsewhere.example", 1, Instant.now().minusSeconds(40), Instant.EPOCH);

      String silent = state();

      assertThat(fresh).isEqualTo("RUNNING");
      assertThat(silent).isEqualTo("INTERRUPTED");
    }

    @Test
    void isNotTakenForThatOfAnotherProcessWithTheSameNumber() throws Exception {
      ProcessHandle mine = ProcessHandle.current();
      Instant started = mine.info().startInstant().orElseThrow();
      Instant updated = Instant.now().minusSeconds(600);
      progress(host(), mine.pid(), updated, started);
      String same = state();
      progress(host(), mine.pid(), updated, started.minusSeconds(900));

      String other = state();

      assertThat(same).isEqualTo("RUNNING");
      assertThat(other).isEqualTo("INTERRUPTED");
    }

    @Test
    void givesWayToTheRecordThatTheProcessWroteJustBeforeItDied() throws Exception {
      Instant started = Instant.now().minusSeconds(60);
      progress(host(), 999_999_999L, Instant.now().minusSeconds(10), started);
      record(1, "{\"state\": \"PUBLISHED\", \"finished_at\": \"" + Instant.now() + "\"}");

      String state = state();

      assertThat(state).isEqualTo("PUBLISHED");
    }

    @Test
    void doesNotGiveWayToTheRecordOfAnEarlierProcess() throws Exception {
      Instant started = Instant.now().minusSeconds(60);
      progress(host(), 999_999_999L, Instant.now().minusSeconds(10), started);
      record(1, "{\"state\": \"FAILED\", \"finished_at\": \"2020-02-03T00:00:00Z\"}");

      String state = state();

      assertThat(state).isEqualTo("INTERRUPTED");
    }

    private String state() throws IOException {
      return statusJson().at("/jobs/0/runs/0/state").asString();
    }

    private String host() throws IOException {
      Path kernel = Path.of("/proc/sys/kernel/hostname");
      return Files.exists(kernel)
          ? Files.readString(kernel).strip()
          : InetAddress.getLocalHost().getHostName();
    }

    private void progress(String host, long pid, Instant updated, Instant started)
        throws IOException {
      Files.createDirectories(progressFile().getParent());
      Files.writeString(
          progressFile(),
          """
          {"job": "nightly", "run": 1, "name": "2020-02-03-0001", "run_date": "2020-02-03",
           "state": "RUNNING", "step": "extractStep", "pid": %d, "host": "%s",
           "started_at": "2020-02-03T00:00:00Z", "process_started_at": "%s", "updated_at": "%s",
           "resumed": 0, "entries_done": 5, "files_done": 5, "files_total": 10, "documents_per_second": 2.5,
           "exit_code": null, "error": null}
          """
              .formatted(pid, host, started, updated));
    }
  }

  @Nested
  class FilesThatNobodyVouchesFor {

    @Test
    void aBrokenRecordIsLeftOutWithOneLineAndRunJsonTakesItsPlace() throws Exception {
      new ArchiveGenerator(1).write(input, 20);
      run("--input", input, "--output", output, "--date", DATE);
      record(1, "{\"state\": \"PUBL");
      record(2, "[".repeat(100_000));
      record(3, " ".repeat(2_000_000));
      record(4, "{\"state\": \"FAILED\", \"exit_code\": 74}");

      JobRun status = dateline("status", "--output", output);

      assertThat(status.exitCode()).isZero();
      assertThat(status.err().lines())
          .hasSize(3)
          .allMatch(
              line -> line.matches("dateline: Skipped .*/logs/2020-02-03-000[123]\\.json: .*"));
      assertThat(status.out())
          .contains("2020-02-03-0001  PUBLISHED", "2020-02-03-0004  FAILED")
          .doesNotContain("0002", "0003");
    }

    @Test
    void cannotSteerTheTerminal() throws Exception {
      record(
          1,
          "{\"state\": \"\\u001b[2JFAILED\", \"last_error\": \"a\\u0007\\u202e\\nb\", \"seconds\": 1e300}");

      JobRun status = dateline("status", "--output", output);

      assertThat(status.exitCode()).isZero();
      assertThat(status.out()).contains("[2JFAILED", "\n  a b\n").doesNotContain("\033", "\u202e");
    }

    @Test
    void noMoreAreOpenedThanAreShown() throws Exception {
      for (int i = 1; i <= 5_000; i++) {
        record(i, i > 4_990 ? "{\"state\": \"NOTHING_NEW\"}" : "not JSON");
      }

      JobRun status = dateline("status", "--output", output, "--limit", 9);

      assertThat(status.err()).isEmpty();
      assertThat(status.out().lines().filter(line -> line.contains("NOTHING_NEW")))
          .hasSize(9)
          .first()
          .asString()
          .startsWith("2020-02-03-5000");
      assertThat(status.out()).contains("Older runs are not shown");
    }

    @Test
    void theNumberCountsAndNotTheDate() throws Exception {
      record(9_999, "{\"state\": \"NOTHING_NEW\"}");
      Files.writeString(
          output.resolve("nightly/logs/2019-01-01-10000.json"), "{\"state\": \"NOTHING_NEW\"}");

      JsonNode runs = statusJson().at("/jobs/0/runs");

      assertThat(names(runs)).containsExactly("2019-01-01-10000", "2020-02-03-9999");
    }

    @Test
    void aFolderOfATrialIsShownAsOne() throws Exception {
      Path trial = Files.createDirectories(output.resolve("nightly/2020-02-03-0007-trial"));
      Files.writeString(trial.resolve("run.json"), "{\"state\": \"PUBLISHED\", \"entries\": 3}");

      JsonNode first = statusJson().at("/jobs/0/runs/0");

      assertThat(first.get("state").asString()).isEqualTo("TRIAL");
      assertThat(first.get("entries").asInt()).isEqualTo(3);
    }

    @Test
    void everyJobOfTheFolderIsShownAndNothingElse() throws Exception {
      record(1, "{\"state\": \"NOTHING_NEW\"}");
      Files.createDirectories(output.resolve("db"));
      Path weekly = Files.createDirectories(output.resolve("weekly/2020-01-01-0001"));
      Files.writeString(weekly.resolve("run.json"), "{\"state\": \"PUBLISHED\"}");

      JsonNode answer = statusJson();

      assertThat(answer.get("output").asString()).isEqualTo(output.toString());
      assertThat(answer.get("jobs").values())
          .extracting(j -> j.get("job").asString())
          .containsExactly("nightly", "weekly");
    }

    @Test
    void wideNumbersStayWithinAHundredColumns() throws Exception {
      record(
          1,
          "{\"state\": \"INTERRUPTED\", \"started_at\": \"2020-02-03T01:02:03Z\","
              + " \"seconds\": 86399, \"entries\": 12345678, \"articles\": 12345678,"
              + " \"rejections\": 12345678, \"resumed\": 12, \"exit_code\": 143,"
              + " \"last_error\": \""
              + "word ".repeat(100)
              + "\"}");

      JobRun status = dateline("status", "--output", output);

      assertThat(status.out().lines()).allMatch(line -> line.length() <= 100);
      assertThat(status.out()).contains("12,345,678", "23:59:59", "2020-02-03 01:02");
    }
  }

  @Nested
  class WithoutRuns {

    @Test
    void anOutputFolderThatIsMissingEndsWith66() {
      JobRun status = dateline("status", "--output", output);

      assertThat(status.exitCode()).isEqualTo(66);
      assertThat(status.err()).startsWith("dateline: There are no runs in " + output);
      assertThat(status.err().lines()).hasSize(1);
    }

    @Test
    void anUnknownJobEndsWith66AndNamesThoseThatThereAre() throws Exception {
      Files.createDirectories(output.resolve("old/2020-01-01-0001"));

      JobRun status = dateline("status", "weekly", "--output", output);

      assertThat(status.exitCode()).isEqualTo(66);
      assertThat(status.err())
          .contains("There are no runs in " + output.resolve("weekly"))
          .contains("Jobs there are: evaluate, nightly, reprocess, old.");
    }

    @Test
    void aJobThatHasNotRunYetSaysSo() throws Exception {
      Files.createDirectories(output);

      JobRun status = dateline("status", "nightly", "--output", output);

      assertThat(status.exitCode()).isZero();
      assertThat(status.out().strip()).isEqualTo("No runs yet.");
    }

    @Test
    void runsOfAJobWhoseFileIsGoneAreShown() throws Exception {
      Path run = Files.createDirectories(output.resolve("weekly/2020-01-01-0001"));
      Files.writeString(run.resolve("run.json"), "{\"state\": \"PUBLISHED\"}");

      JobRun status = dateline("status", "weekly", "--output", output);

      assertThat(status.out()).contains("2020-01-01-0001  PUBLISHED");
    }

    @Test
    void watchingNothingPrintsOnceAndEnds() throws Exception {
      record(1, "{\"state\": \"NOTHING_NEW\"}");

      JobRun status = dateline("status", "--output", output, "--watch");

      assertThat(status.out().lines()).hasSize(3);
    }

    @Test
    void theOutputFolderIsThatOfTheJobFile() throws Exception {
      Path job = Files.writeString(folder.resolve("nightly.yml"), "output: " + output + "\n");
      record(1, "{\"state\": \"NOTHING_NEW\"}");

      JobRun status = dateline("status", job);

      assertThat(status.out()).contains("2020-02-03-0001  NOTHING_NEW");
    }

    @Test
    void aLimitOutOfBoundsEndsWith64() {
      JobRun status = dateline("status", "--output", output, "--limit", 0);

      assertThat(status.exitCode()).isEqualTo(64);
    }
  }

  @Test
  void loadsNoClassOfSpringAndNoneOfTheDatabase() throws Exception {
    record(1, "{\"state\": \"NOTHING_NEW\"}");
    Path classes = folder.resolve("classes.log");

    DatelineProcess process =
        DatelineProcess.start(
            folder.resolve("status.log"),
            DatelineProcess.javaHome(),
            List.of("-Xlog:class+load:file=" + classes),
            Map.of(),
            "status",
            "--output",
            output);

    assertThat(process.exitCode()).as(process.output()).isZero();
    assertThat(process.output()).contains("2020-02-03-0001  NOTHING_NEW");
    assertThat(Files.readAllLines(classes))
        .isNotEmpty()
        .noneMatch(line -> line.contains("org.springframework") || line.contains("org.hsqldb"));
  }

  private JsonNode statusJson(Object... more) throws IOException {
    Object[] words = new Object[more.length + 4];
    words[0] = "status";
    System.arraycopy(more, 0, words, 1, more.length);
    words[more.length + 1] = "--output";
    words[more.length + 2] = output;
    words[more.length + 3] = "--json";
    JobRun status = dateline(words);
    assertThat(status.exitCode()).as(status.err()).isZero();
    return JSON.readTree(status.out());
  }

  private static List<String> names(JsonNode runs) {
    return runs.valueStream().map(run -> run.get("name").asString()).toList();
  }

  private Path progressFile() {
    return output.resolve("nightly/progress.json");
  }

  private Path record(int number) {
    return output.resolve(String.format(Locale.ROOT, "nightly/logs/2020-02-03-%04d.json", number));
  }

  private void record(int number, String json) throws IOException {
    Files.createDirectories(record(number).getParent());
    Files.writeString(record(number), json);
  }

  private static JsonNode json(Path file) throws IOException {
    return JSON.readTree(Files.readString(file));
  }
}
