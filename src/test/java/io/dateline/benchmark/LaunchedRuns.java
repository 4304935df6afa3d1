package io.dateline.benchmark;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.archive.GenerateArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Whole runs as a user starts them, by the launcher: a generated archive and one of ten times its
 * size, with time, memory and database; a night with some new files; and the short commands. Prints
 * a table.
 */
@Command(name = "LaunchedRuns", mixinStandardHelpOptions = true)
public final class LaunchedRuns implements Callable<Integer> {

  private static final int SHORT_ROUNDS = 5;

  @Mixin private MixOptions contents;

  @Option(names = "--documents", description = "Of the smaller archive: ${DEFAULT-VALUE}.")
  private int documents = 10_000;

  @Option(names = "--times", description = "How often so many the larger has: ${DEFAULT-VALUE}.")
  private int times = 10;

  @Option(names = "--format", description = "files, zip, tar, wet or jsonl: ${DEFAULT-VALUE}.")
  private String format = "files";

  @Option(names = "--new", description = "New files of the night: ${DEFAULT-VALUE}.")
  private int fresh = 1_000;

  @Option(names = "--threads", description = "Threads of a run: ${DEFAULT-VALUE}.")
  private int threads = 2;

  @Option(
      names = "--db",
      description = "PostgreSQL database that is empty at first, instead of the embedded one.")
  private String database;

  @Option(names = "--launcher", description = "The program: ${DEFAULT-VALUE}.")
  private Path launcher = Path.of("dateline");

  @Option(names = "--folder", description = "Where archives and outputs go: ${DEFAULT-VALUE}.")
  private Path folder = Path.of("target/benchmark");

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new LaunchedRuns()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    FileSystemUtils.deleteRecursively(folder);
    Files.createDirectories(folder);
    String options = System.getenv("DATELINE_JAVA_OPTS");
    System.out.println(
        MachineInWords.describe()
            + ", the launcher's options"
            + (options == null ? "" : " and " + options));
    // Builds what is missing.
    Launched.run(folder.resolve("version.log"), program(), "--version");
    Path small = archive(documents, 1);
    Path large = archive(documents * times, 1);
    Launched first = run("small", small, "all");
    Launched second = database == null ? run("large", large, "all") : null;
    if (second != null) {
      System.out.printf(
          Locale.ROOT,
          "time for %d / time for %d: %.2f; peak memory %.2f%n",
          documents * times,
          documents,
          second.seconds() / first.seconds(),
          (double) second.peakBytes() / first.peakBytes());
    }
    Path known = second == null ? small : large;
    String output = second == null ? "small" : "large";
    run(output, known, "nothing new");
    if (format.equals("files")) {
      night(output, known);
    }
    shortCommands(output);
    return 0;
  }

  private Path archive(int number, long seed) throws IOException {
    Path to = folder.resolve("papers-" + number + "-" + seed);
    GenerateArchive.write(format, number, to, new ArchiveGenerator(seed, contents.mix()));
    return to;
  }

  private Launched run(String output, Path input, String what) throws Exception {
    List<Object> command = new ArrayList<>();
    command.addAll(List.of(program(), "run", "nightly", "--input", input));
    command.addAll(List.of("--output", folder.resolve(output), "--threads", threads));
    if (database != null) {
      command.addAll(List.of("--db", database));
    }
    Launched run = Launched.run(folder.resolve(output + ".log"), command.toArray());
    Path kept = folder.resolve(output).resolve("db");
    System.out.printf(
        Locale.ROOT,
        "%-28s %9.2f s, peak %d MB (%d MB anonymous), database %d MB%n",
        input.getFileName() + ", " + what,
        run.seconds(),
        run.peakBytes() >> 20,
        run.peakAnonymousBytes() >> 20,
        (Files.isDirectory(kept) ? size(kept) : 0) >> 20);
    return run;
  }

  private void night(String output, Path known) throws Exception {
    Path more = archive(fresh, 2);
    Files.move(more, known.resolve("new"));
    Path log = folder.resolve("find.log");
    Launched.run(log, "find", known, "-printf", "%p %s %T@\\n");
    double find = Launched.run(log, "find", known, "-printf", "%p %s %T@\\n").seconds();
    Launched night = run(output, known, fresh + " new");
    System.out.printf(
        Locale.ROOT, "night / find: %.2f (find %.2f s)%n", night.seconds() / find, find);
  }

  private void shortCommands(String output) throws Exception {
    Stopwatch watch = new Stopwatch();
    Path log = folder.resolve("short.log");
    for (int i = 0; i < SHORT_ROUNDS; i++) {
      watch.time("--help", () -> Launched.run(log, program(), "--help"));
      watch.time(
          "status",
          () ->
              Launched.run(
                  log, program(), "status", "nightly", "--output", folder.resolve(output)));
    }
    for (String command : List.of("--help", "status")) {
      System.out.printf(
          Locale.ROOT,
          "%-28s %9.2f s (median of %d)%n",
          command,
          watch.seconds(command),
          SHORT_ROUNDS);
    }
  }

  private Path program() {
    return launcher.toAbsolutePath();
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
  }
}
