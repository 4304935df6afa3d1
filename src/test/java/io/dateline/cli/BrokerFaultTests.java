package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import io.dateline.batch.run.ProgramVersion;
import jakarta.jms.JMSContext;
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

/** What happens to a broker and what it delivers, and that none of it shows in the files. */
@BothDatabases
@Tag("long")
@Timeout(600)
class BrokerFaultTests {

  @TempDir Path folder;

  @Test
  void aBrokerThatIsKilledAndStartedAgainIsFoundAgain() throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS);
        BrokerProcess broker = new BrokerProcess(folder, crew.port())) {
      DatelineProcess manager = crew.handingOutBy(broker.address());
      DatelineProcess worker = Crew.atWork(crew.worker());
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
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS);
        BrokerProcess broker = new BrokerProcess(folder, crew.port())) {
      DatelineProcess manager = crew.handingOutBy(broker.address());
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
                        ProgramVersion.get(),
                        Integer.parseInt(step.get("step_name").replaceAll(".*:p", "")),
                        step.get("id"),
                        step.get("token")));
      }
    }
  }
}
