package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import io.dateline.batch.workers.ClassicBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs at a broker of another make than that which comes with the program. */
@BothDatabases
@Tag("long")
@Timeout(600)
class OtherBrokerTests {

  @TempDir Path folder;

  private BrokerProcess classic(Crew crew) throws Exception {
    return new BrokerProcess(folder, crew.port(), ClassicBroker.class);
  }

  @Test
  void aKilledWorkerAndABrokerThatIsKilledAndStartedAgainLeaveTheBytesOfOneMachine()
      throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS);
        BrokerProcess broker = classic(crew)) {
      DatelineProcess manager = crew.handingOutBy(broker.amqp());
      DatelineProcess killed = crew.workerAt(broker.amqp());
      // Nobody is at the first of the two, as where a broker's twin has not taken over.
      DatelineProcess worker = crew.workerAt("failover:(amqp://127.0.0.1:1," + broker.amqp() + ")");
      Crew.awaitSaid(killed, "Began ", 2);
      killed.kill();
      Crew.awaitSaid(worker, ", delivered 2 times.", 1);
      broker.kill();
      Thread.sleep(3_000);
      broker.start();

      assertThat(manager.exitCode()).as(manager.output() + worker.output()).isZero();
      assertThat(worker.isAlive()).as(worker.output()).isTrue();
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void aBrokerThatFallsSilentIsGivenUpByItsWorkersAndTheRunGoesOnWhenItSpeaks() throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS);
        BrokerProcess broker = classic(crew)) {
      DatelineProcess manager = crew.handingOutBy(broker.amqp());
      DatelineProcess lost = Crew.atWork(crew.workerAt(broker.amqp()));
      broker.signal("STOP");
      int exit = lost.exitCode();
      broker.signal("CONT");
      DatelineProcess next = crew.workerAt(broker.amqp());

      assertThat(exit).as(lost.output()).isEqualTo(69);
      assertThat(lost.output()).contains("was out of reach for 120 s.");
      assertThat(manager.exitCode()).as(manager.output() + next.output()).isZero();
      crew.assertSameAsOnOneMachine();
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {ClassicBroker.class, BrokerProcess.class})
  void aFrozenWorkersPartitionIsGivenToAnotherByTheBrokersOwnLimit(Class<?> make) throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS);
        BrokerProcess broker = new BrokerProcess(folder, crew.port(), make)) {
      DatelineProcess manager = crew.handingOutBy(broker.amqp());
      DatelineProcess frozen = Crew.atWork(crew.workerAt(broker.amqp()));
      frozen.signal("STOP");
      DatelineProcess other = crew.workerAt(broker.amqp());
      Crew.awaitSaid(other, ", delivered 2 times.", 1);
      frozen.signal("CONT");

      assertThat(manager.exitCode()).as(manager.output()).isZero();
      assertThat(frozen.isAlive()).as(frozen.output()).isTrue();
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void aWorkerToldToLeaveGivesItsPartitionBackAndThatCountsForNothing() throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS);
        BrokerProcess broker = classic(crew)) {
      DatelineProcess manager = crew.handingOutBy(broker.amqp());
      DatelineProcess leaving = Crew.atWork(crew.workerAt(broker.amqp()));
      leaving.signal("TERM");
      int left = leaving.exitCode();
      DatelineProcess other = crew.workerAt(broker.amqp());

      assertThat(left).as(leaving.output()).isZero();
      assertThat(manager.exitCode()).as(manager.output() + other.output()).isZero();
      assertThat(other.output()).doesNotContain(", delivered ");
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void aPartitionThatFailsEverywhereIsTriedFiveTimesAndItsMessageIsInTheDeadQueue()
      throws Exception {
    try (Crew crew = new Crew(folder, 400);
        BrokerProcess broker = classic(crew)) {
      DatelineProcess trial = crew.managerAt("--broker", broker.amqp(), "--limit", 1);
      assertThat(trial.exitCode()).as(trial.output()).isZero();
      try (PoisonedPartition poisoned = new PoisonedPartition(crew, 2, 2)) {
        DatelineProcess worker = crew.workerAt(broker.amqp());
        DatelineProcess failing = crew.managerAt("--broker", broker.amqp(), "--threads", 1);

        assertThat(poisoned).isNotNull();
        assertThat(failing.exitCode()).as(failing.output()).isEqualTo(74);
        assertThat(failing.output()).contains("Partition 2 was given up after 5 attempts");
        assertThat(
                Crew.said(worker, "Began partition 2 ") + Crew.said(failing, "Began partition 2 "))
            .isLessThanOrEqualTo(5);
        try (BrokerMessages messages = new BrokerMessages(broker.amqp(), worker)) {
          assertThat(messages.dead())
              .singleElement()
              .asString()
              .contains("\"partition\":2,", "\"run\":2,");
        }
      }
    }
  }
}
