package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens with partitions that cannot be extracted, and that the others are there. */
@BothDatabases
@Tag("long")
@Timeout(600)
class PartitionFaultTests {

  @TempDir Path folder;

  @Test
  void aPartitionThatFailsEverywhereIsNamedAndTheOthersAreCompleteAndKept() throws Exception {
    try (Crew crew = new Crew(folder, 400);
        BrokerProcess broker = new BrokerProcess(folder, crew.port())) {
      DatelineProcess first =
          crew.managerAt("--broker", broker.address(), "--threads", 0, "--limit", 1);
      // A trial of one file makes the tables; the poison goes in before the run.
      crew.awaitHandedOut(first);
      DatelineProcess worker = crew.worker();
      assertThat(first.exitCode()).as(first.output()).isZero();
      try (PoisonedPartition poisoned = new PoisonedPartition(crew, 2, 2)) {
        DatelineProcess failing = crew.managerAt("--broker", broker.address(), "--threads", 2);

        assertThat(poisoned).isNotNull();
        assertThat(failing.exitCode()).as(failing.output()).isEqualTo(74);
        assertThat(failing.output())
            .contains("Partition 2 was given up after 5 attempts", "all others are complete");
      }
      try (BrokerMessages messages = new BrokerMessages(broker.address(), worker)) {
        assertThat(messages.dead())
            .singleElement()
            .asString()
            .contains("\"job\":\"nightly\"", "\"run\":2", "\"partition\":2");
      }
      DatelineProcess mended =
          crew.managerAt("--broker", broker.address(), "--threads", 1, "--resume-only");
      assertThat(mended.exitCode()).as(mended.output()).isZero();
    }
  }

  @Test
  void aDocumentThatFillsTheMemoryOfWorkersIsFoundAndTheOthersAreThere() throws Exception {
    try (Crew crew = new Crew(folder, 300)) {
      PoisonTests.writeBomb(crew.input().resolve("0000/0000150-bomb.html"));
      DatelineProcess manager = crew.handingOut();
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
}
