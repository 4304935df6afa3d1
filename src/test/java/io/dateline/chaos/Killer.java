package io.dateline.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts one night after the other of a job, and kills the process at a chosen moment. */
final class Killer {

  private static final long MAX_SECONDS = 300;

  /** Several kills share a step. */
  private static final int SHARE = 4;

  private static final List<Aim> AIMS = List.of(Aim.values());

  private static final List<String> STEPS = AIMS.stream().map(Aim::step).distinct().toList();

  private final List<String> command;
  private final Path output;
  private final Path job;
  private final Random random;

  /** How a process ended. */
  record End(int exitCode, String step, boolean killed, String said) {}

  Killer(List<String> command, Path output, Random random) {
    this.command = command;
    this.output = output;
    this.job = output.resolve("nightly");
    this.random = random;
  }

  /**
   * What to aim at, one after the other: in the order of the steps, since a run that is resumed
   * does not go back, and at the start of a process in between.
   */
  List<Aim> aims(int kills) {
    List<Aim> inOrder = new ArrayList<>();
    int starts = 0;
    for (int i = 0; i < kills; i++) {
      Aim aim = AIMS.get(random.nextInt(AIMS.size()));
      if (aim == Aim.START) {
        starts++;
      } else {
        inOrder.add(aim);
      }
    }
    inOrder.sort(Comparator.comparing(aim -> STEPS.indexOf(aim.step())));
    for (; starts > 0; starts--) {
      inOrder.add(random.nextInt(inOrder.size() + 1), Aim.START);
    }
    return inOrder;
  }

  /** Lets a night run to its end. */
  End letRun(boolean begun) throws Exception {
    Process process = start(begun);
    if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("it did not end: " + said());
    }
    return new End(process.exitValue(), RunLog.END, false, said());
  }

  /**
   * Starts a night, or goes on with it, and kills it unless it ends before.
   *
   * @param usual how long its steps take
   */
  End kill(Aim aim, String run, boolean begun, RunLog usual) throws Exception {
    RunLog log = RunLog.from(job.resolve("logs").resolve(run + ".log"));
    Process process = start(begun);
    switch (aim) {
      case START -> pause(process, random.nextInt(2_500_000));
      case CHUNK -> {
        await(process, log, aim);
        awaitGrowth(process, run, random.nextInt(6));
        pause(process, random.nextBoolean() ? 0 : random.nextInt(3_000));
      }
      case END -> {
        await(process, log, aim);
        pause(process, random.nextInt(400_000));
      }
      case STOPPING -> {
        await(process, log, aim);
        pause(process, 1_000 * random.nextLong(1 + usual.milliseconds(aim.step()) / SHARE));
        new ProcessBuilder("kill", "-TERM", String.valueOf(process.pid())).start().waitFor();
        pause(process, random.nextInt(300_000));
      }
      default -> {
        await(process, log, aim);
        pause(process, 1_000 * random.nextLong(1 + usual.milliseconds(aim.step()) / SHARE));
      }
    }
    boolean alive = process.isAlive();
    process.destroyForcibly().waitFor();
    // A process that ended by itself at the last moment was not killed.
    boolean killed = alive && process.exitValue() == 137;
    return new End(process.exitValue(), log.step(), killed, said());
  }

  /** One that has begun is only resumed, so that there are as many runs as if it had not died. */
  private Process start(boolean begun) throws IOException {
    List<String> words = new ArrayList<>(command);
    if (begun) {
      words.add("--resume-only");
    }
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(printed().toFile());
    return builder.start();
  }

  private Path printed() {
    return output.resolveSibling(output.getFileName() + ".out");
  }

  private String said() throws IOException {
    return Files.readString(printed());
  }

  /** Waits for a step; a night that was resumed behind it ends instead. */
  private static void await(Process process, RunLog log, Aim aim) throws Exception {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_SECONDS);
    while (process.isAlive() && !log.step().equals(aim.step()) && System.nanoTime() < giveUp) {
      Thread.sleep(1);
    }
  }

  private void awaitGrowth(Process process, String run, int times) {
    Path work = job.resolve("." + run.substring(run.lastIndexOf('-') + 1) + ".partial/work");
    long before = bytes(work);
    for (int i = 0; i <= times && process.isAlive(); i++) {
      long now = bytes(work);
      while (now == before && process.isAlive()) {
        Thread.onSpinWait();
        now = bytes(work);
      }
      before = now;
    }
  }

  private static long bytes(Path work) {
    try (Stream<Path> parts = Files.list(work)) {
      return parts.mapToLong(part -> part.toFile().length()).sum();
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }

  /** Waits so many microseconds, or until the process ends. */
  private static void pause(Process process, long microseconds) throws InterruptedException {
    process.waitFor(microseconds, TimeUnit.MICROSECONDS);
  }
}
