package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The second promise, with real processes: whatever ends one, the next goes on where it was. */
@Timeout(600)
class KillTests {

  private static final String DATE = "2020-02-03";

  /** Documents; the long form of the chaos test kills runs over more. */
  private static final int DOCUMENTS = 1_000;

  private static final int KILLS = 3;

  @TempDir static Path archive;
  private static Path input;
  private static Path job;
  private static Path whole;

  @TempDir Path folder;
  private Path output;

  @BeforeAll
  static void anArchiveAndWhatComesOfIt() throws IOException {
    input = Files.createDirectories(archive.resolve("papers"));
    new ArchiveGenerator(11).write(input, DOCUMENTS);
    job = Files.write(archive.resolve("nightly.yml"), List.of(Nights.SMALL_PARTITIONS));
    whole = archive.resolve("whole");
    JobRun.run(job, "--input", input, "--output", whole, "--date", DATE);
  }

  @BeforeEach
  void noOutput() {
    output = folder.resolve("out");
  }

  @Test
  @Tag("long") // The chaos test does it as well, and other tests here in the middle of a file.
  void aRunKilledHalfWayAndStartedAgainLeavesTheSameBytesAndRows() throws Exception {
    DatelineProcess killed = run();
    awaitParts(killed, 30);
    killed.kill();
    DatelineProcess resumed = run();

    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
    assertThat(resumed.output()).contains("Resuming run 2020-02-03-0001");
    assertSameAsUndisturbed();
  }

  @Test
  @Tag("long") // The chaos test does it as well, at moments of every step.
  void aRunKilledAgainAndAgainAtAnyMomentLeavesTheSameBytesAndRows() throws Exception {
    Random moments = new Random(12);

    int kills = 0;
    for (int i = 0; i < KILLS; i++) {
      DatelineProcess process = run();
      awaitJob(process);
      Thread.sleep(moments.nextInt(1_500));
      kills += process.isAlive() ? 1 : 0;
      process.kill();
    }
    DatelineProcess last = run();

    assertThat(last.exitCode()).as(last.output()).isZero();
    assertThat(kills).isPositive();
    assertSameAsUndisturbed();
  }

  @Test
  void aFrozenRunKeepsOthersOutAndEndsWellWhenItThaws() throws Exception {
    DatelineProcess first = run();
    awaitParts(first, 3);
    first.signal("STOP");
    DatelineProcess second = run();
    int secondExit = second.exitCode();
    first.signal("CONT");

    assertThat(secondExit).isEqualTo(75);
    assertThat(second.output()).contains("process " + first.pid());
    assertThat(first.exitCode()).isZero();
    assertSameAsUndisturbed();
  }

  @Test
  void aRunToldToEndStopsAtACheckpointWith143AndIsResumed() throws Exception {
    DatelineProcess first = run();
    awaitParts(first, 6);
    first.signal("TERM");
    int exit = first.exitCode();
    DatelineProcess resumed = run();

    assertThat(exit).as(first.output()).isEqualTo(143);
    assertThat(first.output()).contains("Stopped at a checkpoint");
    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
    assertSameAsUndisturbed();
  }

  private DatelineProcess run() throws IOException {
    return DatelineProcess.start(
        folder.resolve("run-" + System.nanoTime() + ".log"),
        "run",
        job,
        "--input",
        input,
        "--output",
        output,
        "--date",
        DATE,
        "--threads",
        2,
        "--json");
  }

  /** Waits until the job of this process has begun, which takes most of its first seconds. */
  private void awaitJob(DatelineProcess process) throws Exception {
    Path progress = output.resolve("nightly/progress.json");
    while (process.isAlive()
        && !(Files.exists(progress)
            && Files.readString(progress).contains("\"pid\" : " + process.pid() + ","))) {
      Thread.sleep(5);
    }
  }

  /** Waits until so many part files have bytes in them. */
  private void awaitParts(DatelineProcess process, int parts) throws Exception {
    Path work = output.resolve("nightly/.0001.partial/work");
    while (process.isAlive() && countParts(work) < parts) {
      Thread.sleep(5);
    }
    assertThat(process.isAlive()).as(process.output()).isTrue();
  }

  private static long countParts(Path work) {
    if (!Files.isDirectory(work)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(work)) {
      return files.filter(f -> f.toFile().length() > 0).count();
    } catch (IOException e) {
      return 0;
    }
  }

  private void assertSameAsUndisturbed() throws Exception {
    Path a = whole.resolve("nightly").resolve(DATE + "-0001");
    Path b = output.resolve("nightly").resolve(DATE + "-0001");
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(b.resolve(table)).hasSameBinaryContentAs(a.resolve(table));
    }
    assertThat(Tables.ofRun(output, 1)).isEqualTo(Tables.ofRun(whole, 1));
    JsonMapper json = JsonMapper.builder().build();
    assertThat(json.readTree(Files.readString(b.resolve("datapackage.json"))).get("resources"))
        .isEqualTo(json.readTree(Files.readString(a.resolve("datapackage.json"))).get("resources"));
    JsonNode summary = json.readTree(Files.readString(b.resolve("run.json")));
    JobRun.assertNothingLost(summary);
  }
}
