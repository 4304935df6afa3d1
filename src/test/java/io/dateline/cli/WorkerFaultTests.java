package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to workers, and that none of it shows in the files. */
@BothDatabases
@Tag("long")
@Timeout(600)
class WorkerFaultTests {

  @TempDir Path folder;

  @Test
  void aFrozenWorkersPartitionIsGivenToAnotherAndItsOwnChunkRollsBackWhenItThaws()
      throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS)) {
      DatelineProcess manager = crew.handingOut();
      DatelineProcess frozen = Crew.atWork(crew.workerAs("postgres", Crew.IMPATIENT));
      frozen.signal("STOP");
      DatelineProcess other = crew.worker();
      Crew.awaitSaid(other, ", delivered 2 times.", 1);
      frozen.signal("CONT");

      assertThat(manager.exitCode()).as(manager.output()).isZero();
      assertThat(frozen.output()).contains("with which another process has gone on");
      assertThat(frozen.isAlive()).as(frozen.output()).isTrue();
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void aWorkerToldToLeaveGivesItsPartitionBackAtACheckpoint() throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS)) {
      DatelineProcess manager = crew.handingOut();
      DatelineProcess leaving = Crew.atWork(crew.worker());
      leaving.signal("TERM");
      int left = leaving.exitCode();
      DatelineProcess other = crew.worker();

      assertThat(left).as(leaving.output()).isZero();
      assertThat(leaving.output()).contains("Left at a checkpoint");
      assertThat(manager.exitCode()).as(manager.output() + other.output()).isZero();
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void aWorkerThatIsSilentForHalfAMinuteLosesItsPartitionToAnother() throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS)) {
      DatelineProcess manager = crew.handingOut();
      DatelineProcess frozen = Crew.atWork(crew.worker());
      frozen.signal("STOP");
      long begun = System.nanoTime();
      DatelineProcess other = crew.worker();
      Crew.awaitSaid(other, ", delivered 2 times.", 1);
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
      frozen.signal("CONT");

      assertThat(manager.exitCode()).as(manager.output()).isZero();
      // It may have been heard of a little before.
      assertThat(seconds).isBetween(18L, 45L);
      assertThat(frozen.output()).contains("with which another process has gone on");
      crew.assertSameAsOnOneMachine();
    }
  }

  @ParameterizedTest(name = "of {0} s: exit code {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8  | 0   | Gave partition 0 of nightly 2020-02-03-0001 back at a checkpoint
          60 | 143 | Cut off: it did not stop within 25 s
          """)
  void aWorkerToldToLeaveInTheMiddleOfALongChunkIsGoneWithin25Seconds(
      int seconds, int exitCode, String sentence) throws Exception {
    try (Crew crew = new Crew(folder, 300)) {
      DatelineProcess manager = crew.handingOut();
      DatabaseUser slow = new DatabaseUser(crew, "slow");
      slow.slowDown(seconds);
      DatelineProcess leaving = crew.workerAs(slow.name(), "");
      Crew.awaitSaid(leaving, "Began ", 1);
      slow.awaitWaiting();
      leaving.signal("TERM");
      long begun = System.nanoTime();
      int left = leaving.exitCode();
      long taken = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
      DatelineProcess other = crew.worker();

      assertThat(left).as(leaving.output()).isEqualTo(exitCode);
      assertThat(leaving.output()).contains(sentence);
      assertThat(taken).isLessThanOrEqualTo(27);
      assertThat(manager.exitCode()).as(manager.output() + other.output()).isZero();
      // What was given back counts for nothing.
      assertThat(other.output().contains(", delivered 2 times.")).isEqualTo(exitCode != 0);
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void aWorkerThatSeesAnotherOutputFolderTakesNoPartAndIsNamed() throws Exception {
    try (Crew crew = new Crew(folder, 200)) {
      DatelineProcess manager = crew.handingOut();
      Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
      DatelineProcess refused = crew.worker("--output", elsewhere);
      int exit = refused.exitCode();
      DatelineProcess fit = crew.worker();

      assertThat(exit).as(refused.output()).isEqualTo(78);
      assertThat(refused.output()).contains("This worker does not see " + elsewhere);
      assertThat(manager.exitCode()).as(manager.output() + fit.output()).isZero();
      assertThat(manager.output()).contains("(process " + refused.pid() + ")");
      crew.assertSameAsOnOneMachine();
    }
  }
}
