package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that cannot end well, night after night, and what the operator hears of it. */
@Timeout(300)
class PoisonedNightTests {

  @TempDir Path folder;
  private Nights nights;

  @BeforeEach
  void anArchive() throws Exception {
    nights = Nights.in(folder, Nights.SMALL_PARTITIONS);
    new ArchiveGenerator(8).write(nights.input(), 500);
  }

  @Test
  void theThirdNightEndsWith76AndOnceItIsMendedTheSameBytesComeOut() throws Exception {
    killInTheMiddle();
    Path summary = nights.output().resolve("nightly/.0001.partial/summary");
    Files.writeString(summary, "in the way");

    JobRun first = nights.attempt("2020-01-01");
    JobRun second = nights.attempt("2020-01-02");
    JobRun third = nights.attempt("2020-01-03");
    String status = JobRun.dateline("status", "--output", nights.output()).out();
    String json = JobRun.dateline("status", "--output", nights.output(), "--json").out();
    Files.delete(summary);
    JobRun mended = nights.attempt("2020-01-01");

    assertThat(first.err()).containsPattern("Took nightly over from .+, which is gone\\.");
    assertThat(nights.output().resolve("nightly/logs/2020-01-01-0001.log"))
        .content()
        .containsPattern("INFO .*Took nightly over from ");
    assertThat(List.of(first.exitCode(), second.exitCode())).containsOnly(74);
    assertThat(third.exitCode()).as(third.err()).isEqualTo(76);
    assertThat(third.err())
        .contains("a file is in the way. It failed for the third time at the same place")
        .contains("(summariseStep)")
        .contains("--fresh");
    assertThat(status).contains("FAILED").contains(" 76").contains("for the third time");
    assertThat(json).contains("\"exit_code\":76");
    assertThat(mended.exitCode()).as(mended.err()).isZero();
    assertSameAsUndisturbed();
  }

  @Test
  void aRunThatWasGivenUpAfterThatDoesNotCountForTheNext() throws Exception {
    killInTheMiddle();
    Files.writeString(nights.output().resolve("nightly/.0001.partial/summary"), "in the way");
    for (int i = 0; i < 3; i++) {
      nights.attempt("2020-01-01");
    }

    JobRun fresh = nights.attempt("2020-01-02", "--fresh");

    assertThat(fresh.exitCode()).as(fresh.err()).isZero();
    assertThat(Tables.query(nights.output(), "SELECT * FROM run_failures")).isEmpty();
    assertThat(Tables.query(nights.output(), "SELECT * FROM job_leases")).isEmpty();
  }

  @Test
  void aRunThatReadersHaveIsNotToBeGivenUp() throws Exception {
    Path latest = Files.createDirectories(nights.latest());

    nights.attempt("2020-01-01");
    nights.attempt("2020-01-01");
    JobRun third = nights.attempt("2020-01-01");
    Files.delete(latest);
    JobRun mended = nights.attempt("2020-01-01");

    assertThat(third.exitCode()).isEqualTo(76);
    assertThat(third.err()).contains("(publishStep)").doesNotContain("--fresh");
    assertThat(mended.exitCode()).as(mended.err()).isZero();
    assertSameAsUndisturbed();
  }

  @Test
  void statusNamesTheProcessThatARunWasTakenOverFrom() throws Exception {
    killInTheMiddle();

    nights.attempt("2020-01-02", "--resume-only");

    assertThat(JobRun.dateline("status", "--output", nights.output()).out())
        .contains("PUBLISHED")
        .containsPattern("Took nightly over from .*\\(process \\d+\\)");
  }

  private void assertSameAsUndisturbed() throws Exception {
    Path whole = folder.resolve("whole");
    Object[] arguments = nights.arguments("2020-01-01");
    arguments[4] = whole;
    JobRun.run(arguments);
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(nights.output().resolve("nightly/2020-01-01-0001").resolve(table))
          .hasSameBinaryContentAs(whole.resolve("nightly/2020-01-01-0001").resolve(table));
    }
  }

  /** Kills a run once a partition has rows. */
  private void killInTheMiddle() throws Exception {
    Object[] arguments =
        Stream.concat(Stream.of("run"), Stream.of(nights.arguments("2020-01-01"))).toArray();
    DatelineProcess run = DatelineProcess.start(folder.resolve("killed.log"), arguments);
    Path work = nights.output().resolve("nightly/.0001.partial/work");
    while (run.isAlive() && !hasRows(work)) {
      Thread.sleep(2);
    }
    assertThat(run.isAlive()).as(run.output()).isTrue();
    run.kill();
  }

  private static boolean hasRows(Path work) {
    String[] names = work.toFile().list((dir, name) -> name.startsWith("articles.p"));
    return names != null
        && Stream.of(names).anyMatch(name -> work.resolve(name).toFile().length() > 0);
  }
}
