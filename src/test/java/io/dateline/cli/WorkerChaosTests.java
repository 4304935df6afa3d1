package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.batch.database.BothDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A manager and three workers at an archive of files, JSON Lines, tars, WET and zips, to which
 * things happen at seeded moments. What ends is started again, as by systemd. The seed repeats what
 * happens and when, if not at which document. Parameters are system properties: {@code
 * workers.seed}, {@code workers.faults}, which may be none, {@code workers.documents}, and {@code
 * workers.pause}, the longest time between two faults in milliseconds.
 */
@BothDatabases
@Timeout(3_600)
class WorkerChaosTests {

  private static final int WORKERS = 3;
  private static final int LOOK_MS = 500;

  /** From the last fault to the end of the run. */
  private static final long MAX_SECONDS = 300;

  private static final long DOCUMENTS_A_SECOND = 200;

  /** As a manager ends that has lost the broker, or a partition to too many killed workers. */
  private static final List<Integer> TRY_AGAIN =
      List.of(ExitCode.UNAVAILABLE.code(), ExitCode.IO_ERROR.code());

  private final long seed = Long.getLong("workers.seed", 1);
  private final int faults = Integer.getInteger("workers.faults", 4);
  private final int documents = Integer.getInteger("workers.documents", 3_000);
  private final int pause = Integer.getInteger("workers.pause", 1_500);
  private final Random random = new Random(seed);
  private final Map<String, Integer> toll = new TreeMap<>();
  private final List<DatelineProcess> workers = new ArrayList<>();
  private final List<DatelineProcess> frozen = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void whateverHappensToWhomTheFilesAreThoseOfOneMachine() throws Exception {
    System.out.printf("Seed %d%n", seed);
    try (Crew crew = new Crew(folder, "mixed", documents, new ArchiveGenerator(seed));
        BrokerProcess broker = new BrokerProcess(folder, crew.port())) {
      DatelineProcess manager = manager(crew, broker);
      crew.awaitHandedOut(manager);
      for (int i = 0; i < WORKERS; i++) {
        workers.add(worker(crew));
      }
      Crew.awaitSaid(workers.get(0), "Began ", 1);
      int happened = 0;
      while (happened < faults && !hasCompleted(manager)) {
        manager = wait(crew, broker, manager, pause / 6 + random.nextInt(pause - pause / 6));
        manager = fault(crew, broker, manager);
        happened++;
      }
      thaw();
      manager = awaitCompleted(crew, broker, manager);
      System.out.printf("%d faults of seed %d: %s%n", happened, seed, toll);

      assertThat(manager.exitCode()).as(manager.output()).isZero();
      crew.assertSameAsOnOneMachine(1);
      crew.assertSameAsOnOneMachine(2);
      // A run of the gate's length may be faster than all of them.
      int least = System.getProperty("workers.faults") == null ? 1 : faults;
      assertThat(happened).as("it was faster than %s", toll).isBetween(least, faults);
    }
  }

  private DatelineProcess manager(Crew crew, BrokerProcess broker, Object... more)
      throws Exception {
    List<Object> words = new ArrayList<>(List.of("--broker", broker.address(), "--threads", 0));
    words.addAll(List.of(more));
    return crew.managerAt(words.toArray());
  }

  private static DatelineProcess worker(Crew crew) throws Exception {
    return crew.workerAs("postgres", Crew.IMPATIENT);
  }

  private static boolean hasCompleted(DatelineProcess manager) throws Exception {
    return !manager.isAlive() && manager.exitCode() == 0;
  }

  private DatelineProcess wait(
      Crew crew, BrokerProcess broker, DatelineProcess manager, long milliseconds)
      throws Exception {
    Thread.sleep(milliseconds);
    return startAgain(crew, broker, manager);
  }

  private DatelineProcess awaitCompleted(Crew crew, BrokerProcess broker, DatelineProcess manager)
      throws Exception {
    DatelineProcess current = manager;
    long giveUp =
        System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_SECONDS + documents / DOCUMENTS_A_SECOND);
    while (!hasCompleted(current)) {
      assertThat(System.nanoTime()).as("%s: %s", toll, current.output()).isLessThan(giveUp);
      current = wait(crew, broker, current, LOOK_MS);
    }
    return current;
  }

  /** What has ended by itself, as it may when its broker is killed under it. */
  private DatelineProcess startAgain(Crew crew, BrokerProcess broker, DatelineProcess manager)
      throws Exception {
    if (hasCompleted(manager)) {
      return manager;
    }
    for (int i = 0; i < WORKERS; i++) {
      DatelineProcess worker = workers.get(i);
      if (!worker.isAlive()) {
        assertThat(worker.exitCode()).as(worker.output()).isEqualTo(ExitCode.UNAVAILABLE.code());
        count("worker ended by itself");
        workers.set(i, worker(crew));
      }
    }
    if (manager.isAlive()) {
      return manager;
    }
    assertThat(manager.exitCode()).as(manager.output()).isIn(TRY_AGAIN);
    count("manager ended by itself with " + manager.exitCode());
    return manager(crew, broker, "--resume-only");
  }

  private DatelineProcess fault(Crew crew, BrokerProcess broker, DatelineProcess manager)
      throws Exception {
    int victim = victim();
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> {
        count("worker killed");
        workers.get(victim).kill();
        workers.set(victim, worker(crew));
      }
      case 3, 4 -> {
        thaw();
        count("worker frozen");
        workers.get(victim).signal("STOP");
        frozen.add(workers.get(victim));
      }
      case 5 -> {
        count("worker told to leave");
        workers.get(victim).signal("TERM");
        workers.set(victim, worker(crew));
      }
      case 6 -> {
        count("broker killed");
        broker.kill();
        broker.start();
      }
      default -> {
        count("manager killed");
        manager.kill();
        return hasCompleted(manager) ? manager : manager(crew, broker, "--resume-only");
      }
    }
    return manager;
  }

  /** One at work, if there is one: to kill a process that is only starting proves little. */
  private int victim() throws Exception {
    int drawn = random.nextInt(WORKERS);
    for (int i = 0; i < WORKERS; i++) {
      int next = (drawn + i) % WORKERS;
      if (Crew.said(workers.get(next), "Began ") > 0 && !frozen.contains(workers.get(next))) {
        return next;
      }
    }
    return drawn;
  }

  private void thaw() throws Exception {
    for (DatelineProcess process : frozen) {
      process.signal("CONT");
    }
    frozen.clear();
  }

  private void count(String what) {
    toll.merge(what, 1, Integer::sum);
  }
}
