package io.dateline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a command took that was started as a process of its own.
 *
 * @param seconds from its start to its end
 * @param peakBytes most memory that was resident, 0 where the system does not tell (Linux does)
 * @param peakAnonymousBytes most of it that no file stands behind, as looked at five times a second
 */
record Launched(double seconds, long peakBytes, long peakAnonymousBytes) {

  private static final long LOOK_MILLIS = 200;

  /**
   * Runs a command to its end, which has to be a success.
   *
   * @param log takes what it prints
   */
  static Launched run(Path log, Object... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    for (Object word : command) {
      words.add(word.toString());
    }
    long start = System.nanoTime();
    return toEnd(start(log, words), words, log, start);
  }

  /**
   * Starts a command.
   *
   * @param log takes what it prints
   */
  static Process start(Path log, List<String> words) throws IOException {
    return new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /**
   * Looks at a command until its end, which has to be a success.
   *
   * @param log takes what it prints
   * @param start when it was started, as {@link System#nanoTime()} tells
   */
  static Launched toEnd(Process process, List<String> words, Path log, long start)
      throws IOException, InterruptedException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    long peak = 0;
    long anonymous = 0;
    do {
      peak = Math.max(peak, kilobytes(status, "VmHWM:") * 1_024);
      anonymous = Math.max(anonymous, kilobytes(status, "RssAnon:") * 1_024);
    } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          String.join(" ", words)
              + " ended with "
              + process.exitValue()
              + ": "
              + Files.readString(log));
    }
    return new Launched(seconds, peak, anonymous);
  }

  private static long kilobytes(Path status, String line) {
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(l -> l.startsWith(line))
          .map(l -> l.replaceAll("[^0-9]", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      // It ended just now.
      return 0;
    }
  }
}
