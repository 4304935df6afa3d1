package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker with TLS and a password, and workers with and without what they need for it. */
@BothDatabases
@Tag("long")
@Timeout(600)
class BrokerSecurityTests {

  private static final String PASSWORD = "DATELINE_BROKER_PASSWORD";

  private static final long MAX_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void whoTrustsTheBrokerAndHasItsPasswordWorksAndTheOthersAreToldWhatIsWrong() throws Exception {
    PemFiles ours = PemFiles.make(folder, "ours");
    PemFiles foreign = PemFiles.make(folder, "foreign");
    try (Crew crew = new Crew(folder, 400)) {
      crew.set(PASSWORD, "open sesame");
      DatelineProcess manager =
          crew.handingOutBy(
              "embedded:127.0.0.1:"
                  + crew.port()
                  + "?sslEnabled=true&keyStoreType=PEM&keyStorePath="
                  + ours.server());
      assertEnds(crew.worker(), 69, "cannot be reached", "TLS");
      assertEnds(crew.workerAs("postgres", trusting(foreign)), 69, "cannot be reached", "TLS");
      crew.set(PASSWORD, "guessed");
      assertEnds(
          crew.workerAs("postgres", trusting(ours)),
          78,
          "The broker at 127.0.0.1:" + crew.port() + " does not let this user in",
          PASSWORD);
      crew.set(PASSWORD, "open sesame");
      DatelineProcess fit = crew.workerAs("postgres", trusting(ours));

      assertThat(manager.exitCode()).as(manager.output() + fit.output()).isZero();
      assertThat(fit.output()).contains("Completed ");
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void aWorkerThatWantsTlsOfABrokerWithoutItIsToldSo() throws Exception {
    PemFiles ours = PemFiles.make(folder, "ours");
    try (Crew crew = new Crew(folder, 100)) {
      DatelineProcess manager = crew.handingOut();
      assertEnds(crew.workerAs("postgres", trusting(ours)), 69, "cannot be reached", "TLS");
      DatelineProcess fit = crew.worker();

      assertThat(manager.exitCode()).as(manager.output() + fit.output()).isZero();
    }
  }

  private static String trusting(PemFiles files) {
    return "?sslEnabled=true&trustStoreType=PEMCA&trustStorePath=" + files.authority();
  }

  private static void assertEnds(DatelineProcess worker, int exitCode, String... words)
      throws Exception {
    long begun = System.nanoTime();
    int exit = worker.exitCode();
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);

    assertThat(exit).as(worker.output()).isEqualTo(exitCode);
    assertThat(worker.output()).contains(words).doesNotContain("Exception", "\tat ");
    assertThat(worker.output().lines()).as("one sentence").hasSize(1);
    assertThat(seconds).as(worker.output()).isLessThan(MAX_SECONDS);
  }
}
