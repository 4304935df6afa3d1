package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import io.dateline.batch.database.TestDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A network that swallows what is sent, so that nobody is told that the other side is away. */
@BothDatabases
@Tag("long")
@Timeout(600)
class NetworkFaultTests {

  /** A minute of silence, a look that was about to be taken, and the end of a process. */
  private static final long MAX_SECONDS = 120;

  @TempDir Path folder;

  @BeforeAll
  static void needHostsOfTheirOwn() {
    NetworkHost.assumePossible();
    TestDatabases.openTo(NetworkHost.NETWORK);
  }

  @AfterAll
  static void areAloneAgain() {
    TestDatabases.openToNobody();
  }

  @Test
  void aWorkerCutFromTheBrokerAloneLosesItsPartitionAndGoesOnWhenTheNetworkIsBack()
      throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS);
        NetworkHost host = new NetworkHost()) {
      DatelineProcess manager = handingOutTo(host, crew);
      DatabaseUser slow = new DatabaseUser(crew, "slow");
      slow.slowDown(2);
      DatelineProcess cut = worker(crew, host, slow.name(), Crew.IMPATIENT);
      Crew.awaitSaid(cut, "Began ", 1);
      host.broker().cut();
      DatelineProcess other = crew.workerAt(address(host, crew));
      Crew.awaitSaid(other, ", delivered 2 times.", 1);
      slow.speedUp();
      int begun = Crew.said(cut, "Began ");
      host.broker().mend();
      other.signal("TERM");
      assertThat(other.exitCode()).as(other.output()).isZero();

      assertThat(manager.exitCode()).as(manager.output() + cut.output()).isZero();
      assertThat(cut.output() + other.output()).contains("with which another process has gone on");
      assertThat(Crew.said(cut, "Began ")).as(cut.output()).isGreaterThan(begun);
      assertThat(cut.isAlive()).as(cut.output()).isTrue();
      crew.assertSameAsOnOneMachine();
    }
  }

  /** In the middle of a transaction: what it has locked is free before its partition is. */
  @Test
  void aWorkerCutFromTheDatabaseAloneEndsInTimeAndAnotherGoesOnWithItsPartition() throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS);
        NetworkHost host = new NetworkHost()) {
      DatelineProcess manager = handingOutTo(host, crew);
      DatabaseUser slow = new DatabaseUser(crew, "slow");
      slow.slowDownWithLocks(3);
      DatelineProcess cut = worker(crew, host, slow.name(), "");
      Crew.awaitSaid(cut, "Began ", 1);
      slow.awaitWaiting();
      host.database().cut();
      long begun = System.nanoTime();
      DatelineProcess other = crew.workerAt(address(host, crew));
      int exit = cut.exitCode();
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);

      assertThat(exit).as(cut.output()).isEqualTo(69);
      assertThat(seconds).as(cut.output()).isLessThan(MAX_SECONDS);
      assertThat(cut.output()).contains("The database was out of reach for 60 s.");
      assertThat(manager.exitCode()).as(manager.output() + other.output()).isZero();
      assertThat(other.output()).contains(", delivered 2 times.");
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void aManagerThatWorksItselfAndIsCutFromTheDatabaseEndsInTimeAndIsResumed() throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS);
        NetworkHost host = new NetworkHost()) {
      List<Object> words = new ArrayList<>(crew.managerWords());
      words.addAll(List.of("--db", url(crew, host, "postgres"), "--threads", 1));
      words.addAll(List.of("--broker", "embedded:" + crew.port()));
      DatelineProcess cut = crew.startOn(host, "manager", words.toArray());
      crew.awaitHandedOut(cut);
      ArticleRows.await(crew, cut, 200);
      host.database().cut();
      long begun = System.nanoTime();
      int exit = cut.exitCode();
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
      DatelineProcess resumed = crew.manager("--threads", 1, "--resume-only");

      assertThat(exit).as(cut.output()).isEqualTo(69);
      assertThat(seconds).as(cut.output()).isLessThan(MAX_SECONDS);
      assertThat(resumed.exitCode()).as(resumed.output()).isZero();
      crew.assertSameAsOnOneMachine();
    }
  }

  /** A manager on this machine, whose broker a host reaches by a link. */
  private static DatelineProcess handingOutTo(NetworkHost host, Crew crew) throws Exception {
    crew.set("DATELINE_BROKER_PASSWORD", "open sesame");
    return crew.handingOutBy("embedded:" + host.broker().here() + ":" + crew.port());
  }

  private static String address(NetworkHost host, Crew crew) {
    return "tcp://" + host.broker().here() + ":" + crew.port();
  }

  private static DatelineProcess worker(Crew crew, NetworkHost host, String role, String query)
      throws Exception {
    return crew.startOn(
        host,
        "worker",
        "worker",
        "--threads",
        1,
        "--db",
        url(crew, host, role),
        "--broker",
        address(host, crew) + query);
  }

  private static String url(Crew crew, NetworkHost host, String role) {
    return crew.url(role).replace("//localhost:", "//" + host.database().here() + ":");
  }
}
