package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to connections with the database, and that none of it shows in the files. */
@BothDatabases
@Tag("long")
@Timeout(600)
class DatabaseFaultTests {

  @TempDir Path folder;

  @Test
  void connectionsThatBreakInTheMiddleOfAChunkLeaveThePartitionToWhoeverComesNext()
      throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS)) {
      DatabaseUser user = new DatabaseUser(crew, "broken");
      DatelineProcess manager = crew.handingOut();
      DatelineProcess broken = Crew.atWork(crew.workerAs(user.name(), ""));
      for (int i = 0; i < 20 && broken.isAlive(); i++) {
        user.breakConnections("state <> 'idle'");
        Thread.sleep(50);
      }
      DatelineProcess other = crew.worker();

      assertThat(manager.exitCode()).as(manager.output() + broken.output()).isZero();
      assertThat(other.output()).contains("Completed ");
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void aWorkerThatIsCutFromTheDatabaseEndsAndOthersGoOn() throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS)) {
      DatabaseUser user = new DatabaseUser(crew, "cut");
      DatelineProcess manager = crew.handingOut();
      DatelineProcess cut = Crew.atWork(crew.workerAs(user.name(), ""));
      user.lockOut();
      user.breakConnections("true");
      int exit = cut.exitCode();
      DatelineProcess other = crew.worker();

      // Whether it hears first that it was cut off, or that it is let in no more.
      assertThat(exit).as(cut.output()).isIn(69, 78);
      assertThat(manager.exitCode()).as(manager.output() + other.output()).isZero();
      crew.assertSameAsOnOneMachine();
    }
  }
}
