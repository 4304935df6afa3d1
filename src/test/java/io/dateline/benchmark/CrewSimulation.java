package io.dateline.benchmark;

import io.dateline.benchmark.SimulatedRun.Plan;
import io.dateline.benchmark.SimulatedRun.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What it costs to share work, with more workers than this machine has processors: the manager, its
 * broker, PostgreSQL and the workers are those of the program, but a worker sleeps for each
 * document in place of extracting it. Prints a row for each number of workers and length of a
 * partition, and for each number of workers how long a partition must be so that handing it out
 * takes 2 % of it.
 */
@Command(name = "CrewSimulation", mixinStandardHelpOptions = true)
public final class CrewSimulation implements Callable<Integer> {

  /**
   * Each process has up to four connections beside those of its threads, and there is a manager.
   */
  private static final int SPARE_CONNECTIONS = 50;

  /** A plan of more gets larger partitions than it was asked for. */
  private static final int MOST_PARTITIONS = 495;

  /** The target: of a worker's time, what may go to the hand-out. */
  private static final double SHARE = 0.02;

  private static final double WARM_UP_SECONDS = 1;

  @Option(names = "--workers", split = ",", description = "How many: ${DEFAULT-VALUE}.")
  private List<Integer> workers = List.of(20, 50, 100, 200);

  @Option(names = "--threads", description = "Partitions at a time of one: ${DEFAULT-VALUE}.")
  private int threads = 1;

  @Option(names = "--seconds", split = ",", description = "Of a partition: ${DEFAULT-VALUE}.")
  private List<Double> seconds = List.of(2.0, 10.0, 30.0);

  @Option(names = "--document-ms", description = "Sleep for a document: ${DEFAULT-VALUE}.")
  private double millis = 200;

  @Option(names = "--chunk-ms", description = "Sleep for a commit: ${DEFAULT-VALUE}.")
  private double chunkMillis = 1_000;

  @Option(
      names = "--least-seconds",
      description = "Of each measurement, which has two partitions a worker: ${DEFAULT-VALUE}.")
  private double leastSeconds = 30;

  @Option(
      names = "--document-bytes",
      description = "Longer ones, all by default, are rejected unread: ${DEFAULT-VALUE}.")
  private long limit = 100;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new CrewSimulation()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    // Compiles what is hot: a worker is at work for hours.
    simulate(plan(workers.get(0), WARM_UP_SECONDS));
    System.out.printf(
        Locale.ROOT,
        "%s, heap %d MB%n%.0f ms a document, %.0f ms a commit%n%n%s%n",
        MachineInWords.describe(),
        Runtime.getRuntime().maxMemory() >> 20,
        millis,
        chunkMillis,
        SimulationRow.HEAD);
    for (int number : workers) {
      List<Result> results = new ArrayList<>();
      for (double length : seconds) {
        Result result = simulate(plan(number, length));
        results.add(result);
        System.out.println(SimulationRow.of(result));
      }
      if (results.size() > 1) {
        System.out.println(PartitionCost.of(results).sentence(SHARE));
      }
    }
    return 0;
  }

  private Plan plan(int number, double length) {
    int files = (int) Math.max(1, Math.round(length * 1_000 / millis));
    int chunk = (int) Math.max(1, Math.round(chunkMillis / millis));
    int wanted = (int) Math.max(2, Math.ceil(leastSeconds / length));
    int rounds = Math.min(wanted, MOST_PARTITIONS / number);
    if (rounds < 2) {
      throw new IllegalArgumentException("at most " + MOST_PARTITIONS / 2 + " workers");
    }
    return new Plan(number / threads, threads, rounds, files, chunk, millis, limit);
  }

  private static Result simulate(Plan plan) throws Exception {
    Path folder = Files.createTempDirectory("dateline-crew");
    int connections = plan.processes() * (plan.threads() + 4) + SPARE_CONNECTIONS;
    try (DurableServer server = new DurableServer(connections)) {
      return new SimulatedRun(plan, folder, server.create()).run();
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }
}
