package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import io.dateline.batch.database.TestDatabases;
import jakarta.jms.JMSContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to manager, workers and broker, and that none of it shows in the files. */
@BothDatabases
@Tag("long")
@Timeout(600)
class WorkerFaultTests {

  private static final int DOCUMENTS = 1_200;

  /** A frozen process is given up in seconds, not half a minute. */
  private static final String IMPATIENT = "?connectionTTL=5000&clientFailureCheckPeriod=1000";

  @TempDir Path folder;

  @Test
  void aFrozenWorkersPartitionIsGivenToAnotherAndItsOwnChunkRollsBackWhenItThaws()
      throws Exception {
    try (Crew crew = new Crew(folder, DOCUMENTS)) {
      DatelineProcess manager = crew.manager("--threads", 0);
      crew.awaitHandedOut(manager);
      DatelineProcess frozen = crew.workerAs("postgres", IMPATIENT);
      Crew.awaitSaid(frozen, "Began ", 2);
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
    try (Crew crew = new Crew(folder, DOCUMENTS)) {
      DatelineProcess manager = crew.manager("--threads", 0);
      crew.awaitHandedOut(manager);
      DatelineProcess leaving = crew.worker();
      Crew.awaitSaid(leaving, "Began ", 2);
      leaving.signal("TERM");
      int left = leaving.exitCode();
      DatelineProcess other = crew.worker();

      assertThat(left).as(leaving.output()).isZero();
      assertThat(leaving.output()).contains("Left at a checkpoint");
      assertThat(manager.exitCode()).as(manager.output() + other.output()).isZero();
      crew.assertSameAsOnOneMachine();
    }
  }

  @ParameterizedTest(name = "and its broker with it: {0}")
  @ValueSource(booleans = {false, true})
  void aKilledManagersRunIsResumedAndItsOldMessagesAreLeftAlone(boolean embedded) throws Exception {
    try (Crew crew = new Crew(folder, DOCUMENTS);
        AutoCloseable broker = embedded ? () -> {} : new BrokerProcess(folder, crew.port())) {
      String address = (embedded ? "embedded:" : "tcp://127.0.0.1:") + crew.port();
      DatelineProcess killed = crew.managerAt("--broker", address, "--threads", 0);
      crew.awaitHandedOut(killed);
      DatelineProcess worker = crew.worker();
      Crew.awaitSaid(worker, "Began ", 2);
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
    try (Crew crew = new Crew(folder, DOCUMENTS);
        BrokerProcess broker = new BrokerProcess(folder, crew.port())) {
      DatelineProcess told = crew.managerAt("--broker", broker.address(), "--threads", 0);
      crew.awaitHandedOut(told);
      DatelineProcess worker = crew.worker();
      Crew.awaitSaid(worker, "Began ", 2);
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
  void aBrokerThatIsKilledAndStartedAgainIsFoundAgain() throws Exception {
    try (Crew crew = new Crew(folder, DOCUMENTS);
        BrokerProcess broker = new BrokerProcess(folder, crew.port())) {
      DatelineProcess manager = crew.managerAt("--broker", broker.address(), "--threads", 0);
      crew.awaitHandedOut(manager);
      DatelineProcess worker = crew.worker();
      Crew.awaitSaid(worker, "Began ", 2);
      broker.kill();
      Thread.sleep(3_000);
      broker.start();

      assertThat(manager.exitCode()).as(manager.output() + worker.output()).isZero();
      assertThat(worker.isAlive()).as(worker.output()).isTrue();
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void aMessageThatIsDeliveredAfterItsPartitionIsCompleteIsLeftAlone() throws Exception {
    try (Crew crew = new Crew(folder, DOCUMENTS);
        BrokerProcess broker = new BrokerProcess(folder, crew.port())) {
      DatelineProcess manager = crew.managerAt("--broker", broker.address(), "--threads", 0);
      crew.awaitHandedOut(manager);
      DatelineProcess worker = crew.worker();
      Crew.awaitSaid(worker, "Completed ", 2);
      sendCompletedOnesAgain(crew, broker.address(), queue(worker));

      assertThat(manager.exitCode()).as(manager.output()).isZero();
      assertThat(Crew.said(worker, "Began partition 0 ")).as(worker.output()).isEqualTo(1);
      assertThat(worker.output()).doesNotContain("Failed ");
      crew.assertSameAsOnOneMachine();
    }
  }

  private static String queue(DatelineProcess worker) throws Exception {
    String said = worker.output();
    int at = said.indexOf("dateline.");
    return said.substring(at, said.indexOf(' ', at));
  }

  private static void sendCompletedOnesAgain(Crew crew, String broker, String queue)
      throws Exception {
    List<Map<String, String>> done;
    try (Connection connection = DriverManager.getConnection(crew.url())) {
      done =
          Tables.query(
              connection,
              "SELECT step_execution_id AS id, step_name, token FROM batch_step_execution,"
                  + " job_leases WHERE step_name LIKE '%:p%' AND status = 'COMPLETED'");
    }
    assertThat(done).hasSizeGreaterThanOrEqualTo(2);
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker);
        JMSContext context = factory.createContext()) {
      for (Map<String, String> step : done) {
        context
            .createProducer()
            .send(
                context.createQueue(queue),
                """
                {"format":1,"program":"%s","job":"nightly","run":1,"partition":%d,
                 "step_execution":%s,"manager":"%s"}
                """
                    .formatted(
                        io.dateline.batch.run.ProgramVersion.get(),
                        Integer.parseInt(step.get("step_name").replaceAll(".*:p", "")),
                        step.get("id"),
                        step.get("token")));
      }
    }
  }

  @Test
  void aPartitionThatFailsEverywhereIsNamedAndTheOthersAreCompleteAndKept() throws Exception {
    try (Crew crew = new Crew(folder, 400)) {
      DatelineProcess first = crew.manager("--threads", 0, "--limit", 1);
      // A trial of one file makes the tables; the poison goes in before the run.
      crew.awaitHandedOut(first);
      crew.worker();
      assertThat(first.exitCode()).as(first.output()).isZero();
      TestDatabases.execute(
          crew.database(),
          "CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS"
              + " $$ BEGIN RAISE EXCEPTION 'poisoned'; END $$",
          "CREATE TRIGGER poison BEFORE INSERT ON article_rows FOR EACH ROW"
              + " WHEN (NEW.partition_number = 2 AND NEW.run_id = 2) EXECUTE FUNCTION poison()");
      DatelineProcess failing = crew.manager("--threads", 2);
      int exit = failing.exitCode();
      String said = failing.output();
      TestDatabases.execute(crew.database(), "DROP TRIGGER poison ON article_rows");

      assertThat(exit).as(said).isEqualTo(74);
      assertThat(said).contains("Partition 2 was given up after 5 attempts");
      assertThat(said).contains("all others are complete");
      DatelineProcess mended = crew.manager("--threads", 1, "--resume-only");
      assertThat(mended.exitCode()).as(mended.output()).isZero();
    }
  }

  @Test
  void connectionsThatBreakInTheMiddleOfAChunkLeaveThePartitionToWhoeverComesNext()
      throws Exception {
    try (Crew crew = new Crew(folder, DOCUMENTS)) {
      String role = crew.database() + "_broken";
      TestDatabases.execute(crew.database(), "CREATE ROLE " + role + " LOGIN SUPERUSER");
      DatelineProcess manager = crew.manager("--threads", 0);
      crew.awaitHandedOut(manager);
      DatelineProcess broken = crew.workerAs(role, "");
      Crew.awaitSaid(broken, "Began ", 2);
      for (int i = 0; i < 20 && broken.isAlive(); i++) {
        TestDatabases.execute(
            crew.database(),
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '"
                + role
                + "' AND state <> 'idle'");
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
    try (Crew crew = new Crew(folder, DOCUMENTS)) {
      String role = crew.database() + "_cut";
      TestDatabases.execute(crew.database(), "CREATE ROLE " + role + " LOGIN SUPERUSER");
      DatelineProcess manager = crew.manager("--threads", 0);
      crew.awaitHandedOut(manager);
      DatelineProcess cut = crew.workerAs(role, "");
      Crew.awaitSaid(cut, "Began ", 2);
      TestDatabases.execute(
          crew.database(),
          "ALTER ROLE " + role + " NOLOGIN",
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + role + "'");
      int exit = cut.exitCode();
      DatelineProcess other = crew.worker();

      // Whether it hears first that it was cut off, or that it is let in no more.
      assertThat(exit).as(cut.output()).isIn(69, 78);
      assertThat(manager.exitCode()).as(manager.output() + other.output()).isZero();
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void aDocumentThatFillsTheMemoryOfWorkersIsFoundAndTheOthersAreThere() throws Exception {
    try (Crew crew = new Crew(folder, 300)) {
      PoisonTests.writeBomb(crew.input().resolve("0000/0000150-bomb.html"));
      DatelineProcess manager = crew.manager("--threads", 0);
      crew.awaitHandedOut(manager);
      int deaths = 0;
      while (manager.isAlive()) {
        DatelineProcess worker = crew.smallWorker();
        Crew.await(worker, known -> !known.isAlive() || !manager.isAlive());
        deaths += worker.isAlive() ? 0 : 1;
        if (!worker.isAlive()) {
          assertThat(worker.exitCode()).as(worker.output()).isEqualTo(70);
        }
      }

      assertThat(manager.exitCode()).as(manager.output()).isZero();
      assertThat(deaths).isEqualTo(2);
      assertThat(JobRun.csv(crew.published().resolve("rejections.csv")))
          .filteredOn(row -> row.get("reason").equals("POISON"))
          .singleElement()
          .satisfies(row -> assertThat(row.get("source_path")).endsWith("-bomb.html"));
      assertThat(JobRun.csv(crew.published().resolve("articles.csv"))).hasSizeGreaterThan(200);
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

  @Test
  void aWorkerThatSeesAnotherOutputFolderTakesNoPartAndIsNamed() throws Exception {
    try (Crew crew = new Crew(folder, 200)) {
      DatelineProcess manager = crew.manager("--threads", 0);
      crew.awaitHandedOut(manager);
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
