package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.batch.database.BothDatabases;
import java.nio.file.Files;
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
  void twoManagersOfOneDatabaseShareABrokerAndItsWorkers() throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS);
        BrokerProcess broker = new BrokerProcess(folder, crew.port())) {
      Path weekly = Files.copy(crew.job(), folder.resolve("weekly.yml"));
      Path papers = Files.createDirectories(folder.resolve("weeklies"));
      new ArchiveGenerator(22).write(papers, Crew.DOCUMENTS);
      DatelineProcess nightlyRun = crew.handingOutBy(broker.address());
      DatelineProcess weeklyRun =
          crew.managerOf(weekly, papers, "--broker", broker.address(), "--threads", 1);
      DatelineProcess first = crew.worker();
      DatelineProcess second = crew.worker();

      assertThat(nightlyRun.exitCode()).as(nightlyRun.output()).isZero();
      assertThat(weeklyRun.exitCode()).as(weeklyRun.output()).isZero();
      String said = first.output() + second.output();
      assertThat(said).contains(" of nightly ", " of weekly ").doesNotContain("Failed ");
      crew.assertSameAsOnOneMachine();
      crew.assertSameAsOnOneMachine(weekly, papers, 1);
    }
  }

  @Test
  void aRunWhoseOnlyWorkerIsFrozenEndsWith69WhenItsPatienceIsOver() throws Exception {
    try (Crew crew = new Crew(folder, 200)) {
      DatelineProcess waiting = crew.manager("--threads", 0, "--patience", 10);
      crew.awaitHandedOut(waiting);
      DatelineProcess frozen = crew.worker();
      Crew.awaitSaid(frozen, "Began ", 1);
      frozen.signal("STOP");
      int exit = waiting.exitCode();
      // Frozen in the middle of a commit, it would keep for minutes what it has locked.
      frozen.kill();
      DatelineProcess resumed = crew.manager("--threads", 1);

      assertThat(exit).as(waiting.output()).isEqualTo(69);
      assertThat(waiting.output())
          .containsPattern(
              "No worker has committed anything for 10 s, and [12] partitions are left");
      assertThat(resumed.exitCode()).as(resumed.output()).isZero();
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
