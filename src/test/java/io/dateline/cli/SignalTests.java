package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals that come while documents are at work that take their time. */
@Timeout(300)
class SignalTests {

  /** Quotes of a page that takes a second, even where nothing else is at work. */
  private static final int HEAVY = 10_000;

  /** Quotes of a page that takes several. */
  private static final int HEAVIER = 10 * HEAVY;

  @TempDir Path folder;
  private Nights nights;

  @BeforeEach
  void anArchive() throws IOException {
    nights = Nights.in(folder, "chunk-size: 1000", "partition: {files: 1000, bytes: 1000000000}");
  }

  @ParameterizedTest(name = "in a zip: {0}")
  @ValueSource(booleans = {false, true})
  void aStopCutsAChunkOfHeavyDocumentsShortAndKeepsWhatIsDone(boolean inZip) throws Exception {
    int documents = 5;
    Map<String, String> pages = new TreeMap<>();
    for (int i = 0; i < documents; i++) {
      pages.put(i + ".html", page(i, HEAVY));
    }
    if (inZip) {
      Zips.of(nights.input().resolve("pages.zip"), pages);
    } else {
      for (Map.Entry<String, String> page : pages.entrySet()) {
        nights.file(page.getKey(), page.getValue());
      }
    }
    Path whole = folder.resolve("whole");
    JobRun.run(arguments(whole));

    DatelineProcess run = start(nights.output());
    awaitDocument(run, 2);
    run.signal("TERM");
    // As a wrapper does that passes on what its whole group got.
    run.signal("TERM");
    int exit = run.exitCode();

    assertThat(exit).as(run.output()).isEqualTo(143);
    assertThat(run.output()).contains("Stopped at a checkpoint");
    List<Map<String, String>> partitions =
        Tables.query(nights.output(), "SELECT entries FROM run_partitions");
    assertThat(partitions).hasSize(1);
    assertThat(Integer.parseInt(partitions.get(0).get("entries"))).isBetween(1, documents - 1);
    JobRun.run(arguments(nights.output()));
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(nights.latest().resolve(table))
          .hasSameBinaryContentAs(whole.resolve("nightly/latest").resolve(table));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"TERM, 143", "INT, 130"})
  void aSecondSignalEndsItAtOnceAndTheNextRunResumes(String signal, int code) throws Exception {
    assumeThat(isIgnored(signal)).as("tests run where this signal is ignored").isFalse();
    nights.file("long.html", page(1, HEAVIER));

    DatelineProcess run = start(nights.output());
    awaitDocument(run, 1);
    run.signal(signal);
    // Longer than what counts as one: a wrapper passes on what its whole group got.
    Thread.sleep(500);
    assertThat(run.isAlive()).as(run.output()).isTrue();
    Instant second = Instant.now();
    run.signal(signal);
    int exit = run.exitCode();

    assertThat(exit).as(run.output()).isEqualTo(code);
    assertThat(run.output()).contains("Ended at once by a second signal");
    assertThat(Duration.between(second, Instant.now())).isLessThan(Duration.ofSeconds(3));
    assertThat(JobRun.dateline("status", "--output", nights.output()).out())
        .contains("INTERRUPTED");
    JobRun next =
        JobRun.dateline(
            Stream.concat(Stream.of("run"), Stream.of(arguments(nights.output()))).toArray());
    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(next.err()).contains("Resuming run 2020-01-01-0001").contains("which is gone");
  }

  private DatelineProcess start(Path output) throws IOException {
    return DatelineProcess.start(
        folder.resolve(System.nanoTime() + ".log"),
        Stream.concat(Stream.of("run"), Stream.of(arguments(output))).toArray());
  }

  private Object[] arguments(Path output) {
    return new Object[] {
      folder.resolve("jobs/nightly.yml"),
      "--input",
      nights.input(),
      "--output",
      output,
      "--date",
      "2020-01-01",
      "--threads",
      1
    };
  }

  /** Waits until this document, counted from 1, is at work, so that those before it are done. */
  private void awaitDocument(DatelineProcess run, int number) throws Exception {
    Path inFlight = nights.output().resolve("nightly/.0001.partial/work").resolve("in-flight");
    while (run.isAlive() && !holds(inFlight, number)) {
      Thread.sleep(10);
    }
    assertThat(run.isAlive()).as(run.output()).isTrue();
  }

  /** Each cell of 64 bytes holds the number of a file plus one, and at byte 16 its entry's. */
  private static boolean holds(Path inFlight, int number) throws IOException {
    if (!Files.exists(inFlight)) {
      return false;
    }
    ByteBuffer cells = ByteBuffer.wrap(Files.readAllBytes(inFlight));
    for (int at = 64; at < cells.capacity(); at += 64) {
      if (cells.getLong(at) > 0 && cells.getLong(at) + cells.getLong(at + 16) >= number) {
        return true;
      }
    }
    return false;
  }

  /** Whoever starts the tests in the background may have made them deaf, and their children. */
  private static boolean isIgnored(String signal) throws IOException {
    int number = signal.equals("INT") ? 2 : 15;
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
          .anyMatch(mask -> (mask >> (number - 1) & 1) == 1);
    }
  }

  /** An article of so many quotes, each of which has to be given to somebody. */
  private static String page(int number, int quotes) {
    StringBuilder page =
        new StringBuilder("<html><body><article><h1>Council votes for the ")
            .append(number)
            .append("th time</h1>");
    for (int i = 0; i < quotes; i++) {
      page.append(i % 8 == 0 ? "<p>" : " ")
          .append("\"We have waited ")
          .append(i)
          .append(" years for this, and now the work can begin,\" said Mayor Amara Okafor, who had")
          .append(" asked the council of Accra for it in the spring.")
          .append(i % 8 == 7 ? "</p>" : "");
    }
    return page.append("</article></body></html>").toString();
  }
}
