package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a broker, and that none of it shows in the files. */
@BothDatabases
@Tag("long")
@Timeout(600)
class BrokerFaultTests {

  private static final String AWAY = " is out of reach; looking for it every second.";

  @TempDir Path folder;

  @Test
  void aBrokerThatIsKilledAndStartedAgainIsFoundAgainAndEachSaysSoOnce() throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS);
        BrokerProcess broker = new BrokerProcess(folder, crew.port())) {
      DatelineProcess manager = crew.managerAt("--broker", broker.address(), "--threads", 1);
      crew.awaitHandedOut(manager);
      DatelineProcess worker = Crew.atWork(crew.worker());
      broker.kill();
      Crew.awaitSaid(worker, AWAY, 1);
      Thread.sleep(5_000);
      broker.start();

      assertThat(manager.exitCode()).as(manager.output() + worker.output()).isZero();
      assertThat(worker.isAlive()).as(worker.output()).isTrue();
      assertSaidOnce(worker);
      assertSaidOnce(manager);
      assertThat(crew.log().lines().filter(line -> line.matches("\\S+ (WARN|ERROR) .*")))
          .as("two of ours, and two of Spring's for each of two queues, however long it is away")
          .hasSizeLessThanOrEqualTo(6);
      crew.assertSameAsOnOneMachine();
    }
  }

  private static void assertSaidOnce(DatelineProcess process) throws Exception {
    assertThat(Crew.said(process, AWAY)).as(process.output()).isEqualTo(1);
    assertThat(Crew.said(process, " is there again, after ")).as(process.output()).isEqualTo(1);
    assertThat(process.output()).doesNotContain("ERROR");
  }
}
