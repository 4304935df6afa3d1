package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.EmbeddedDatabaseOnly;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A rollback that is cut off has happened or not, and whatever command comes next ends it. */
@Timeout(300)
class RollbackResumeTests {

  private static final String NEWEST = "2020-01-03-0003";

  @TempDir static Path template;
  private static Nights threeNights;
  private static Archive first;
  private static Archive third;

  @TempDir Path folder;
  private Nights nights;
  private Path job;

  @BeforeAll
  static void someNights() throws Exception {
    Nights nights = Nights.in(template, "removed-limit: 1.0");
    nights.file("accra.txt", story("Accra", "Ama Mensah", "This time it is for good, I am told"));
    nights.file("bergen.txt", story("Bergen", "Nils Aune", "The boat needs paint, not owners"));
    nights.file(
        "elgin.txt", story("Elgin", "Iain Ross", "I would not have missed it for a pension"));
    nights.run("2020-01-01");
    first = Archive.of(nights).withoutPlaces();
    nights.file("accra.txt", story("Accra", "Ama Mensah", "We shall see what the council says"));
    nights.run("2020-01-02");
    nights.file("accra.txt", story("Cork", "Nora Daly", "The boat needs paint, not owners"));
    nights.remove("bergen.txt");
    nights.run("2020-01-03");
    third = Archive.of(nights).withoutPlaces();
    threeNights = nights;
  }

  @BeforeEach
  void anArchiveOfThem() throws Exception {
    nights = threeNights.copyTo(folder.resolve("a"));
    job = nights.output().resolve("nightly");
  }

  private JobRun cutOff() {
    return nights.rollback("2", "--with-later");
  }

  private List<String> states() throws Exception {
    return Tables.query(nights.output(), "SELECT state FROM runs ORDER BY run_id").stream()
        .map(row -> row.get("state"))
        .toList();
  }

  private void never(String state) throws Exception {
    Tables.query(
        nights.output(),
        "ALTER TABLE runs ADD CONSTRAINT never CHECK (NOT (state = '" + state + "'))");
  }

  private void allowed() throws Exception {
    Tables.query(nights.output(), "ALTER TABLE runs DROP CONSTRAINT never");
  }

  /** A folder with something in it, where a file is to be written. */
  private Path obstacle(String name) throws Exception {
    return Files.createDirectories(job.resolve(name).resolve("in-the-way"));
  }

  private void clear(Path obstacle) throws Exception {
    Files.delete(obstacle);
    Files.delete(obstacle.getParent());
  }

  private void assertEnded(JobRun next) throws Exception {
    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(states().subList(0, 3)).containsExactly("PUBLISHED", "ROLLED_BACK", "ROLLED_BACK");
    assertThat(JobRun.dateline(nights.command("status")).out())
        .containsPattern(NEWEST + " +ROLLED_BACK ")
        .containsPattern("2020-01-02-0002 +ROLLED_BACK ");
  }

  @Test
  void hasNotHappenedBeforeItsOneTransaction() throws Exception {
    never("ROLLING_BACK");

    JobRun rollback = cutOff();

    allowed();
    assertThat(rollback.exitCode()).as(rollback.err()).isEqualTo(70);
    Archive.of(nights).withoutPlaces().assertSameAs(third);
    assertThat(Files.readSymbolicLink(nights.latest())).hasToString(NEWEST);
    nights.file("dakar.txt", story("Dakar", "Awa Diop", "The boat needs paint, not owners"));
    nights.run("2020-01-04");
    assertEnded(cutOff());
    Archive.of(nights).withoutPlaces().assertSameAs(first);
  }

  @Test
  void isEndedByARunIfLatestWasNotMoved() throws Exception {
    Path draft = obstacle(".latest.draft");
    JobRun rollback = cutOff();
    assertThat(rollback.exitCode()).as(rollback.err()).isEqualTo(74);
    assertThat(rollback.err()).contains("the next command goes on").hasLineCount(1);
    assertThat(states()).containsExactly("PUBLISHED", "ROLLING_BACK", "ROLLING_BACK");
    assertThat(nights.articles()).containsExactly("accra.txt", "bergen.txt", "elgin.txt");
    assertThat(nights.attempt("2020-01-03").exitCode()).as("in the way of a run too").isEqualTo(74);
    clear(draft);

    JobRun next = nights.attempt("2020-01-03");

    assertEnded(next);
    assertThat(next.err() + next.out())
        .contains("Finished the rollback of run " + NEWEST + ", which was cut off.");
    assertThat(Files.readSymbolicLink(nights.latest())).hasToString("2020-01-03-0004");
    assertThat(Archive.export(nights)).isEqualTo(third.export());
  }

  @Test
  void isEndedByAnExportIfARecordWasNotWritten() throws Exception {
    Path draft = obstacle("logs/.2020-01-02-0002.json.draft");
    assertThat(cutOff().exitCode()).isEqualTo(74);
    assertThat(Files.readSymbolicLink(nights.latest())).hasToString("2020-01-01-0001");
    clear(draft);

    assertEnded(JobRun.dateline(nights.command("export")));
    Archive.of(nights).withoutPlaces().assertSameAs(first);
  }

  @Test
  void isEndedByAPurgeIfItsEndWasNotNoted() throws Exception {
    never("ROLLED_BACK");
    assertThat(cutOff().exitCode()).isEqualTo(70);
    allowed();

    assertEnded(JobRun.dateline(nights.command("purge", "--older-than", "90d")));
    Archive.of(nights).withoutPlaces().assertSameAs(first);
  }

  @Test
  void isEndedByTheSameRollbackWhichTakesBackNoOtherRun() throws Exception {
    never("ROLLED_BACK");
    assertThat(nights.rollback("latest").exitCode()).isEqualTo(70);
    allowed();

    JobRun again = nights.rollback("latest");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out())
        .contains(NEWEST + " rolled back, which had been cut off", "name it")
        .doesNotContain("0002 rolled back");
    assertThat(states()).containsExactly("PUBLISHED", "PUBLISHED", "ROLLED_BACK");
  }

  @Test
  void isNotUndoneWhereSpringBatchHadNotHeardOfTheRunsEnd() throws Exception {
    Tables.query(
        nights.output(),
        "UPDATE BATCH_JOB_EXECUTION SET STATUS = 'STARTED', END_TIME = NULL WHERE"
            + " JOB_EXECUTION_ID = (SELECT MAX(JOB_EXECUTION_ID) FROM BATCH_JOB_EXECUTION)");
    assertThat(nights.rollback("3").exitCode()).isZero();

    assertThat(nights.run("2020-01-03").get("run").asInt()).isEqualTo(4);

    assertThat(states()).containsExactly("PUBLISHED", "PUBLISHED", "ROLLED_BACK", "PUBLISHED");
  }

  @Test
  void leavesNoBaselineThatHoldsWhatWasTakenBack() throws Exception {
    Tables.query(
        nights.output(),
        "ALTER TABLE runs ADD CONSTRAINT never CHECK (NOT (baseline AND state = 'PUBLISHED'))");
    JobRun compact = JobRun.dateline(nights.command("purge", "--older-than", "0d", "--compact"));
    allowed();
    assertThat(compact.exitCode()).isEqualTo(70);
    assertThat(cutOff().exitCode()).isZero();

    JobRun purge = JobRun.dateline(nights.command("purge", "--older-than", "90d"));

    assertThat(purge.exitCode()).as(purge.err()).isZero();
    Archive.of(nights).withoutPlaces().assertSameAs(first);
  }

  @Test
  @EmbeddedDatabaseOnly("a server goes on when the process is killed")
  void survivesAKillRightBehindItsTransaction() throws Exception {
    Path pipe = job.resolve("logs/." + NEWEST + ".json.draft");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    DatelineProcess rollback =
        DatelineProcess.start(
            folder.resolve("rollback.log"), nights.rollbackWords("2", "--with-later"));
    // It waits for a reader of the pipe that never comes.
    while (rollback.isAlive()
        && !Files.readSymbolicLink(nights.latest()).endsWith("2020-01-01-0001")) {
      Thread.sleep(10);
    }
    assertThat(rollback.isAlive()).as(rollback.output()).isTrue();
    rollback.kill();
    Files.delete(pipe);

    assertThat(states()).containsExactly("PUBLISHED", "ROLLING_BACK", "ROLLING_BACK");
    Archive.of(nights).withoutPlaces().assertSameAs(first);
    assertThat(states()).containsExactly("PUBLISHED", "ROLLED_BACK", "ROLLED_BACK");
    assertThat(Files.exists(pipe, LinkOption.NOFOLLOW_LINKS)).isFalse();
  }
}
