package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.EmbeddedDatabaseOnly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A night costs what it reads, however many nights there were. */
@Timeout(600)
@EmbeddedDatabaseOnly(
    "the plans are those of HSQLDB, and so are the files that the past is put into")
class ManyExecutionsTests {

  private static final int ROUNDS = 4;

  /** What a machine that others use as well may add to a second or two. */
  private static final double SLACK_SECONDS = 0.5;

  /** What Spring Batch 6.0.6 and the program ask at a start, a restart and a purge. */
  private static final List<String> QUERIES =
      List.of(
          "SELECT * FROM BATCH_JOB_INSTANCE WHERE JOB_NAME = 'a' AND JOB_KEY = 'b'",
          "SELECT JOB_EXECUTION_ID FROM BATCH_JOB_EXECUTION WHERE JOB_INSTANCE_ID = 1"
              + " ORDER BY JOB_EXECUTION_ID DESC",
          "SELECT * FROM BATCH_JOB_EXECUTION_PARAMS WHERE JOB_EXECUTION_ID = 1",
          "SELECT * FROM BATCH_STEP_EXECUTION WHERE JOB_EXECUTION_ID = 1"
              + " ORDER BY STEP_EXECUTION_ID",
          "SELECT SE.STEP_EXECUTION_ID FROM BATCH_JOB_EXECUTION JE JOIN BATCH_STEP_EXECUTION SE"
              + " ON SE.JOB_EXECUTION_ID = JE.JOB_EXECUTION_ID"
              + " WHERE JE.JOB_INSTANCE_ID = 1 AND SE.STEP_NAME = 'a'"
              + " ORDER BY SE.CREATE_TIME DESC, SE.STEP_EXECUTION_ID DESC",
          "SELECT * FROM runs WHERE job_name = 'a' AND state = 'RUNNING' ORDER BY run_id DESC",
          "SELECT * FROM runs WHERE job_name = 'a' AND state = 'PUBLISHED'"
              + " ORDER BY job_name DESC, state DESC, run_id DESC FETCH FIRST 1 ROWS ONLY");

  @TempDir Path folder;

  @Test
  void doNotSlowANightDown() throws Exception {
    compare(2_000);
  }

  @Test
  @Tag("long")
  void doNotSlowANightDownWhenTheyAreTenThousand() throws Exception {
    compare(10_000);
  }

  @Test
  void areNotReadToFindOneOfThem() throws Exception {
    Nights nights = archive("plans");

    for (String query : QUERIES) {
      String plan =
          Tables.query(nights.output(), "EXPLAIN PLAN FOR " + query).stream()
              .map(row -> String.join("", row.values()))
              .collect(Collectors.joining("\n"));
      assertThat(plan).as(query).contains("access=INDEX PRED").doesNotContain("access=FULL SCAN");
    }
  }

  private void compare(int nights) throws Exception {
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

    System.out.printf(
        Locale.ROOT,
        "a night after %d nights: %.2f s, after one: %.2f s, ratio %.2f%n",
        nights,
        oldSeconds,
        youngSeconds,
        oldSeconds / youngSeconds);
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
