package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The first promise: nothing of the machine shows in the CSV files. */
@Timeout(300)
class SameBytesTests {

  @TempDir Path folder;

  @Test
  void neitherThreadsNorZoneNorLocaleNorJavaVersionShowInTheFiles() throws Exception {
    Path input = Files.createDirectories(folder.resolve("papers"));
    new ArchiveGenerator(3).write(input, 400);
    copySamplesAndGoldenCases(input);

    Path one = run(input, "one", DatelineProcess.javaHome(), 1, List.of(), Map.of());
    List<Path> others = new ArrayList<>();
    others.add(
        run(
            input,
            "turkish",
            DatelineProcess.javaHome(),
            4,
            List.of("-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=ISO-8859-9"),
            Map.of("TZ", "Pacific/Kiritimati", "LANG", "tr_TR.UTF-8")));
    for (Path home : otherJavas()) {
      others.add(
          run(
              input,
              "java-" + home.getFileName(),
              home,
              2,
              List.of("-Duser.language=ar", "-Duser.country=EG"),
              Map.of("TZ", "America/St_Johns")));
    }

    for (Path other : others) {
      for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
        assertThat(other.resolve(table)).hasSameBinaryContentAs(one.resolve(table));
      }
    }
    assertThat(JobRun.csv(one.resolve("articles.csv"))).hasSizeGreaterThan(350);
  }

  private Path run(
      Path input,
      String name,
      Path javaHome,
      int threads,
      List<String> options,
      Map<String, String> environment)
      throws Exception {
    Path output = folder.resolve(name);
    DatelineProcess process =
        DatelineProcess.start(
            folder.resolve(name + ".log"),
            javaHome,
            options,
            environment,
            "run",
            "--input",
            input,
            "--output",
            output,
            "--date",
            "2026-11-01",
            "--threads",
            threads);
    assertThat(process.exitCode()).as(process.output()).isZero();
    return output.resolve("nightly/2026-11-01-0001");
  }

  private static void copySamplesAndGoldenCases(Path input) throws IOException {
    for (Path from : List.of(Path.of("input"), Path.of("src/test/resources/golden"))) {
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path to =
              input.resolve("copies").resolve(from.getFileName()).resolve(from.relativize(file));
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
  }

  /** Other JDKs of 17 or newer on this machine, beside the one that runs the tests. */
  private static List<Path> otherJavas() throws IOException {
    Path all = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> homes = Files.list(all)) {
      return homes
          .filter(home -> !Files.isSymbolicLink(home))
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .filter(home -> feature(home) > Runtime.version().feature())
          .sorted()
          .toList();
    }
  }

  private static int feature(Path home) {
    try {
      return Files.readAllLines(home.resolve("release")).stream()
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .mapToInt(line -> Runtime.Version.parse(line.replaceAll("[^0-9.+]", "")).feature())
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
