package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A manager and three workers, to which things happen at seeded moments. Parameters are system
 * properties: {@code workers.seed}, {@code workers.faults}, {@code workers.documents}.
 */
@BothDatabases
@Tag("long")
@Timeout(3_600)
class WorkerChaosTests {

  private static final String IMPATIENT = "?connectionTTL=5000&clientFailureCheckPeriod=1000";

  private static final int WORKERS = 3;

  private final Random random = new Random(Long.getLong("workers.seed", 1));
  private final int faults = Integer.getInteger("workers.faults", 8);
  private final Map<String, Integer> toll = new TreeMap<>();
  private final List<DatelineProcess> workers = new ArrayList<>();
  private final List<DatelineProcess> frozen = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void whateverHappensToWhomTheFilesAreThoseOfOneMachine() throws Exception {
    try (Crew crew = new Crew(folder, Integer.getInteger("workers.documents", 3_000));
        BrokerProcess broker = new BrokerProcess(folder, crew.port())) {
      DatelineProcess manager = manager(crew, broker);
      crew.awaitHandedOut(manager);
      for (int i = 0; i < WORKERS; i++) {
        workers.add(crew.workerAs("postgres", IMPATIENT));
      }
      int happened = 0;
      while (happened < faults && manager.isAlive()) {
        Thread.sleep(500 + random.nextInt(4_000));
        manager = fault(crew, broker, manager);
        happened++;
      }
      thaw();
      int exit = manager.exitCode();

      assertThat(exit).as(manager.output()).isZero();
      assertThat(happened).as("it was faster than %s", toll).isEqualTo(faults);
      crew.assertSameAsOnOneMachine();
    }
  }

  private DatelineProcess manager(Crew crew, BrokerProcess broker, Object... more)
      throws Exception {
    List<Object> words = new ArrayList<>(List.of("--broker", broker.address(), "--threads", 0));
    words.addAll(List.of(more));
    return crew.managerAt(words.toArray());
  }

  private DatelineProcess fault(Crew crew, BrokerProcess broker, DatelineProcess manager)
      throws Exception {
    int victim = random.nextInt(WORKERS);
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> {
        count("worker killed");
        workers.get(victim).kill();
        workers.set(victim, crew.workerAs("postgres", IMPATIENT));
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
        workers.set(victim, crew.workerAs("postgres", IMPATIENT));
      }
      case 6 -> {
        count("broker killed");
        broker.kill();
        broker.start();
      }
      default -> {
        count("manager killed");
        boolean begun = manager.isAlive();
        manager.kill();
        return begun ? manager(crew, broker, "--resume-only") : manager;
      }
    }
    return manager;
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
