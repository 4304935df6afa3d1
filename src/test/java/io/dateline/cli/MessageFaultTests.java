package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import io.dateline.batch.run.ProgramVersion;
import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Messages that come twice, late, or from strangers, and that none of it shows in the files. */
@BothDatabases
@Tag("long")
@Timeout(600)
class MessageFaultTests {

  private static final String OPEN = "step_name LIKE '%:p00011'";

  private static final String DONE = "step_name LIKE '%:p%' AND status = 'COMPLETED'";

  @TempDir Path folder;

  @Test
  void aMessageThatIsDeliveredAfterItsPartitionIsCompleteIsLeftAlone() throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS);
        BrokerProcess broker = new BrokerProcess(folder, crew.port())) {
      DatelineProcess manager = crew.handingOutBy(broker.address());
      DatelineProcess worker = crew.worker();
      Crew.awaitSaid(worker, "Completed ", 2);
      List<Map<String, String>> done = steps(crew, DONE);
      assertThat(done).hasSizeGreaterThanOrEqualTo(2);
      try (BrokerMessages messages = new BrokerMessages(broker.address(), worker)) {
        for (Map<String, String> step : done) {
          messages.send(message(step, 1, 1, number(step)));
        }

        assertThat(manager.exitCode()).as(manager.output()).isZero();
        assertThat(messages.dead()).isEmpty();
      }
      assertThat(Crew.said(worker, "Began partition 0 ")).as(worker.output()).isEqualTo(1);
      assertThat(worker.output()).doesNotContain("Failed ");
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void whatStrangersWriteToTheQueueEndsInTheDeadOneAndStopsNothing() throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS);
        BrokerProcess broker = new BrokerProcess(folder, crew.port())) {
      DatelineProcess manager = crew.handingOutBy(broker.address());
      DatabaseUser slow = new DatabaseUser(crew, "slow");
      slow.slowDown(1);
      DatelineProcess worker = crew.workerAs(slow.name(), "");
      Crew.awaitSaid(worker, "Began ", 1);
      try (BrokerMessages messages = new BrokerMessages(broker.address(), worker)) {
        Map<String, String> open = steps(crew, OPEN).get(0);
        messages.send("garbage");
        messages.send("");
        messages.send("[".repeat(9_000));
        messages.send("{\"format\":1,\"job\":\"" + "x".repeat(20_000) + "\"}");
        messages.send("x".repeat(2_000_000));
        messages.send(context -> context.createTextMessage());
        messages.send(context -> context.createObjectMessage("an object"));
        messages.send(
            context -> {
              try {
                var bytes = context.createBytesMessage();
                bytes.writeBytes(new byte[500_000]);
                return bytes;
              } catch (JMSException e) {
                throw new IllegalStateException(e);
              }
            });
        messages.send(message(open, 2, 1, number(open)));
        messages.send(message(open, 1, 1, 7));
        messages.send(message(open, 1, 99, number(open)));
        Crew.awaitSaid(worker, "Completed ", 1);
        slow.speedUp();

        assertThat(manager.exitCode()).as(manager.output() + worker.output()).isZero();
        // None of their words: they may be long, or written to harm who reads them.
        assertThat(messages.dead()).hasSize(11).containsOnly("");
        assertThat(messages.dead()).isEmpty();
      }
      assertThat(worker.isAlive()).as(worker.output()).isTrue();
      assertThat(worker.output()).doesNotContain("Failed ", "Exception");
      crew.assertSameAsOnOneMachine();
    }
  }

  private static List<Map<String, String>> steps(Crew crew, String which) throws Exception {
    try (Connection connection = DriverManager.getConnection(crew.url())) {
      return Tables.query(
          connection,
          "SELECT step_execution_id AS id, step_name, token FROM batch_step_execution, job_leases"
              + " WHERE "
              + which);
    }
  }

  private static int number(Map<String, String> step) {
    return Integer.parseInt(step.get("step_name").replaceAll(".*:p", ""));
  }

  private static String message(Map<String, String> step, int format, long run, int partition) {
    return """
        {"format":%d,"program":"%s","job":"nightly","run":%d,"partition":%d,
         "step_execution":%s,"manager":"%s"}
        """
        .formatted(format, ProgramVersion.get(), run, partition, step.get("id"), step.get("token"));
  }
}
