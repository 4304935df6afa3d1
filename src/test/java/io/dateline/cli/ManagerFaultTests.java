package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to who hands out, and that none of it shows in the files. */
@BothDatabases
@Tag("long")
@Timeout(600)
class ManagerFaultTests {

  @TempDir Path folder;

  @ParameterizedTest(name = "and its broker with it: {0}")
  @ValueSource(booleans = {false, true})
  void aKilledManagersRunIsResumedAndItsOldMessagesAreLeftAlone(boolean embedded) throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS);
        AutoCloseable broker = embedded ? () -> {} : new BrokerProcess(folder, crew.port())) {
      String address = (embedded ? "embedded:" : "tcp://127.0.0.1:") + crew.port();
      DatelineProcess killed = crew.handingOutBy(address);
      DatelineProcess worker = Crew.atWork(crew.worker());
      killed.kill();
      DatelineProcess resumed =
          crew.managerAt("--broker", address, "--threads", 0, "--resume-only");

      assertThat(resumed.exitCode()).as(resumed.output() + worker.output()).isZero();
      assertThat(resumed.output()).contains("Resuming run 2020-02-03-0001");
      assertThat(worker.isAlive()).as(worker.output()).isTrue();
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void aManagerToldToEndStopsItsWorkersAtACheckpoint() throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS);
        BrokerProcess broker = new BrokerProcess(folder, crew.port())) {
      DatelineProcess told = crew.handingOutBy(broker.address());
      DatelineProcess worker = Crew.atWork(crew.worker());
      told.signal("TERM");
      int exit = told.exitCode();
      String said = told.output();
      DatelineProcess resumed = crew.managerAt("--broker", broker.address(), "--threads", 1);

      assertThat(exit).as(said).isEqualTo(143);
      assertThat(said).contains("Stopped at a checkpoint");
      assertThat(resumed.exitCode()).as(resumed.output()).isZero();
      assertThat(worker.output()).contains("its run is to stop");
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void aRunThatNoWorkerHelpsEndsWith69AndIsResumed() throws Exception {
    try (Crew crew = new Crew(folder, 200)) {
      DatelineProcess alone = crew.manager("--threads", 0, "--patience", 5);
      int exit = alone.exitCode();
      DatelineProcess resumed = crew.manager("--threads", 1);

      assertThat(exit).as(alone.output()).isEqualTo(69);
      assertThat(alone.output()).contains("No worker has committed anything for 5 s");
      assertThat(resumed.exitCode()).as(resumed.output()).isZero();
      crew.assertSameAsOnOneMachine();
    }
  }
}
