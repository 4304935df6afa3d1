package io.dateline.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Lets Jazzer look for bytes that break something, each door in a process of its own for {@code
 * fuzz.seconds}. What it finds and what it learns stays in {@code target/fuzz}.
 */
@Tag("long")
class FuzzingTests {

  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 60);

  private static final Path FOLDER = Path.of("target/fuzz").toAbsolutePath();

  /** Longest input in bytes: what takes time by its square shows, and most take little. */
  private static final int MAX_BYTES = 16 << 10;

  /** Seconds that one input may take: long, since they pass on a busy machine too. */
  private static final int MAX_SECONDS = 60;

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void nothingIsFoundThatBreaksAPromise(Door door) throws Exception {
    Path folder = Files.createDirectories(FOLDER.resolve(door.folder()));
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path found = Files.createDirectories(folder.resolve("found"));
    writeSeeds(door, corpus);
    for (Path earlier : files(found)) {
      // Whether it is mended shows when it is tried again.
      Files.move(
          earlier, corpus.resolve(earlier.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    Path log = folder.resolve("log.txt");

    int exitCode = fuzz(door, corpus, found, log);

    assertThat(files(found))
        .as("found, to be kept below src/test/resources/fuzz/%s; see %s", door.folder(), log)
        .isEmpty();
    assertThat(exitCode).as("see %s", log).isZero();
  }

  private static int fuzz(Door door, Path corpus, Path found, Path log) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Xmx512m",
            "-XX:+EnableDynamicAgentLoading",
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + FuzzedDoor.class.getName(),
            "--target_args=" + door.name(),
            "--instrumentation_includes=io.dateline.**",
            // The checks themselves look at each character; what they do teaches nothing.
            "--instrumentation_excludes=io.dateline.fuzz.**",
            "--custom_hook_excludes=io.dateline.fuzz.**",
            "--reproducer_path=" + corpus.getParent(),
            "-artifact_prefix=" + found + "/",
            "-max_total_time=" + SECONDS,
            "-max_len=" + MAX_BYTES,
            "-timeout=" + MAX_SECONDS,
            "-report_slow_units=" + MAX_SECONDS,
            "-rss_limit_mb=2048",
            corpus.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start().waitFor();
  }

  private static void writeSeeds(Door door, Path corpus) throws IOException {
    int number = 0;
    for (Map.Entry<String, byte[]> sample : Inputs.samples().entrySet()) {
      if (sample.getValue().length <= MAX_BYTES) {
        Files.write(corpus.resolve("sample-" + number++), sample.getValue());
      }
    }
    for (Path kept : Inputs.kept(door)) {
      Files.write(corpus.resolve("kept-" + kept.getFileName()), Files.readAllBytes(kept));
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
