package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import io.dateline.batch.database.TestDatabases;
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
  void aWorkerThatIsKilledAndOneThatComesLateLeaveTheBytesOfOneMachine() throws Exception {
    try (Crew crew = new Crew(folder, 700)) {
      DatelineProcess manager = crew.manager("--threads", 0);
      crew.awaitHandedOut(manager);
      DatelineProcess killed = crew.worker();
      Crew.awaitSaid(killed, "Began ", 1);
      DatelineProcess late = crew.worker();
      Crew.awaitSaid(killed, "Began ", 2);
      killed.kill();

      assertThat(manager.exitCode()).as(manager.output()).isZero();
      assertThat(late.output()).contains(", delivered 2 times.");
      assertThat(crew.log())
          .contains("joined with 1 at a time.")
          .doesNotContain("Dead Letter", "Expiry");
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void aWorkerThatIsThereBeforeTheTablesEndsWith78AndMayTryAgain() {
    String empty = TestDatabases.create("before_the_tables", "ENCODING 'UTF8' TEMPLATE template0");

    JobRun run =
        JobRun.dateline(
            "worker",
            "--db",
            TestDatabases.urlOf(empty, "postgres"),
            "--broker",
            "tcp://127.0.0.1:61616");

    assertThat(run.exitCode()).isEqualTo(78);
    assertThat(run.err()).contains("has no tables yet; `dateline run` makes them");
  }

  @Test
  void aRunOnTheEmbeddedDatabaseHandsNothingOut() {
    JobRun run = JobRun.dateline("run", "--output", folder.resolve("out"), "--db", "", "--workers");

    assertThat(run.exitCode()).isEqualTo(64);
    assertThat(run.err()).contains("--workers needs a database that several processes can open");
  }
}
