package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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
