package io.dateline.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.batch.database.EmbeddedDatabaseOnly;
import io.dateline.batch.database.TestDatabases;
import io.dateline.batch.run.PartitionState;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunCounts;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.run.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A writer that was frozen, given up for dead and replaced wakes up again. On one database in one
 * process, since the embedded database admits no second one.
 */
@Timeout(120)
@EmbeddedDatabaseOnly(
    "with HSQLDB the lock is all that keeps a second process out; TakenOverTests does it with leases")
class ZombieTests {

  @TempDir Path folder;
  private Path input;

  @BeforeEach
  void anInput() throws Exception {
    input = Files.createDirectories(folder.resolve("papers"));
  }

  @Test
  void aWriterThatThawsAfterItsPartitionWasTakenOverSpoilsNothing() throws Exception {
    new ArchiveGenerator(5).write(input, 300);

    assertTakenOver();
  }

  @Test
  void aPartitionWhoseTablesArePartlyEmptyIsTakenOverAsWell() throws Exception {
    for (int i = 0; i < 300; i++) {
      Files.write(input.resolve(i + ".txt"), new byte[0]);
    }

    assertTakenOver();
  }

  private void assertTakenOver() throws Exception {
    Path whole = folder.resolve("whole");
    try (ConfigurableApplicationContext context = open(whole, new Progress())) {
      context.getBean(RunService.class).run(NightlyRequest.of(input, whole), new Silent());
    }
    Path taken = folder.resolve("taken");
    FreezingProgress progress = new FreezingProgress();
    try (ConfigurableApplicationContext context = open(taken, progress)) {
      RunService service = context.getBean(RunService.class);
      ExecutorService zombie = Executors.newSingleThreadExecutor();
      Future<?> first =
          zombie.submit(() -> service.run(NightlyRequest.of(input, taken), new Silent()));
      assertThat(progress.frozen.await(60, TimeUnit.SECONDS)).isTrue();

      List<RunSummary> resumed = service.run(NightlyRequest.resumeOnly(input, taken), new Silent());
      progress.thaw.countDown();

      assertThat(resumed).extracting(RunSummary::state).containsExactly("PUBLISHED");
      assertThat(first).failsWithin(60, TimeUnit.SECONDS);
      zombie.shutdown();
    }
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(taken.resolve("nightly/latest").resolve(table))
          .hasSameBinaryContentAs(whole.resolve("nightly/latest").resolve(table));
    }
    try (ConfigurableApplicationContext context = open(taken, new Progress())) {
      RunStore store = context.getBean(RunStore.class);
      RunCounts committed =
          store.partitions().of(1).stream()
              .map(PartitionState::counts)
              .reduce(RunCounts.NONE, RunCounts::plus);
      assertThat(store.countRows(1)).isEqualTo(committed);
      assertThat(committed.entries()).isEqualTo(300);
      assertThat(store.get(1).state()).isEqualTo(Run.State.PUBLISHED);
    }
  }

  /** Two threads, since one of them freezes. */
  private static ConfigurableApplicationContext open(Path output, Progress progress)
      throws Exception {
    Files.createDirectories(output);
    return BatchApplication.start(
        TestDatabases.of(output),
        output,
        new LaunchOptions(2, 50),
        context ->
            ((GenericApplicationContext) context)
                .registerBean(
                    "testProgress", Progress.class, () -> progress, d -> d.setPrimary(true)));
  }

  /** Freezes the first thread that is about to write its third chunk. */
  private static final class FreezingProgress extends Progress {
    private final CountDownLatch frozen = new CountDownLatch(1);
    private final CountDownLatch thaw = new CountDownLatch(1);
    private final AtomicBoolean once = new AtomicBoolean();

    @Override
    public void add(RunCounts counts, int finishedFiles) {
      super.add(counts, finishedFiles);
      if (done() == 150 && once.compareAndSet(false, true)) {
        frozen.countDown();
        try {
          thaw.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private static final class Silent implements RunService.Listener {
    @Override
    public void starting(Run run, boolean resumed) {}

    @Override
    public void note(String sentence) {}
  }
}
