package io.dateline.benchmark;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.cli.DatelineApplication;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What the job costs beside the extraction, and how far that is from the machine's limit: whole
 * runs, the bare loop of the extraction, parsing alone and reading alone, over the same files in
 * one process, round after round. Prints medians and ratios as a table.
 */
@Command(name = "JobPrice", mixinStandardHelpOptions = true)
public final class JobPrice implements Callable<Integer> {

  private static final LocalDate DATE = LocalDate.of(2020, 1, 1);

  @Mixin private MixOptions contents;

  @Option(names = "--documents", description = "Generated documents: ${DEFAULT-VALUE}.")
  private int documents = 20_000;

  @Option(names = "--seed", description = "Seed of the documents: ${DEFAULT-VALUE}.")
  private long seed = 9;

  @Option(names = "--input", description = "Folder of files to read in place of generated ones.")
  private Path input;

  @Option(names = "--rounds", description = "Rounds, of which the medians: ${DEFAULT-VALUE}.")
  private int rounds = 3;

  @Option(names = "--threads", description = "Threads of the second measurement: ${DEFAULT-VALUE}.")
  private int threads = 2;

  private final Stopwatch times = new Stopwatch();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new JobPrice()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("dateline-price");
    try {
      Path papers = input;
      if (papers == null) {
        papers = Files.createDirectories(folder.resolve("papers"));
        new ArchiveGenerator(seed, contents.mix()).write(papers, documents);
      }
      measure(papers, folder);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
    return 0;
  }

  private void measure(Path papers, Path folder) throws Exception {
    Loops loops = new Loops(papers);
    try (DurableServer server = new DurableServer()) {
      // Compiles what is hot, and fills the page cache.
      round(loops, papers, folder.resolve("warm-up"), server, new Stopwatch());
      for (int i = 0; i < rounds; i++) {
        round(loops, papers, folder.resolve("round-" + i), server, times);
      }
    }
    print(loops);
  }

  private void round(Loops loops, Path papers, Path folder, DurableServer server, Stopwatch watch)
      throws Exception {
    for (int n : new int[] {1, threads}) {
      watch.time("read " + n, () -> loops.bytes(n));
      watch.time("parse " + n, () -> loops.elements(n));
      watch.time("bare " + n, () -> loops.articles(n, DATE));
      watch.time("run " + n, () -> wholeRun(papers, folder.resolve("embedded"), n, null));
      String url = server.create();
      watch.time("server " + n, () -> wholeRun(papers, folder.resolve("server"), n, url));
      server.drop();
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static int wholeRun(Path papers, Path output, int threads, @Nullable String database) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "run",
                "--input",
                papers.toString(),
                "--output",
                output.toString(),
                "--date",
                DATE.toString(),
                "--threads",
                String.valueOf(threads)));
    if (database != null) {
      words.addAll(List.of("--db", database));
    }
    StringWriter err = new StringWriter();
    int code =
        DatelineApplication.commandLine()
            .setOut(new PrintWriter(new StringWriter(), true))
            .setErr(new PrintWriter(err, true))
            .execute(words.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException("The run ended with " + code + ": " + err);
    }
    return code;
  }

  private void print(Loops loops) throws Exception {
    int files = loops.files();
    System.out.printf(
        Locale.ROOT,
        "%s, heap %d MB%n%d files of %.1f KB on average, %d of them articles; medians of %d rounds%n%n",
        MachineInWords.describe(),
        Runtime.getRuntime().maxMemory() >> 20,
        files,
        loops.bytes(threads) / 1000.0 / files,
        loops.articles(threads, DATE),
        rounds);
    System.out.printf("%-34s %8s %10s%n", "", "seconds", "files/s");
    for (int n : new int[] {1, threads}) {
      row("reading alone", "read", n, files);
      row("jsoup alone", "parse", n, files);
      row("bare loop", "bare", n, files);
      row("whole run, embedded database", "run", n, files);
      row("whole run, PostgreSQL", "server", n, files);
    }
    System.out.println();
    String two = " " + threads;
    ratio("whole run / bare loop, embedded", "run" + two, "bare" + two);
    ratio("whole run / bare loop, PostgreSQL", "server" + two, "bare" + two);
    ratio("bare loop / jsoup alone", "bare" + two, "parse" + two);
    ratio("bare loop / reading alone", "bare" + two, "read" + two);
    ratio("whole run, 1 thread / " + threads, "run 1", "run" + two);
    ratio("bare loop, 1 thread / " + threads, "bare 1", "bare" + two);
  }

  private void row(String what, String name, int n, int files) {
    double seconds = times.seconds(name + " " + n);
    System.out.printf(
        Locale.ROOT,
        "%-34s %8.2f %10.0f%n",
        what + ", " + n + (n == 1 ? " thread" : " threads"),
        seconds,
        files / seconds);
  }

  private void ratio(String what, String above, String below) {
    System.out.printf(Locale.ROOT, "%-34s %8.2f%n", what, times.ratio(above, below));
  }
}
