package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run whose manager and workers speak AMQP to a broker. */
@BothDatabases
@Timeout(300)
class AmqpRunTests {

  @TempDir Path folder;

  @Test
  void aWorkerThatIsKilledLeavesTheBytesOfOneMachine() throws Exception {
    try (Crew crew = new Crew(folder, 300);
        BrokerProcess broker = new BrokerProcess(folder, crew.port())) {
      DatelineProcess manager = crew.managerAt("--broker", broker.amqp(), "--threads", 0);
      crew.awaitHandedOut(manager);
      DatelineProcess killed = crew.workerAt(broker.amqp());
      Crew.awaitSaid(killed, "Began ", 1);
      DatelineProcess late = crew.workerAt(broker.amqp());
      Crew.awaitSaid(killed, "Began ", 2);
      killed.kill();

      assertThat(manager.exitCode()).as(manager.output() + late.output()).isZero();
      assertThat(late.output()).contains(", delivered 2 times.");
      assertThat(crew.log()).contains("joined with 1 at a time.");
      crew.assertSameAsOnOneMachine();
    }
  }
}
