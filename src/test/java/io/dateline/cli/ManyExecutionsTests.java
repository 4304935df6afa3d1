package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A night costs what it reads, however many nights there were. */
@Timeout(600)
class ManyExecutionsTests {

  private static final int ROUNDS = 4;

  /** What a machine that others use as well may add to a second or two. */
  private static final double SLACK_SECONDS = 0.75;

  @TempDir Path folder;

  @Test
  void doNotSlowANightDown(TestReporter reporter) throws Exception {
    compare(2_000, reporter);
  }

  @Test
  @Tag("long")
  void doNotSlowANightDownWhenTheyAreTenThousand(TestReporter reporter) throws Exception {
    compare(10_000, reporter);
  }

  private void compare(int nights, TestReporter reporter) throws Exception {
    Nights young = archive("young");
    Nights old = archive("old");
    PastExecutions.add(old.output(), nights);

    double youngSeconds = Double.MAX_VALUE;
    double oldSeconds = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      // In turns, so that what else the machine does troubles both.
      youngSeconds = Math.min(youngSeconds, seconds(young));
      oldSeconds = Math.min(oldSeconds, seconds(old));
    }

    reporter.publishEntry(
        Map.of(
            nights + " nights",
            String.format(
                Locale.ROOT,
                "%.2f s, none %.2f s, ratio %.2f",
                oldSeconds,
                youngSeconds,
                oldSeconds / youngSeconds)));
    assertThat(oldSeconds).isLessThan(1.5 * youngSeconds + SLACK_SECONDS);
  }

  private Nights archive(String name) throws Exception {
    Nights nights = Nights.in(Files.createDirectories(folder.resolve(name)));
    nights.file("accra.txt", story("Accra", "Ama Mensah", "This time it is for good, I am told"));
    nights.run("2025-11-01");
    return nights;
  }

  private static double seconds(Nights nights) throws Exception {
    long start = System.nanoTime();
    String state = nights.run("2025-11-02").get("state").asString();
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(state).isEqualTo("NOTHING_NEW");
    return seconds;
  }
}
