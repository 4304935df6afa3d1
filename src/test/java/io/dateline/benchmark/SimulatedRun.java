package io.dateline.benchmark;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.archive.ArchiveGenerator.Mix;
import io.dateline.batch.database.PostgresDatabase;
import io.dateline.batch.settings.JobSettings.DatabaseSettings;
import io.dateline.batch.workers.BrokerAddress;
import io.dateline.batch.workers.BrokerLogin;
import io.dateline.batch.workers.FreePort;
import io.dateline.batch.workers.WorkersOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * One run over a generated archive with workers that sleep: the manager in a process of its own
 * with its embedded broker, as {@code dateline run --workers} starts it, and the workers in this
 * one.
 */
final class SimulatedRun {

  private static final String DATE = "2020-02-03";

  private static final long LOOK_MILLIS = 250;

  /** Files alone are to cut partitions. */
  private static final long MANY_BYTES = 1L << 40;

  /** Those of the launcher. */
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx448m",
          "-XX:+UseSerialGC",
          "-XX:MaxInlineLevel=6",
          "-XX:FreqInlineSize=120",
          "-XX:InlineSmallCode=1000",
          "-XX:LoopUnrollLimit=8");

  private final Plan plan;
  private final Path folder;
  private final String url;
  private final int port;
  private final Path log;

  /**
   * What is simulated.
   *
   * @param processes workers as database and broker see them
   * @param threads partitions at a time of each
   * @param rounds partitions of each thread
   * @param files documents of a partition
   * @param chunk documents of a commit
   * @param millis sleep for a document
   * @param limit longer documents are rejected unread
   */
  record Plan(
      int processes, int threads, int rounds, int files, int chunk, double millis, long limit) {

    int workers() {
      return processes * threads;
    }

    int documents() {
      return workers() * rounds * files;
    }
  }

  /**
   * What came of it.
   *
   * @param load of the database while partitions were extracted
   * @param connections most of them to the database
   * @param pollMillis of the manager's look at the repository, at the end
   * @param managerBusy processor seconds of manager and broker while partitions were extracted
   * @param serverBusy the same of PostgreSQL, 0 where the system does not tell (Linux does)
   * @param endSeconds from the last partition's end to that of the manager
   */
  record Result(
      Plan plan,
      Shifts.Sum shifts,
      DatabaseLoad.HandedOut handedOut,
      DatabaseLoad.Counters load,
      int connections,
      double pollMillis,
      double managerBusy,
      double serverBusy,
      double endSeconds,
      Launched manager) {}

  /**
   * A run that has not begun.
   *
   * @param folder for its files, which is empty
   * @param url of a database that is empty
   */
  SimulatedRun(Plan plan, Path folder, String url) throws IOException {
    this.plan = plan;
    this.folder = folder;
    this.url = url;
    this.log = folder.resolve("manager.log");
    this.port = FreePort.find();
  }

  Result run() throws Exception {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    new ArchiveGenerator(1, new Mix(0, 0, 0, 0)).write(papers, plan.documents());
    List<String> words = manager(papers);
    long start = System.nanoTime();
    Process process = Launched.start(log, words);
    CompletableFuture<Launched> manager =
        CompletableFuture.supplyAsync(() -> toEnd(process, words, start));
    try {
      return run(process, manager);
    } finally {
      process.destroyForcibly();
    }
  }

  private Launched toEnd(Process process, List<String> words, long start) {
    try {
      return Launched.toEnd(process, words, log, start);
    } catch (IOException | InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  private List<String> manager(Path papers) throws IOException {
    Path job =
        Files.write(
            folder.resolve("crew.yml"),
            List.of(
                "chunk-size: " + plan.chunk(),
                "partition: {files: " + plan.files() + ", bytes: " + MANY_BYTES + "}",
                "limits: {document-bytes: " + plan.limit() + "}"));
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(OPTIONS);
    words.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path")));
    words.addAll(List.of("io.dateline.cli.DatelineApplication", "run", job.toString()));
    words.addAll(List.of("--input", papers.toString(), "--output", output().toString()));
    words.addAll(List.of("--date", DATE, "--db", url, "--workers", "--threads", "0"));
    words.addAll(List.of("--broker", "embedded:" + port));
    return words;
  }

  private Path output() {
    return folder.resolve("out");
  }

  private Result run(Process process, CompletableFuture<Launched> manager) throws Exception {
    Path work = output().resolve("crew").resolve(".0001.partial").resolve("work");
    await(manager, () -> Files.exists(work.resolve("manager.json")));
    Shifts shifts = new Shifts();
    try (DatabaseLoad database = new DatabaseLoad(url)) {
      await(manager, () -> database.handedOut().partitions() == partitions());
      DatabaseLoad.Counters before;
      double busyBefore;
      double serverBefore;
      double server;
      DatabaseLoad.Counters load;
      double busy;
      long ended;
      try (SleepingWorkers workers =
          new SleepingWorkers(plan.processes(), database(), options(), shifts, plan.millis())) {
        before = database.counters();
        busyBefore = busySeconds(process);
        serverBefore = database.busySeconds();
        workers.begin();
        await(
            manager,
            () -> {
              workers.requireWorking();
              database.lookAtConnections();
              return database.completed() == partitions();
            });
        ended = System.nanoTime();
        load = database.counters().minus(before);
        busy = busySeconds(process) - busyBefore;
        server = database.busySeconds() - serverBefore;
      }
      Launched launched = manager.join();
      double end = Math.max(0, (System.nanoTime() - ended) / 1e9);
      return new Result(
          plan,
          shifts.sum(),
          database.handedOut(),
          load,
          database.mostConnections(),
          database.pollMillis(),
          busy,
          server,
          end,
          launched);
    }
  }

  private long partitions() {
    return (long) plan.workers() * plan.rounds();
  }

  private PostgresDatabase database() {
    return PostgresDatabase.of(new DatabaseSettings(url, ""), "the simulation", null);
  }

  private WorkersOptions options() {
    return new WorkersOptions(
        BrokerAddress.parse("tcp://127.0.0.1:" + port),
        new BrokerLogin(null, null),
        plan.threads(),
        Duration.ofSeconds(1));
  }

  private static double busySeconds(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void await(CompletableFuture<Launched> manager, Condition condition)
      throws Exception {
    while (!condition.holds()) {
      if (manager.isDone()) {
        // It fails if the manager did.
        manager.join();
        if (!condition.holds()) {
          throw new IllegalStateException("The manager has ended before its workers.");
        }
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
