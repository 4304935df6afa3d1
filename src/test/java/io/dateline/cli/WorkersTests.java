package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run whose partitions are extracted by other processes. */
@BothDatabases
@Timeout(300)
class WorkersTests {

  @TempDir Path folder;

  @Test
  void workersThatComeAndGoAndAreKilledLeaveTheBytesOfOneMachine() throws Exception {
    try (Crew crew = new Crew(folder, 1_500)) {
      DatelineProcess manager = crew.manager("--threads", 0);
      crew.awaitHandedOut(manager);
      DatelineProcess killed = crew.worker();
      DatelineProcess leaving = crew.worker();
      Crew.awaitSaid(killed, "Began ", 2);
      killed.kill();
      Crew.awaitSaid(leaving, "Completed ", 1);
      leaving.signal("TERM");
      int left = leaving.exitCode();
      crew.worker();

      assertThat(manager.exitCode()).as(manager.output()).isZero();
      assertThat(left).as(leaving.output()).isZero();
      assertThat(leaving.output()).contains("Left at a checkpoint");
      assertThat(crew.log()).contains("joined with 1 at a time.");
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void aRunOnTheEmbeddedDatabaseHandsNothingOut() {
    JobRun run = JobRun.dateline("run", "--output", folder.resolve("out"), "--db", "", "--workers");

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("--workers needs a database that several processes can open");
  }
}
