package io.dateline.cli;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dateline.archive.ArchiveGenerator;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * What is taken from under a run: it ends with one sentence and the code for it, and the same
 * command goes on when it is put right, to the bytes of a run that nobody disturbed.
 */
@Tag("surroundings")
@Timeout(400)
class SurroundingsTests {

  private static final String DATE = "2020-02-03";

  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

  @TempDir static Path undisturbed;
  private static Path job;
  private static Path whole;

  @TempDir Path folder;
  private Path input;

  @BeforeAll
  static void whatComesOfTheArchive() throws Exception {
    job = Files.createDirectories(undisturbed.resolve("jobs")).resolve("nightly.yml");
    Files.write(job, List.of(Nights.SMALL_PARTITIONS));
    Path output = undisturbed.resolve("out");
    JobRun.run(job, "--input", archive(undisturbed), "--output", output, "--date", DATE);
    whole = output.resolve("nightly/latest");
  }

  @BeforeEach
  void theArchive() throws Exception {
    input = archive(folder);
  }

  private static Path archive(Path folder) throws IOException {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    new ArchiveGenerator(31).write(papers, 600);
    return papers;
  }

  @Test
  void aDiskThatIsFullWhilePartFilesAreWritten() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), 200)) {
      DatelineProcess run = start(disk.folder());
      await(run, () -> partsIn(disk.folder()) >= 2);

      disk.fill();
      int code = run.exitCode();
      disk.empty();

      assertOneSentence(run, code, 73, "There is no space left for the output. Make room.");
      assertResumedToTheSameBytes(disk.folder());
    }
  }

  @Test
  void aDiskThatIsFullWhileTheRunIsPublished() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), 200)) {
      DatelineProcess run = start(disk.folder());
      Path joined = staging(disk.folder()).resolve("articles.csv");
      await(run, () -> Files.exists(joined));
      run.signal("STOP");
      assertThat(joined).exists();
      disk.fill();
      run.signal("CONT");
      int code = run.exitCode();
      disk.empty();

      assertOneSentence(run, code, 73, "There is no space left for the output. Make room.");
      assertThat(disk.folder().resolve("nightly/latest")).doesNotExist();
      assertResumedToTheSameBytes(disk.folder());
    }
  }

  @Test
  void aDiskThatIsFullUnderTheDatabaseAlone() throws Exception {
    Path output = folder.resolve("out");
    try (SmallDisk disk = SmallDisk.mount(output.resolve("db"), 200)) {
      DatelineProcess run = start(output);
      await(run, () -> partsIn(output) >= 2);

      disk.fill();
      int code = run.exitCode();
      disk.empty();

      assertOneSentence(run, code, 73, "There is no space left");
      assertResumedToTheSameBytes(output);
    }
  }

  @Test
  void anOutputFolderThatIsRemoved() throws Exception {
    Path output = folder.resolve("out");
    DatelineProcess run = start(output);
    await(run, () -> partsIn(output) >= 2);

    FileSystemUtils.deleteRecursively(staging(output));
    int code = run.exitCode();

    assertOneSentence(run, code, 74, "failed");
    DatelineProcess next = start(output);
    assertThat(next.exitCode()).as(next.output()).isZero();
    assertSame(output.resolve("nightly/latest"));
  }

  @Test
  void anOutputThatIsReadOnlyWhenTheRunIsResumed() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), 200)) {
      DatelineProcess run = start(disk.folder());
      await(run, () -> partsIn(disk.folder()) >= 2);
      run.kill();

      disk.setReadOnly(true);
      DatelineProcess resumed = start(disk.folder());
      int code = resumed.exitCode();
      disk.setReadOnly(false);

      assertOneSentence(resumed, code, 73, "cannot be written: Read-only file system");
      assertResumedToTheSameBytes(disk.folder());
    }
  }

  @Test
  void aProcessThatMayOpenNoMoreFiles() throws Exception {
    Path output = folder.resolve("out");
    assumeTrue(Files.isExecutable(PRLIMIT), "the limit of a running process is set by " + PRLIMIT);
    DatelineProcess run = start(output);
    await(run, () -> partsIn(output) >= 2);

    new ProcessBuilder(PRLIMIT.toString(), "--pid", String.valueOf(run.pid()), "--nofile=10:10")
        .start()
        .waitFor();
    int code = run.exitCode();

    assertOneSentence(run, code, 74, "Too many files are open at once; raise the limit");
    assertResumedToTheSameBytes(output);
  }

  @Test
  void filesThatAreCutShortOrReplacedWhileTheRunReadsAreReadByTheNextOne() throws Exception {
    List<Path> files;
    try (Stream<Path> found = Files.walk(input)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    Path cut = files.get(files.size() - 1);
    Path replaced = files.get(files.size() - 2);
    Path output = folder.resolve("out");
    DatelineProcess run = start(output);
    await(run, () -> partsIn(output) >= 1);

    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 20));
    Files.move(Files.copy(files.get(0), folder.resolve("new")), replaced, REPLACE_EXISTING);
    int code = run.exitCode();
    JobRun next =
        JobRun.dateline("run", job, "--input", input, "--output", output, "--date", "2020-02-04");

    assertThat(code).as(run.output()).isZero();
    assertThat(JobRun.csv(output.resolve("nightly").resolve(DATE + "-0001/rejections.csv")))
        .filteredOn(row -> row.get("reason").equals("SOURCE_CHANGED"))
        .extracting(row -> row.get("source_path"))
        .containsExactly(sourcePath(replaced), sourcePath(cut));
    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(next.err()).doesNotContain("Resuming");
    assertThat(JobRun.csv(output.resolve("nightly/latest/articles.csv")))
        .extracting(row -> row.get("source_path"))
        .contains(sourcePath(replaced))
        .doesNotContain(sourcePath(files.get(0)));
  }

  private String sourcePath(Path file) {
    return input.relativize(file).toString();
  }

  @Test
  void aFileOfTwoGigabytesIsRejectedUnread() throws Exception {
    Path large = Files.createDirectories(folder.resolve("large")).resolve("large.txt");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((2L << 30) + 1);
    }
    Path output = folder.resolve("out");

    JobRun.run("--input", large.getParent(), "--output", output);

    assertThat(JobRun.csv(output.resolve("nightly/latest/rejections.csv")))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("reason", "TOO_LARGE");
              assertThat(row).containsEntry("size_bytes", "2147483649");
            });
  }

  private DatelineProcess start(Path output) throws IOException {
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
        2);
  }

  private static void await(DatelineProcess run, BooleanSupplier moment) throws Exception {
    while (run.isAlive() && !moment.getAsBoolean()) {
      Thread.sleep(1);
    }
    assertThat(run.isAlive()).as(run.output()).isTrue();
  }

  private static Path staging(Path output) {
    return output.resolve("nightly/.0001.partial");
  }

  private static int partsIn(Path output) {
    Path work = staging(output).resolve("work");
    String[] names =
        work.toFile()
            .list((dir, name) -> name.startsWith("articles.p") && new File(dir, name).length() > 0);
    return names == null ? 0 : names.length;
  }

  private static void assertOneSentence(DatelineProcess run, int code, int due, String what)
      throws IOException {
    assertThat(code).as(run.output()).isEqualTo(due);
    assertThat(run.output().lines().filter(line -> !line.startsWith("WARN ")))
        .as(run.output())
        .singleElement()
        .asString()
        .startsWith("dateline: ")
        .contains(what);
    assertThat(run.output()).doesNotContain("\tat ");
  }

  private void assertResumedToTheSameBytes(Path output) throws Exception {
    DatelineProcess resumed = start(output);
    assertThat(resumed.exitCode()).as(resumed.output()).isZero();
    assertThat(resumed.output())
        .containsPattern("Resuming run " + DATE + "-0001, begun [-0-9]{10}T[0-9:]{8}Z\\.");
    assertSame(output.resolve("nightly").resolve(DATE + "-0001"));
  }

  private void assertSame(Path run) throws Exception {
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(run.resolve(table)).hasSameBinaryContentAs(whole.resolve(table));
    }
  }
}
