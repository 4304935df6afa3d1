package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The second promise, with real processes: whatever ends one, the next goes on where it was. */
@Timeout(600)
class KillTests {

  private static final String DATE = "2020-02-03";

  @TempDir Path folder;
  private Path input;

  @BeforeEach
  void anArchive() throws IOException {
    input = Files.createDirectories(folder.resolve("papers"));
  }

  @Test
  void aRunKilledHalfWayAndStartedAgainLeavesTheSameBytesAndRows() throws Exception {
    new ArchiveGenerator(11).write(input, 20_000);
    Path whole = folder.resolve("whole");
    assertThat(run(whole).exitCode()).isZero();
    Path broken = folder.resolve("broken");

    DatelineProcess killed = run(broken);
    awaitParts(killed, broken, 30);
    killed.kill();
    DatelineProcess resumed = resume(broken);

    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
    assertThat(resumed.output()).contains("Resuming run 2020-02-03-0001");
    assertSame(whole, broken);
  }

  @Test
  void aRunKilledAgainAndAgainAtAnyMomentLeavesTheSameBytesAndRows() throws Exception {
    new ArchiveGenerator(12).write(input, 3_000);
    Path whole = folder.resolve("whole");
    assertThat(run(whole).exitCode()).isZero();
    Path broken = folder.resolve("broken");
    Random moments = new Random(12);

    int kills = 0;
    for (int i = 0; i < 6; i++) {
      DatelineProcess process = i == 0 ? run(broken) : resume(broken);
      Thread.sleep(1_000 + moments.nextInt(3_500));
      kills += process.isAlive() ? 1 : 0;
      process.kill();
    }
    DatelineProcess last = resume(broken);

    assertThat(last.exitCode()).as(last.output()).isZero();
    assertThat(kills).isPositive();
    assertSame(whole, broken);
  }

  @Test
  void aFrozenRunKeepsOthersOutAndEndsWellWhenItThaws() throws Exception {
    new ArchiveGenerator(13).write(input, 3_000);
    Path whole = folder.resolve("whole");
    assertThat(run(whole).exitCode()).isZero();
    Path frozen = folder.resolve("frozen");

    DatelineProcess first = run(frozen);
    awaitParts(first, frozen, 3);
    first.signal("STOP");
    DatelineProcess second = run(frozen);
    int secondExit = second.exitCode();
    first.signal("CONT");

    assertThat(secondExit).isEqualTo(75);
    assertThat(second.output()).contains("process " + first.pid());
    assertThat(first.exitCode()).isZero();
    assertSame(whole, frozen);
  }

  @Test
  void aRunToldToEndStopsAtACheckpointWith143AndIsResumed() throws Exception {
    new ArchiveGenerator(14).write(input, 6_000);
    Path whole = folder.resolve("whole");
    assertThat(run(whole).exitCode()).isZero();
    Path stopped = folder.resolve("stopped");

    DatelineProcess first = run(stopped);
    awaitParts(first, stopped, 6);
    first.signal("TERM");
    int exit = first.exitCode();
    DatelineProcess resumed = resume(stopped);

    assertThat(exit).as(first.output()).isEqualTo(143);
    assertThat(first.output()).contains("Stopped at a checkpoint");
    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
    assertSame(whole, stopped);
  }

  private DatelineProcess run(Path output) throws IOException {
    return DatelineProcess.start(
        folder.resolve(output.getFileName() + "-" + System.nanoTime() + ".log"),
        "run",
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

  private DatelineProcess resume(Path output) throws IOException {
    return run(output);
  }

  /** Waits until so many part files have bytes in them. */
  private static void awaitParts(DatelineProcess process, Path output, int parts) throws Exception {
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

  private static void assertSame(Path whole, Path other) throws Exception {
    Path a = whole.resolve("nightly").resolve(DATE + "-0001");
    Path b = other.resolve("nightly").resolve(DATE + "-0001");
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(b.resolve(table)).hasSameBinaryContentAs(a.resolve(table));
    }
    assertThat(Tables.ofRun(other, 1)).isEqualTo(Tables.ofRun(whole, 1));
    JsonMapper json = JsonMapper.builder().build();
    assertThat(json.readTree(Files.readString(b.resolve("datapackage.json"))).get("resources"))
        .isEqualTo(json.readTree(Files.readString(a.resolve("datapackage.json"))).get("resources"));
    JsonNode summary = json.readTree(Files.readString(b.resolve("run.json")));
    JobRun.assertNothingLost(summary);
  }
}
