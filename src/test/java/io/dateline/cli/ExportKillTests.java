package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.output.FileForm.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exports that are killed, with real processes. */
@Timeout(300)
class ExportKillTests {

  @TempDir static Path template;
  private static Nights exported;

  @TempDir Path folder;
  private Path output;
  private Path job;
  private Path temporary;

  @BeforeAll
  static void anArchiveThatWasExported() throws Exception {
    exported = Nights.in(template);
    new ArchiveGenerator(31).write(exported.input(), 3_000);
    exported.run("2020-01-01");
    for (Format format : Format.values()) {
      JobRun export = JobRun.dateline(exported.command("export", "--format", format));
      assertThat(export.exitCode()).as(export.err()).isZero();
    }
  }

  @BeforeEach
  void aCopyOfIt() throws IOException {
    output = exported.copyTo(folder).output();
    job = output.resolve("nightly");
    temporary = Files.createDirectories(folder.resolve("tmp"));
  }

  @ParameterizedTest
  @EnumSource
  void leaveTheOldExportWholeAndTheNextOneCleansUp(Format format) throws Exception {
    Path target = target(format);
    Path articles = target.resolve("articles." + format);
    byte[] before = Files.readAllBytes(articles);
    DatelineProcess killed = export(format);
    awaitWriting(killed, format);
    killed.kill();
    List<String> afterKill = hidden();
    byte[] kept = Files.readAllBytes(articles);

    DatelineProcess next = export(format);

    assertThat(next.exitCode()).as(next.output()).isZero();
    assertThat(afterKill).contains("." + target.getFileName() + ".partial");
    assertThat(kept).isEqualTo(before);
    assertThat(articles).hasBinaryContent(before);
    assertThat(hidden())
        .containsExactlyInAnyOrder(
            job.resolve("export").toRealPath().getFileName().toString(),
            job.resolve("export-parquet").toRealPath().getFileName().toString());
  }

  @Test
  void betweenTheTwoRenamesLeaveAFolderThatTheNextOneRemoves() throws Exception {
    Path current = job.resolve("export").toRealPath();
    Path unseen = Files.createDirectories(job.resolve(".export-2"));
    for (String name : List.of("articles.csv", "export.json")) {
      Files.copy(current.resolve(name), unseen.resolve(name));
    }
    Files.createSymbolicLink(job.resolve(".export.link"), Path.of(".export-2"));

    DatelineProcess next = export(Format.CSV);

    assertThat(next.exitCode()).as(next.output()).isZero();
    assertThat(hidden())
        .containsExactlyInAnyOrder(
            job.resolve("export").toRealPath().getFileName().toString(), ".export-parquet-1");
    assertThat(job.resolve("export")).isDirectoryContaining(file -> file.endsWith("quotes.csv"));
  }

  @ParameterizedTest
  @EnumSource
  void areToldToEndAndLeaveNothingBehind(Format format) throws Exception {
    DatelineProcess stopped = export(format);
    awaitWriting(stopped, format);
    stopped.signal("TERM");

    assertThat(stopped.exitCode()).as(stopped.output()).isEqualTo(143);
    assertThat(stopped.output()).contains("What was exported before is untouched");
    assertThat(hidden()).containsExactly(".export-1", ".export-parquet-1");
    // The library of Zstandard is native, and unpacked there.
    assertThat(temporary).isEmptyDirectory();
  }

  private DatelineProcess export(Format format) throws IOException {
    return DatelineProcess.start(
        folder.resolve("export-" + System.nanoTime() + ".log"),
        DatelineProcess.javaHome(),
        List.of("-Djava.io.tmpdir=" + temporary),
        Map.of(),
        "export",
        "--format",
        format,
        "--output",
        output);
  }

  private Path target(Format format) {
    return job.resolve(format == Format.CSV ? "export" : "export-parquet");
  }

  private void awaitWriting(DatelineProcess process, Format format) throws Exception {
    Path articles = job.resolve("." + target(format).getFileName() + ".partial/articles." + format);
    while (process.isAlive() && !Files.exists(articles)) {
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
