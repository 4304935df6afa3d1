package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.EmbeddedDatabaseOnly;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Purges that are killed, with real processes. */
@Timeout(600)
@EmbeddedDatabaseOnly("the past is put into the files of HSQLDB")
class PurgeKillTests {

  private static final long SEED = 20251102;
  private static final int FILES = 60;
  private static final int KILLS = 3;

  @TempDir Path folder;

  @Test
  void leaveTheArchiveAsItWasAndTheNextOneGoesOn() throws Exception {
    Nights nights = Nights.in(folder);
    for (int version = 0; version < 3; version++) {
      for (int file = 0; file < FILES; file++) {
        nights.file(
            "file-" + file + ".txt",
            story("Accra", "Ama Mensah", "This is what I said of it the time number " + version));
      }
      nights.run("2025-11-0" + (version + 1));
    }
    PastExecutions.add(nights.output(), 400);
    nights.run("2025-11-05");
    Archive before = Archive.of(nights);
    Random random = new Random(SEED);
    int killed = 0;

    for (int i = 0; i < KILLS; i++) {
      DatelineProcess purge =
          DatelineProcess.start(
              folder.resolve("purge-" + i + ".log"), nights.command("purge", "--older-than", "0d"));
      while (purge.isAlive() && purge.output().isEmpty()) {
        Thread.sleep(2);
      }
      Thread.sleep(random.nextInt(300));
      killed += purge.isAlive() ? 1 : 0;
      purge.kill();
      Archive.of(nights).assertSameAs(before);
    }

    assertThat(killed).as("purges that were at work when they were killed").isPositive();
    JobRun last = JobRun.dateline(nights.command("purge", "--older-than", "0d", "--json"));
    assertThat(last.exitCode()).as(last.err()).isZero();
    JsonNode again =
        JsonMapper.shared()
            .readTree(
                JobRun.dateline(nights.command("purge", "--older-than", "0d", "--json")).out());
    assertThat(again.get("executions").asInt()).isZero();
    assertThat(again.get("past_articles").asInt()).isZero();
    assertThat(again.get("runs").asInt()).isZero();
    assertThat(Archive.names(nights.output().resolve("nightly")))
        .contains("2025-11-03-0003")
        .doesNotContain("2025-11-01-0001", "2025-11-02-0002")
        .noneMatch(name -> name.endsWith(".purged"));
    assertThat(Tables.query(nights.output(), "SELECT DISTINCT run_id FROM article_rows"))
        .hasSize(1);
    Archive.of(nights).assertSameAs(before);
    assertThat(nights.run("2025-11-06").get("state").asString()).isEqualTo("NOTHING_NEW");
  }

  @Test
  void areToldToEndAndLeaveTheRestToTheNextOne() throws Exception {
    Nights nights = Nights.in(folder);
    nights.file("accra.txt", story("Accra", "Ama Mensah", "This time it is for good, I am told"));
    nights.run("2025-11-01");
    PastExecutions.add(nights.output(), 2_000);
    nights.run("2025-11-02");

    DatelineProcess purge =
        DatelineProcess.start(
            folder.resolve("purge.log"), nights.command("purge", "--older-than", "0d"));
    while (purge.isAlive() && purge.output().isEmpty()) {
      Thread.sleep(2);
    }
    purge.signal("TERM");

    assertThat(purge.exitCode()).as(purge.output()).isEqualTo(143);
    assertThat(purge.output()).contains("Stopped. Nothing is lost; purge again to go on.");
    assertThat(Tables.query(nights.output(), "SELECT run_id FROM runs")).hasSizeGreaterThan(100);
    assertThat(nights.articles()).containsExactly("accra.txt");
  }
}
