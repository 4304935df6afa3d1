package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.batch.database.EmbeddedDatabaseOnly;
import io.dateline.batch.database.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Interruptions at the moments that are easiest to get wrong: the first and the last. */
class InterruptedNightTests {

  @TempDir Path folder;
  private Nights nights;

  @BeforeEach
  void anArchive() throws Exception {
    nights = Nights.in(folder, "removed-limit: 1.0", "partition: {files: 50}", "chunk-size: 20");
  }

  @Test
  void aRunThatReadersHaveIsCompletedWhateverTheNextOneAsksFor() throws Exception {
    nights.file("accra.txt", story("Accra", "Ama Mensah", "We have seen owners come and go"));
    nights.run("2020-01-01");
    asIfKilledBetweenTheRenameAndTheCommit();
    nights.settings("removed-limit: 1.0", "validation: {body-min-words: 7}");
    nights.file("cork.txt", story("Cork", "Nora Daly", "Nobody asked us about the timetable"));

    JobRun next = nights.attempt("2020-01-02", "--fresh");

    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(next.err()).contains("Resuming run 2020-01-01-0001");
    assertThat(nights.articles()).containsExactly("accra.txt", "cork.txt");
    assertThat(JobRun.csv(nights.latest().resolve("articles.csv"))).hasSize(1);
  }

  @Test
  void aNightAfterTheResumedOneThatBringsNothingDoesNotDenyWhatThatPublished() throws Exception {
    nights.file("accra.txt", story("Accra", "Ama Mensah", "We have seen owners come and go"));
    nights.run("2020-01-01");
    asIfKilledBetweenTheRenameAndTheCommit();

    JobRun next = nights.attempt("2020-01-02");

    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(next.out())
        .contains("2020-01-01-0001")
        .endsWith("Since that run nothing is new: 1 files are known and unchanged.\n")
        .doesNotContain("Nothing was published");
  }

  private void asIfKilledBetweenTheRenameAndTheCommit() throws Exception {
    for (String change :
        new String[] {
          "UPDATE runs SET state = 'RUNNING', finished_at = NULL, folder = NULL",
          "UPDATE BATCH_JOB_EXECUTION SET STATUS = 'STARTED', EXIT_CODE = 'UNKNOWN', END_TIME = NULL",
          "UPDATE BATCH_STEP_EXECUTION SET STATUS = 'STARTED', EXIT_CODE = 'EXECUTING',"
              + " END_TIME = NULL WHERE STEP_NAME = 'publishStep'"
        }) {
      Tables.query(nights.output(), change);
    }
  }

  @Test
  @Timeout(300)
  void aSignalBeforeTheJobHasBegunIsNotForgotten() throws Exception {
    new ArchiveGenerator(3).write(nights.input(), 400);
    Object[] arguments =
        Stream.concat(Stream.of("run"), Stream.of(nights.arguments("2020-01-01"))).toArray();
    DatelineProcess run = DatelineProcess.start(folder.resolve("early.log"), arguments);
    // The lock is taken before the database opens, and that takes a second.
    Path lock =
        TestDatabases.of(nights.output())
            .lockFolder(nights.output(), "nightly")
            .resolve("dateline.lock");
    while (run.isAlive() && !Files.exists(lock)) {
      Thread.sleep(2);
    }

    run.signal("TERM");

    assertThat(run.exitCode()).isEqualTo(143);
    assertThat(run.output()).contains("Run the same command again");
    assertThat(nights.latest()).doesNotExist();
    assertThat(nights.attempt("2020-01-01").exitCode()).isZero();
    assertThat(nights.latest()).exists();
  }

  @Test
  @EmbeddedDatabaseOnly("PostgreSQL makes a schema in one transaction")
  void aDatabaseThatWasHalfMadeWhenTheFirstProcessDiedIsMadeAnew() throws Exception {
    nights.file("accra.txt", story("Accra", "Ama Mensah", "We have seen owners come and go"));
    Path draft = Files.createDirectories(nights.output().resolve(".db.draft"));
    Files.writeString(draft.resolve("dateline.properties"), "modified=yes\nversion=2.7.4\n");
    Files.writeString(draft.resolve("dateline.script"), "CREATE CACHED TABLE half_a_");

    JobRun run = nights.attempt("2020-01-01");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(nights.articles()).containsExactly("accra.txt");
    assertThat(draft).doesNotExist();
  }

  @Test
  @Timeout(60)
  void anInputThatIsGoneWhenPlanningIsResumedEndsTheRunInsteadOfRepeatingIt() throws Exception {
    nights.file("accra.txt", story("Accra", "Ama Mensah", "We have seen owners come and go"));
    nights.run("2020-01-01");
    Tables.query(
        nights.output(),
        "INSERT INTO runs (run_id, job_name, run_number, run_date, state, extractor_version,"
            + " config_sha256, frozen, started_at, resumed_count) SELECT 2, job_name, 2,"
            + " '2020-01-02', 'RUNNING', extractor_version, config_sha256,"
            + " REPLACE(frozen, '/papers', '/nowhere'), started_at, 0 FROM runs");

    JobRun resumed = nights.attempt("2020-01-03", "--resume-only");

    assertThat(resumed.exitCode()).isEqualTo(66);
    assertThat(resumed.err()).contains("nowhere is gone or empty");
    assertThat(nights.articles()).containsExactly("accra.txt");
    assertThat(nights.attempt("2020-01-03").exitCode()).isZero();
  }

  @Test
  @Timeout(300)
  void aRunThatIsResumedWithoutItsDiskOrItsFoldersWaitsForThemAndLosesNothing() throws Exception {
    new ArchiveGenerator(4).write(nights.input(), 500);
    nights.run("2020-01-01");
    List<String> before = nights.articles();
    killInTheMiddle("2020-01-02", "--full");
    Path away = folder.resolve("away");
    Files.move(nights.input(), away);
    Files.createDirectories(nights.input());
    // A mount point often has something like it; it is no article.
    Files.createFile(nights.input().resolve(".keep"));

    JobRun withoutDisk = nights.attempt("2020-01-03");
    Files.delete(nights.input().resolve(".keep"));
    Files.delete(nights.input());
    Files.move(away, nights.input());
    Path summary = nights.output().resolve("nightly/.0002.partial/summary");
    Files.writeString(summary, "in the way");
    JobRun withoutFolder = nights.attempt("2020-01-03");
    Files.delete(summary);
    JobRun whole = nights.attempt("2020-01-03");

    assertThat(withoutDisk.exitCode()).as(withoutDisk.err()).isEqualTo(66);
    assertThat(withoutFolder.exitCode()).as(withoutFolder.err()).isEqualTo(74);
    assertThat(whole.exitCode()).as(whole.err()).isZero();
    assertThat(nights.articles()).isEqualTo(before);
  }

  @Test
  @Timeout(300)
  void aRunIsResumedFromItsRowsWhateverSpringBatchKeptOfItsPartitions() throws Exception {
    new ArchiveGenerator(6).write(nights.input(), 700);
    nights.run("2020-01-01");
    List<String> before = nights.articles();
    killInTheMiddle("2020-01-02", "--full");
    Tables.query(
        nights.output(),
        "DELETE FROM BATCH_STEP_EXECUTION_CONTEXT WHERE STEP_EXECUTION_ID IN (SELECT"
            + " STEP_EXECUTION_ID FROM BATCH_STEP_EXECUTION WHERE STEP_NAME LIKE"
            + " 'extractPartition:%' AND STATUS <> 'COMPLETED')");

    JobRun resumed = nights.attempt("2020-01-02", "--resume-only");

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(nights.articles()).isEqualTo(before);
  }

  @Test
  @Timeout(300)
  void aKnownFileThatChangesUnderARunKeepsItsRowsUntilItIsRead() throws Exception {
    new ArchiveGenerator(5).write(nights.input(), 500);
    nights.run("2020-01-01");
    List<String> before = nights.articles();
    String last = before.get(before.size() - 1);
    killInTheMiddle("2020-01-02", "--full");
    nights.file(last, story("Cork", "Nora Daly", "Nobody asked us about the timetable"));

    nights.attempt("2020-01-02", "--resume-only");
    List<String> rejected = nights.rejections();
    List<String> kept = nights.articles();
    nights.run("2020-01-03");

    assertThat(JobRun.csv(nights.output().resolve("nightly/2020-01-02-0002/rejections.csv")))
        .anySatisfy(
            row -> {
              assertThat(row.get("source_path")).isEqualTo(last);
              assertThat(row.get("reason")).isEqualTo("SOURCE_CHANGED");
            });
    assertThat(kept).isEqualTo(before);
    assertThat(rejected).doesNotContain(last);
    assertThat(
            Tables.query(
                nights.output(),
                "SELECT headline FROM articles WHERE source_path = '" + last + "'"))
        .extracting(row -> row.get("headline"))
        .containsExactly("Cork ferry changes hands once more");
  }

  /** Kills a run once some of its partitions have rows, and others not. */
  private void killInTheMiddle(String date, Object... more) throws Exception {
    Object[] arguments =
        Stream.concat(Stream.of("run"), Stream.of(nights.arguments(date, more))).toArray();
    DatelineProcess run = DatelineProcess.start(folder.resolve("killed.log"), arguments);
    Path work = nights.output().resolve("nightly/.0002.partial/work");
    while (run.isAlive() && partsIn(work) < 2) {
      Thread.sleep(2);
    }
    assertThat(run.isAlive()).as(run.output()).isTrue();
    run.kill();
  }

  private static long partsIn(Path work) {
    String[] names = work.toFile().list((dir, name) -> name.startsWith("articles.p"));
    return names == null
        ? 0
        : Stream.of(names).filter(name -> work.resolve(name).toFile().length() > 0).count();
  }
}
