package io.dateline.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.batch.database.EmbeddedDatabase;
import io.dateline.batch.lease.JobLeases;
import io.dateline.batch.lease.SharedLeases;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.run.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * A process that was frozen in some step wakes up when another one has taken its job over and
 * published it. Two contexts stand for the two processes.
 */
@Timeout(120)
class TakenOverTests {

  private static final Duration LONG = Duration.ofHours(1);

  @TempDir Path folder;
  private Path input;

  @BeforeEach
  void anInput() throws Exception {
    input = Files.createDirectories(folder.resolve("papers"));
    new ArchiveGenerator(6).write(input, 300);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"planStep", "extractStep", "summariseStep", "publishStep"})
  void aProcessThatThawsWhenItsJobIsAnothersChangesNothingAndSaysWhoHasIt(String step)
      throws Exception {
    Path whole = folder.resolve("whole");
    try (ConfigurableApplicationContext context = open(whole, LONG, null)) {
      context.getBean(RunService.class).run(NightlyRequest.of(input, whole), new Notes());
    }
    Path taken = folder.resolve("taken");
    Freeze freeze = new Freeze(step);
    ExecutorService zombie = Executors.newSingleThreadExecutor();
    Throwable failure;
    try (ConfigurableApplicationContext first = open(taken, LONG, freeze)) {
      freeze.progress = first.getBean(Progress.class);
      Future<List<RunSummary>> frozen =
          zombie.submit(
              () ->
                  first
                      .getBean(RunService.class)
                      .run(NightlyRequest.of(input, taken), new Notes()));
      assertThat(freeze.frozen.await(60, TimeUnit.SECONDS)).isTrue();
      Notes notes = new Notes();
      try (ConfigurableApplicationContext second = open(taken, Duration.ZERO, null)) {
        List<RunSummary> done =
            second.getBean(RunService.class).run(NightlyRequest.resumeOnly(input, taken), notes);
        assertThat(done).extracting(RunSummary::state).containsExactly("PUBLISHED");
        List<List<Object>> before = state(second);

        // It still belongs to the second, as far as the first can see.
        try (var held = second.getBean(JobLeases.class).take("nightly", () -> {})) {
          freeze.thaw.countDown();
          failure = catchThrowable(() -> frozen.get(60, TimeUnit.SECONDS)).getCause();
          assertThat(held.loss()).isNull();
        }

        assertThat(state(second)).isEqualTo(before);
        assertThat(second.getBean(RunStore.class).get(1).state()).isEqualTo(Run.State.PUBLISHED);
      }
      assertThat(notes.sentences).anyMatch(note -> note.startsWith("Took nightly over from "));
    }
    zombie.shutdown();

    assertThat(failure)
        .isInstanceOfSatisfying(
            RunFailure.class, e -> assertThat(e.kind()).isEqualTo(RunFailure.Kind.BUSY))
        .hasMessageContaining("was taken over by " + System.getProperty("user.name"));
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(taken.resolve("nightly/latest").resolve(table))
          .hasSameBinaryContentAs(whole.resolve("nightly/latest").resolve(table));
    }
    try (Stream<Path> files = Files.list(taken.resolve("nightly"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("2020-02-03-0001", "latest");
    }
  }

  /** All that a run leaves in the tables, and in those of Spring Batch. */
  private static List<List<Object>> state(ConfigurableApplicationContext context) {
    JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
    List<List<Object>> rows = new ArrayList<>();
    for (String sql :
        List.of(
            "SELECT * FROM runs",
            "SELECT * FROM run_partitions ORDER BY partition_number",
            "SELECT ordinal, row_offset, row_bytes FROM article_rows ORDER BY ordinal",
            "SELECT summary, key_1, key_2, run_id, group_rows FROM summary_groups"
                + " ORDER BY summary, group_key, run_id",
            "SELECT STEP_EXECUTION_ID, VERSION, STATUS FROM BATCH_STEP_EXECUTION"
                + " ORDER BY STEP_EXECUTION_ID",
            "SELECT JOB_EXECUTION_ID, VERSION, STATUS FROM BATCH_JOB_EXECUTION"
                + " ORDER BY JOB_EXECUTION_ID")) {
      jdbc.queryForList(sql).forEach(row -> rows.add(new ArrayList<>(row.values())));
    }
    return rows;
  }

  private static ConfigurableApplicationContext open(
      Path output, Duration expiry, @Nullable Freeze freeze) throws Exception {
    Files.createDirectories(output);
    return BatchApplication.start(
        new EmbeddedDatabase(output),
        output,
        new LaunchOptions(2, 50),
        context -> {
          GenericApplicationContext beans = (GenericApplicationContext) context;
          beans.registerBean(
              "testLeases",
              JobLeases.class,
              () -> SharedLeases.of(beans.getBean(DataSource.class), LONG, expiry));
          if (freeze != null) {
            beans.registerBean("freeze", TransactionExecutionListener.class, () -> freeze);
          }
        });
  }

  /** Freezes the first thread that begins a transaction in a step. */
  private static final class Freeze implements TransactionExecutionListener {
    private final String step;
    private final CountDownLatch frozen = new CountDownLatch(1);
    private final CountDownLatch thaw = new CountDownLatch(1);
    private final AtomicBoolean once = new AtomicBoolean();
    private volatile @Nullable Progress progress;

    Freeze(String step) {
      this.step = step;
    }

    @Override
    public void beforeBegin(TransactionExecution transaction) {
      Progress known = progress;
      if (known != null && known.step().equals(step) && once.compareAndSet(false, true)) {
        frozen.countDown();
        try {
          thaw.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private static final class Notes implements RunService.Listener {
    private final List<String> sentences = new ArrayList<>();

    @Override
    public void starting(Run run, boolean resumed) {}

    @Override
    public void note(String sentence) {
      sentences.add(sentence);
    }
  }
}
