package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Exports that are killed, with real processes. */
@Timeout(300)
class ExportKillTests {

  @TempDir static Path template;
  private static Nights exported;

  @TempDir Path folder;
  private Path output;
  private Path job;

  @BeforeAll
  static void anArchiveThatWasExported() throws Exception {
    exported = Nights.in(template);
    new ArchiveGenerator(31).write(exported.input(), 3_000);
    exported.run("2020-01-01");
    assertThat(JobRun.dateline(exported.command("export")).exitCode()).isZero();
  }

  @BeforeEach
  void aCopyOfIt() throws IOException {
    output = exported.copyTo(folder).output();
    job = output.resolve("nightly");
  }

  @Test
  void leaveTheOldExportWholeAndTheNextOneCleansUp() throws Exception {
    byte[] before = Files.readAllBytes(job.resolve("export/articles.csv"));
    DatelineProcess killed = export();
    awaitWriting(killed);
    killed.kill();
    List<String> afterKill = hidden();
    byte[] kept = Files.readAllBytes(job.resolve("export/articles.csv"));

    DatelineProcess next = export();

    assertThat(next.exitCode()).as(next.output()).isZero();
    assertThat(afterKill).contains(".export.partial");
    assertThat(kept).isEqualTo(before);
    assertThat(job.resolve("export/articles.csv")).hasBinaryContent(before);
    assertThat(hidden())
        .containsExactly(job.resolve("export").toRealPath().getFileName().toString());
  }

  @Test
  void betweenTheTwoRenamesLeaveAFolderThatTheNextOneRemoves() throws Exception {
    Path current = job.resolve("export").toRealPath();
    Path unseen = Files.createDirectories(job.resolve(".export-2"));
    for (String name : List.of("articles.csv", "export.json")) {
      Files.copy(current.resolve(name), unseen.resolve(name));
    }
    Files.createSymbolicLink(job.resolve(".export.link"), Path.of(".export-2"));

    DatelineProcess next = export();

    assertThat(next.exitCode()).as(next.output()).isZero();
    assertThat(hidden())
        .containsExactly(job.resolve("export").toRealPath().getFileName().toString());
    assertThat(job.resolve("export")).isDirectoryContaining(file -> file.endsWith("quotes.csv"));
  }

  @Test
  void areToldToEndAndLeaveNothingBehind() throws Exception {
    DatelineProcess stopped = export();
    awaitWriting(stopped);
    stopped.signal("TERM");

    assertThat(stopped.exitCode()).as(stopped.output()).isEqualTo(143);
    assertThat(stopped.output()).contains("What was exported before is untouched");
    assertThat(hidden()).containsExactly(".export-1");
  }

  private DatelineProcess export() throws IOException {
    return DatelineProcess.start(
        folder.resolve("export-" + System.nanoTime() + ".log"), "export", "--output", output);
  }

  private void awaitWriting(DatelineProcess process) throws Exception {
    while (process.isAlive() && !Files.exists(job.resolve(".export.partial/articles.csv"))) {
      Thread.sleep(1);
    }
    assertThat(process.isAlive()).as(process.output()).isTrue();
  }

  private List<String> hidden() throws IOException {
    try (Stream<Path> entries = Files.list(job)) {
      return entries
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("."))
          .sorted()
          .toList();
    }
  }
}
