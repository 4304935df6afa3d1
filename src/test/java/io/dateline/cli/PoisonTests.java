package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A document that makes the process run out of memory, with real processes and small heaps. */
@Tag("surroundings")
@Timeout(400)
class PoisonTests {

  private static final String DATE = "2020-02-03";
  private static final String SMALL = "-Xmx160m";
  private static final String LARGE = "-Xmx512m";

  /**
   * Enough to start and for many a document, but not for the one that needs the language detector.
   */
  private static final String TOO_SMALL = "-Xmx48m";

  @TempDir Path folder;
  private Path input;
  private Path job;
  private Path output;
  private Path work;

  @BeforeEach
  void anArchive() throws IOException {
    input = Files.createDirectories(folder.resolve("papers"));
    job = Files.createDirectories(folder.resolve("jobs")).resolve("nightly.yml");
    Files.write(job, List.of(Nights.SMALL_PARTITIONS));
    output = folder.resolve("out");
    work = output.resolve("nightly/.0001.partial/work");
  }

  @Test
  void isFoundAloneAndSetAsideAndAllOthersAreThere() throws Exception {
    new ArchiveGenerator(21).write(input, 300);
    Path whole = folder.resolve("whole");
    runUndisturbed(whole);
    Path bomb = input.resolve("0000/0000150-bomb.html");
    writeBomb(bomb);

    DatelineProcess first = run(output, SMALL);
    assertThat(first.exitCode()).as(first.output()).isEqualTo(70);
    DatelineProcess killed = run(output, SMALL);
    while (killed.isAlive() && !Files.exists(work.resolve("suspects.tsv"))) {
      Thread.sleep(2);
    }
    killed.kill();
    DatelineProcess second = run(output, SMALL);
    assertThat(second.exitCode()).as(second.output()).isEqualTo(70);
    DatelineProcess third = run(output, SMALL);
    assertThat(third.exitCode()).as(third.output()).isZero();

    assertThat(first.output())
        .isEqualTo(
            "dateline: The memory ran out; run the same command again: the document that did it"
                + " will be found and set aside.\n");
    assertThat(second.output())
        .endsWith(
            "dateline: The memory ran out; run the same command again: 0000/0000150-bomb.html,"
                + " the only document in flight, will be set aside.\n");
    assertSame(whole, "articles.csv", "quotes.csv");
    List<Map<String, String>> rejections = JobRun.csv(latest(output).resolve("rejections.csv"));
    assertThat(rejections)
        .filteredOn(row -> row.get("reason").equals("POISON"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("source_path", "0000/0000150-bomb.html");
              assertThat(row).containsEntry("environmental", "true");
              assertThat(row).containsEntry("size_bytes", String.valueOf(Files.size(bomb)));
            });
    List<Map<String, String>> others = new ArrayList<>(rejections);
    others.removeIf(row -> row.get("reason").equals("POISON"));
    assertThat(others).isEqualTo(JobRun.csv(latest(whole).resolve("rejections.csv")));

    // The next night does not die of it again; with more memory, and asked to, it reads it.
    DatelineProcess night = run(output, SMALL);
    assertThat(night.exitCode()).as(night.output()).isZero();
    assertThat(night.output()).contains("Nothing new");
    assertThat(bomb.toFile().setLastModified(1_000_000_000_000L)).isTrue();
    DatelineProcess more = run(output, "-Xmx1500m");
    assertThat(more.exitCode()).as(more.output()).isZero();
    assertThat(Files.readSymbolicLink(output.resolve("nightly/latest")))
        .isNotEqualTo(latest(output).getFileName());
    assertThat(JobRun.csv(output.resolve("nightly/latest/rejections.csv")))
        .noneMatch(row -> row.get("reason").equals("POISON"));
  }

  @Test
  @Tag("long")
  void isOneEntryOfAContainerAndNotTheContainer() throws Exception {
    Path made = Files.createDirectories(folder.resolve("made"));
    new ArchiveGenerator(25).write(made, 120);
    Zips.ofFolder(made, input.resolve("papers.zip"));
    Path whole = folder.resolve("whole");
    runUndisturbed(whole);
    writeBomb(made.resolve("0000/0000060-bomb.html"));
    Zips.ofFolder(made, input.resolve("papers.zip"));

    assertThat(run(output, SMALL).exitCode()).isEqualTo(70);
    assertThat(run(output, SMALL).exitCode()).isEqualTo(70);
    DatelineProcess third = run(output, SMALL);

    assertThat(third.exitCode()).as(third.output()).isZero();
    assertSame(whole, "articles.csv", "quotes.csv");
    assertThat(JobRun.csv(latest(output).resolve("rejections.csv")))
        .filteredOn(row -> row.get("reason").equals("POISON"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("source_path", "papers.zip");
              assertThat(row.get("message")).contains("entry 61 of this file");
            });
  }

  @Test
  @Tag("long")
  void isNoneOfThoseThatPassAlone() throws Exception {
    new ArchiveGenerator(22).write(input, 500);
    Path whole = folder.resolve("whole");
    runUndisturbed(whole);
    killInTheMiddle();
    asIfTheMemoryHadRunOut(false);

    DatelineProcess resumed = run(output, LARGE);

    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
    assertThat(resumed.output()).contains("one at a time");
    assertSame(whole, "articles.csv", "quotes.csv", "rejections.csv");
  }

  @Test
  void isNeverFoundAfterAKill() throws Exception {
    new ArchiveGenerator(23).write(input, 500);
    Path whole = folder.resolve("whole");
    runUndisturbed(whole);
    killInTheMiddle();
    putInFlight(0, true);

    DatelineProcess resumed = run(output, LARGE);

    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
    assertThat(resumed.output()).doesNotContain("memory");
    assertSame(whole, "articles.csv", "quotes.csv", "rejections.csv");
  }

  @Test
  void isNoneWhereTheMemoryIsTooSmallForAnyDocument() throws Exception {
    new ArchiveGenerator(24).write(input, 500);
    killInTheMiddle();
    asIfTheMemoryHadRunOut(false);

    DatelineProcess resumed = run(output, TOO_SMALL);

    assertThat(resumed.exitCode()).as(resumed.output()).isEqualTo(70);
    assertThat(resumed.output()).contains("The memory ran out; run again with more");
    assertThat(Files.readString(work.resolve("suspects.tsv"))).doesNotContain("POISON");
    assertThat(run(output, LARGE).exitCode()).isZero();
    assertThat(JobRun.csv(latest(output).resolve("rejections.csv")))
        .noneMatch(row -> row.get("reason").equals("POISON"));
  }

  /** Just below the limit of bytes; its elements take some ten times that. */
  static void writeBomb(Path file) throws IOException {
    Files.writeString(
        file,
        "<!DOCTYPE html><html><head><title>Harbour</title></head><body><p>"
            + "<i>a</i> ".repeat(1_800_000)
            + "</p></body></html>");
  }

  private void killInTheMiddle() throws Exception {
    DatelineProcess killed = run(output, LARGE);
    while (killed.isAlive() && partsIn(work) < 2) {
      Thread.sleep(2);
    }
    assertThat(killed.isAlive()).as(killed.output()).isTrue();
    killed.kill();
  }

  private static int partsIn(Path work) {
    String[] names =
        work.toFile()
            .list(
                (dir, name) ->
                    name.startsWith("articles.p")
                        && dir.toPath().resolve(name).toFile().length() > 0);
    return names == null ? 0 : names.length;
  }

  private void asIfTheMemoryHadRunOut(boolean alone) throws IOException {
    // Of the last partition, which no process has reached.
    putInFlight(9, alone);
    try (FileChannel file = inFlight()) {
      file.write(ByteBuffer.wrap(new byte[] {1}), 16);
    }
  }

  /** A document of a partition of 50, in the last cell. */
  private void putInFlight(int partition, boolean alone) throws IOException {
    ByteBuffer cell = ByteBuffer.allocate(64);
    cell.putLong(partition * 50L + 26).putInt(partition).put((byte) (alone ? 1 : 0)).rewind();
    try (FileChannel file = inFlight()) {
      file.write(cell, file.size() - 64);
    }
  }

  private FileChannel inFlight() throws IOException {
    return FileChannel.open(work.resolve("in-flight"), StandardOpenOption.WRITE);
  }

  private DatelineProcess run(Path to, String heap) throws IOException {
    return DatelineProcess.start(
        folder.resolve(to.getFileName() + "-" + System.nanoTime() + ".log"),
        DatelineProcess.javaHome(),
        List.of(heap),
        Map.of(),
        "run",
        job,
        "--input",
        input,
        "--output",
        to,
        "--date",
        DATE,
        "--threads",
        2);
  }

  private void runUndisturbed(Path to) {
    JobRun run = JobRun.dateline("run", job, "--input", input, "--output", to, "--date", DATE);
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  private static Path latest(Path of) {
    return of.resolve("nightly").resolve(DATE + "-0001");
  }

  private void assertSame(Path whole, String... tables) {
    for (String table : tables) {
      assertThat(latest(output).resolve(table))
          .hasSameBinaryContentAs(latest(whole).resolve(table));
    }
  }
}
