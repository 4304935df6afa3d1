package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.archive.GenerateArchive;
import io.dateline.batch.database.TestDatabases;
import io.dateline.batch.workers.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** An archive, a database and a broker, and processes that share the work on it. */
final class Crew implements AutoCloseable {

  static final String DATE = "2020-02-03";

  /** Enough for a fault in their middle. */
  static final int DOCUMENTS = 1_200;

  /** Of a broker's address: a silent process is given up in seconds, not half a minute. */
  static final String IMPATIENT = "?connectionTTL=5000&clientFailureCheckPeriod=1000";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static final long MAX_SECONDS = 150;

  private final Path folder;
  private final Path input;
  private final Path job;
  private final Path output;
  private final String database;
  private final int port;
  private final Map<String, String> environment = new HashMap<>();
  private final List<DatelineProcess> processes = new ArrayList<>();

  /** With so many documents, each a file. */
  Crew(Path folder, int documents) throws IOException {
    this(folder, "files", documents, new ArchiveGenerator(21));
  }

  /**
   * With so many documents.
   *
   * @param format of the archive, as {@link GenerateArchive} names them
   */
  Crew(Path folder, String format, int documents, ArchiveGenerator generator) throws IOException {
    this.folder = folder;
    this.input = Files.createDirectories(folder.resolve("papers"));
    GenerateArchive.write(format, documents, input, generator);
    this.job =
        Files.write(
            folder.resolve("nightly.yml"), List.of("chunk-size: 20", "partition: {files: 100}"));
    this.output = folder.resolve("out");
    this.database =
        TestDatabases.create(
            "crew_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet(),
            "ENCODING 'UTF8' TEMPLATE template0");
    this.port = FreePort.find();
  }

  Path input() {
    return input;
  }

  Path job() {
    return job;
  }

  Path published() {
    return output.resolve("nightly/" + DATE + "-0001");
  }

  String database() {
    return database;
  }

  String url() {
    return url("postgres");
  }

  String url(String user) {
    return TestDatabases.urlOf(database, user);
  }

  /** Of the environment of every process that is started from now on. */
  void set(String variable, String value) {
    environment.put(variable, value);
  }

  /** The words of a manager, but for broker and database. */
  List<Object> managerWords() {
    return words(job, input);
  }

  private List<Object> words(Path ofJob, Path papers) {
    return List.of(
        "run", ofJob, "--input", papers, "--output", output, "--date", DATE, "--workers");
  }

  int port() {
    return port;
  }

  Path work() {
    return output.resolve("nightly/.0001.partial/work");
  }

  /** Starts {@code run --workers} with a broker of its own. */
  DatelineProcess manager(Object... more) throws IOException {
    List<Object> words = new ArrayList<>(List.of("--broker", "embedded:" + port));
    words.addAll(List.of(more));
    return managerAt(words.toArray());
  }

  /** Starts a manager that leaves the work to others, and waits until it hands out. */
  DatelineProcess handingOut() throws Exception {
    return handingOutBy("embedded:" + port);
  }

  /**
   * Starts a manager that leaves the work to others, and waits until it hands out.
   *
   * @param broker its address
   */
  DatelineProcess handingOutBy(String broker) throws Exception {
    DatelineProcess manager = managerAt("--broker", broker, "--threads", 0);
    awaitHandedOut(manager);
    return manager;
  }

  /** Starts {@code run --workers}. */
  DatelineProcess managerAt(Object... more) throws IOException {
    return managerOf(job, input, more);
  }

  /** Starts {@code run --workers} of another job. */
  DatelineProcess managerOf(Path other, Path papers, Object... more) throws IOException {
    List<Object> words = new ArrayList<>(words(other, papers));
    words.addAll(List.of("--db", url()));
    words.addAll(List.of(more));
    return start("manager", words.toArray());
  }

  /** Starts a worker of one thread. */
  DatelineProcess worker(Object... more) throws IOException {
    return workerAt("tcp://127.0.0.1:" + port, more);
  }

  /**
   * Starts a worker of one thread.
   *
   * @param user of the database
   * @param query of the broker's address
   */
  DatelineProcess workerAs(String user, String query, Object... more) throws IOException {
    return workerBy("tcp://127.0.0.1:" + port + query, user, more);
  }

  /**
   * Starts a worker of one thread.
   *
   * @param broker its address
   * @param user of the database
   */
  private DatelineProcess workerBy(String broker, String user, Object... more) throws IOException {
    List<Object> words = new ArrayList<>(List.of("worker", "--db", url(user), "--threads", 1));
    words.addAll(List.of("--broker", broker));
    words.addAll(List.of(more));
    return start("worker", words.toArray());
  }

  /**
   * Starts a worker of one thread.
   *
   * @param broker its address
   */
  DatelineProcess workerAt(String broker, Object... more) throws IOException {
    return workerBy(broker, "postgres", more);
  }

  /** Starts a worker of one thread and little memory. */
  DatelineProcess smallWorker() throws IOException {
    return start(
        "worker",
        List.of(),
        List.of("-Xmx160m"),
        "worker",
        "--db",
        url(),
        "--threads",
        1,
        "--broker",
        "tcp://127.0.0.1:" + port);
  }

  /** Starts a process with these words. */
  DatelineProcess start(String what, Object... words) throws IOException {
    return start(what, List.of(), List.of(), words);
  }

  /** Starts a process with these words on another host. */
  DatelineProcess startOn(NetworkHost host, String what, Object... words) throws IOException {
    return start(what, host.command(), List.of(), words);
  }

  private DatelineProcess start(
      String what, List<String> starter, List<String> options, Object... words) throws IOException {
    DatelineProcess process =
        DatelineProcess.startBy(
            starter,
            folder.resolve(what + "-" + processes.size() + ".log"),
            DatelineProcess.javaHome(),
            options,
            environment,
            words);
    processes.add(process);
    return process;
  }

  /** Waits until the manager hands out, so that its broker is there and its tables are made. */
  void awaitHandedOut(DatelineProcess manager) throws Exception {
    await(manager, process -> Files.exists(work().resolve("manager.json")));
  }

  /** Waits until a worker has taken more than one partition, and returns it. */
  static DatelineProcess atWork(DatelineProcess worker) throws Exception {
    awaitSaid(worker, "Began ", 2);
    return worker;
  }

  /** Waits until a process has said something so many times. */
  static void awaitSaid(DatelineProcess process, String text, int times) throws Exception {
    await(process, known -> said(known, text) >= times);
  }

  static int said(DatelineProcess process, String text) throws IOException {
    return process.output().split(Pattern.quote(text), -1).length - 1;
  }

  /** What is waited for. */
  interface Condition {
    boolean holds(DatelineProcess process) throws Exception;
  }

  static void await(DatelineProcess process, Condition condition) throws Exception {
    long giveUp = System.nanoTime() + MAX_SECONDS * 1_000_000_000L;
    while (!condition.holds(process)) {
      assertThat(process.isAlive()).as(process.output()).isTrue();
      assertThat(System.nanoTime()).as(process.output()).isLessThan(giveUp);
      Thread.sleep(20);
    }
  }

  /** Runs it all on one machine, and compares. */
  void assertSameAsOnOneMachine() throws Exception {
    assertSameAsOnOneMachine(Runtime.getRuntime().availableProcessors());
  }

  /** Runs it all on one machine with so many threads, and compares. */
  void assertSameAsOnOneMachine(int threads) throws Exception {
    assertSameAsOnOneMachine(job, input, threads);
  }

  /** Runs all of a job on one machine with so many threads, and compares. */
  void assertSameAsOnOneMachine(Path ofJob, Path papers, int threads) throws Exception {
    String name = ofJob.getFileName().toString().replace(".yml", "");
    Path alone = folder.resolve("alone-" + name + "-" + threads);
    List<Object> words = new ArrayList<>(List.of(ofJob, "--input", papers, "--output", alone));
    words.addAll(List.of("--date", DATE, "--db", "", "--threads", threads));
    JobRun.run(words.toArray());
    String run = name + "/" + DATE + "-0001";
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(output.resolve(run).resolve(table))
          .hasSameBinaryContentAs(alone.resolve(run).resolve(table));
    }
    assertThat(Nights.summaries(output.resolve(run)))
        .isEqualTo(Nights.summaries(alone.resolve(run)));
  }

  String log() throws IOException {
    return Files.readString(output.resolve("nightly/logs/" + DATE + "-0001.log"));
  }

  @Override
  public void close() throws Exception {
    for (DatelineProcess process : processes) {
      if (process.isAlive()) {
        process.kill();
      }
    }
  }
}
