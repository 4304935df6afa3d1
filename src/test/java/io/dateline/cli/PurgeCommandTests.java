package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a purge takes away and what it leaves, after real nights. */
@Timeout(300)
class PurgeCommandTests {

  @TempDir static Path template;
  private static Nights sixNights;

  @TempDir Path folder;
  private Nights nights;
  private Path job;

  @BeforeAll
  static void someNights() throws Exception {
    Nights nights = Nights.in(template, "removed-limit: 1");
    nights.file("accra.txt", story("Accra", "Ama Mensah", "This time it is for good, I am told"));
    nights.file("bergen.txt", story("Bergen", "Nils Aune", "The boat needs paint, not owners"));
    nights.file("cork.txt", story("Cork", "Nora Daly", "Nobody asked us about the timetable"));
    nights.file("short.txt", "Not much of a story\n\nReally not.\n");
    nights.run("2025-11-01");
    nights.file("accra.txt", story("Accra", "Ama Mensah", "We shall see what the council says"));
    nights.run("2025-11-02");
    Files.setLastModifiedTime(
        nights.input().resolve("bergen.txt"), FileTime.from(Instant.parse("2025-11-02T08:00:00Z")));
    nights.run("2025-11-03");
    nights.remove("cork.txt");
    nights.run("2025-11-04");
    nights.file("dakar.txt", story("Dakar", "Awa Diop", "It has always been a quiet crossing"));
    nights.run("2025-11-05", "--limit", "1");
    nights.run("2025-11-06");
    sixNights = nights;
  }

  @BeforeEach
  void anArchiveOfThem() throws Exception {
    nights = sixNights.copyTo(folder);
    job = nights.output().resolve("nightly");
  }

  private void end(int runNumber, int daysAgo) throws Exception {
    Instant then = Instant.now().minus(daysAgo, ChronoUnit.DAYS);
    Tables.query(
        nights.output(),
        "UPDATE runs SET finished_at = '" + then + "' WHERE run_number = " + runNumber);
  }

  private JobRun purge(Object... more) {
    JobRun purge = JobRun.dateline(nights.command("purge", more));
    assertThat(purge.exitCode()).as(purge.err()).isZero();
    return purge;
  }

  private long count(String table) throws Exception {
    return Long.parseLong(
        Tables.query(nights.output(), "SELECT COUNT(*) AS n FROM " + table).get(0).get("n"));
  }

  @Test
  void leavesViewsLedgerAndExportAsTheyWere() throws Exception {
    nights.run("2025-11-07", "--full");
    nights.file("accra.txt", story("Accra", "Ama Mensah", "The council has said nothing so far"));
    nights.run("2025-11-08");
    Archive before = Archive.of(nights);

    purge("--older-than", "0d");

    Archive.of(nights).assertSameAs(before);
    JsonNode next = nights.run("2025-11-09");
    assertThat(next.get("state").asString()).isEqualTo("NOTHING_NEW");
    assertThat(next.get("run").asInt()).isEqualTo(9);
    assertThat(next.get("hashed").asInt()).isZero();
  }

  @Test
  void keepsFoldersIntoWhichCurrentRowsPointAndSaysSo() throws Exception {
    JobRun purge = purge("--older-than", "0d");

    assertThat(purge.out())
        .contains(
            "2025-11-01-0001 kept: 1 current article",
            "2025-11-02-0002 kept: 1 current article",
            "2025-11-04-0004 deleted: no current articles",
            "2025-11-05-0005-trial deleted: a trial",
            "2025-11-06-0006 kept: 1 current article");
    assertThat(Archive.names(job))
        .contains("2025-11-01-0001", "2025-11-02-0002", "2025-11-06-0006", "latest")
        .doesNotContain("2025-11-04-0004", "2025-11-05-0005-trial")
        .noneMatch(name -> name.endsWith(".purged"));
    assertThat(Archive.names(job.resolve("logs")))
        .contains("2025-11-01-0001.log", "2025-11-01-0001.json")
        .noneMatch(name -> name.contains("0004") || name.contains("0005"));
    assertThat(
            Tables.query(
                nights.output(), "SELECT run_number FROM runs WHERE purged_at IS NOT NULL"))
        .extracting(row -> row.get("run_number"))
        .containsExactly("4");
  }

  @Test
  void keepsOnlyTheNewestExecutionOfSpringBatch() throws Exception {
    purge("--older-than", "0d");

    assertThat(count("BATCH_JOB_INSTANCE")).isOne();
    assertThat(count("BATCH_JOB_EXECUTION")).isOne();
    assertThat(count("BATCH_JOB_EXECUTION_CONTEXT")).isOne();
    assertThat(
            Tables.query(
                nights.output(),
                "SELECT PARAMETER_VALUE FROM BATCH_JOB_EXECUTION_PARAMS"
                    + " WHERE PARAMETER_NAME = 'run'"))
        .extracting(row -> row.get("parameter_value"))
        .containsExactly("6");
    assertThat(count("BATCH_STEP_EXECUTION"))
        .isEqualTo(count("BATCH_STEP_EXECUTION_CONTEXT"))
        .isBetween(4L, 6L);
  }

  @Test
  void deletesTheRowsOfFilesThatAreCurrentNoMore() throws Exception {
    purge("--older-than", "0d");

    assertThat(
            Tables.query(
                nights.output(),
                "SELECT source_path FROM article_rows a JOIN runs r ON r.run_id = a.run_id"
                    + " ORDER BY source_path"))
        .extracting(row -> row.get("source_path"))
        .containsExactly("accra.txt", "bergen.txt", "dakar.txt");
    assertThat(count("article_texts")).isEqualTo(3);
    assertThat(
            Tables.query(
                nights.output(),
                "SELECT source_path FROM source_files ORDER BY source_path, run_id"))
        .extracting(row -> row.get("source_path"))
        .as("cork.txt is gone, and removed_files says when")
        .containsExactly("accra.txt", "bergen.txt", "cork.txt", "dakar.txt", "short.txt");
    assertThat(Tables.query(nights.output(), "SELECT state FROM runs ORDER BY run_number"))
        .extracting(row -> row.get("state"))
        .as("the third noted the new time of bergen.txt; the trial is forgotten")
        .containsExactly("PUBLISHED", "PUBLISHED", "NOTHING_NEW", "PUBLISHED", "PUBLISHED");
  }

  @Test
  void looksAtNothingThatIsYounger() throws Exception {
    end(1, 100);
    end(4, 89);
    long executions = count("BATCH_JOB_EXECUTION");

    JobRun purge = purge("--older-than", "90d");

    assertThat(purge.out().lines().filter(line -> line.startsWith("20")))
        .containsExactly("2025-11-01-0001 kept: 1 current article");
    assertThat(count("BATCH_JOB_EXECUTION")).isEqualTo(executions - 1);
    assertThat(job.resolve("2025-11-04-0004")).isDirectory();
    assertThat(job.resolve("2025-11-05-0005-trial")).isDirectory();
  }

  @Test
  void triedDrySaysTheSameAndDeletesNothing() throws Exception {
    List<String> names = Archive.names(job);
    long rows = count("article_rows");
    long executions = count("BATCH_JOB_EXECUTION");

    JobRun dry = purge("--older-than", "0d", "--dry-run", "--json");

    assertThat(Archive.names(job)).isEqualTo(names);
    assertThat(count("article_rows")).isEqualTo(rows);
    assertThat(count("BATCH_JOB_EXECUTION")).isEqualTo(executions);
    JobRun real = purge("--older-than", "0d", "--json");
    assertThat(withoutMoment(dry)).isEqualTo(withoutMoment(real));
    assertThat(withoutMoment(real)).contains("\"past_articles\":2").contains("\"runs\":1");
  }

  private static String withoutMoment(JobRun purge) {
    JsonNode report = JsonMapper.shared().readTree(purge.out());
    assertThat(report.get("job").asString()).isEqualTo("nightly");
    return report
        .toString()
        .replaceAll("\"before\":\"[^\"]*\"", "")
        .replaceAll("\"dry_run\":\\w+", "");
  }

  @Test
  void findsNothingTheSecondTime() throws Exception {
    purge("--older-than", "0d");

    JsonNode again = JsonMapper.shared().readTree(purge("--older-than", "0d", "--json").out());

    for (String count : List.of("executions", "past_articles", "runs", "bytes")) {
      assertThat(again.get(count).asLong()).as(count).isZero();
    }
    assertThat(again.get("folders"))
        .extracting(entry -> entry.get("run").asString())
        .containsExactly("2025-11-01-0001", "2025-11-02-0002", "2025-11-06-0006");
  }

  @Test
  void neverDeletesWhatLatestPointsTo() throws Exception {
    Path latest = nights.latest();
    Files.delete(latest);
    Files.createSymbolicLink(latest, Path.of("2025-11-04-0004"));

    JobRun purge = purge("--older-than", "0d");

    assertThat(purge.out()).contains("2025-11-04-0004 kept: `latest` points to it");
    assertThat(latest.resolve("articles.csv")).exists();
  }

  @Test
  void leavesAloneWhatNoRunLeftThere() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.copy(job.resolve("2025-11-04-0004/run.json"), elsewhere.resolve("run.json"));
    Path run = job.resolve("2025-11-04-0004");
    Files.move(run, folder.resolve("moved"));
    Files.createSymbolicLink(run, elsewhere);
    Path foreign = Files.createDirectories(job.resolve("2020-01-01-0099"));
    Files.writeString(foreign.resolve("run.json"), "{\"job\":\"nightly\",\"run\":99}");
    Files.createDirectories(job.resolve(".2020-01-01-0098.purged"));
    Path trial = job.resolve("2025-11-05-0005-trial");
    Files.delete(trial.resolve("run.json"));
    Files.createSymbolicLink(job.resolve("2025-11-02-0002/summary/link"), elsewhere);
    nights.run("2025-11-07", "--full");

    JobRun purge = purge("--older-than", "0d");

    assertThat(purge.out())
        .contains(
            "2025-11-04-0004 kept: it is a symbolic link",
            "2025-11-05-0005-trial kept: it has no run.json that could be read",
            "2025-11-02-0002 deleted");
    assertThat(elsewhere.resolve("run.json")).exists();
    assertThat(foreign.resolve("run.json")).exists();
    assertThat(trial).isDirectory();
    assertThat(Files.isSymbolicLink(run)).isTrue();
    assertThat(job.resolve(".2020-01-01-0098.purged")).isDirectory();
  }

  @Test
  void deletesWhatACutOffPurgeHadHidden() throws Exception {
    Files.move(job.resolve("2025-11-04-0004"), job.resolve(".2025-11-04-0004.purged"));

    purge("--older-than", "0d");

    assertThat(Archive.names(job)).noneMatch(name -> name.contains("0004"));
    assertThat(
            Tables.query(
                nights.output(), "SELECT run_number FROM runs WHERE purged_at IS NOT NULL"))
        .hasSize(1);
  }

  @Test
  void leavesAnUnfinishedRunAlone() throws Exception {
    nights.file(
        "elgin.txt", story("Elgin", "Iain Ross", "I would not have missed it for a pension"));
    nights.run("2025-11-07");
    Tables.query(
        nights.output(),
        "UPDATE runs SET state = 'RUNNING', finished_at = NULL WHERE run_number = 7");
    for (String table : List.of("JOB_EXECUTION", "STEP_EXECUTION")) {
      Tables.query(
          nights.output(),
          String.format(
              "UPDATE BATCH_%1$s SET STATUS = 'FAILED', EXIT_CODE = 'FAILED'"
                  + " WHERE %1$s_ID = (SELECT MAX(%1$s_ID) FROM BATCH_%1$s)",
              table));
    }

    JobRun purge = purge("--older-than", "0d");

    assertThat(purge.out()).contains("2025-11-07-0007 kept: it is unfinished; `run` resumes it");
    assertThat(count("article_rows WHERE run_id = (SELECT run_id FROM runs WHERE run_number = 7)"))
        .isOne();
    assertThat(nights.run("2025-11-08", "--resume-only").get("state").asString())
        .isEqualTo("PUBLISHED");
    assertThat(nights.articles())
        .containsExactly("accra.txt", "bergen.txt", "dakar.txt", "elgin.txt");
  }

  @Test
  void givesNoNumberTwiceThoughTheNewestRunsPublishedNothing() throws Exception {
    nights.run("2025-11-07");
    nights.run("2025-11-08", "--limit", "1", "--full");

    purge("--older-than", "0d");

    assertThat(nights.run("2025-11-09").get("run").asInt()).isEqualTo(9);
  }

  @Test
  void refusesAnAgeThatIsNone() {
    JobRun purge = JobRun.dateline(nights.command("purge", "--older-than", "1y"));

    assertThat(purge.exitCode()).isEqualTo(64);
    assertThat(purge.err()).contains("90d", "12w", "1y");
  }

  @Test
  void wantsAnAge() {
    JobRun purge = JobRun.dateline(nights.command("purge"));

    assertThat(purge.exitCode()).isEqualTo(64);
    assertThat(purge.err()).contains("--older-than");
  }

  @Test
  void saysWhereThereIsNothingToPurge() {
    JobRun purge =
        JobRun.dateline(
            "purge", "--older-than", "90d", "--output", folder.resolve("nowhere").toString());

    assertThat(purge.exitCode()).isEqualTo(66);
    assertThat(purge.err()).startsWith("dateline: The job nightly has no runs in ").hasLineCount(1);
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }
}
