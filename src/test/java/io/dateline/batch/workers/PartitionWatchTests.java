package io.dateline.batch.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.batch.BatchApplication;
import io.dateline.batch.LaunchOptions;
import io.dateline.batch.database.TestDatabases;
import io.dateline.batch.run.CurrentExecution;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the manager makes of the states in which a look may find partitions. */
class PartitionWatchTests {

  private static final long RUN = 1;

  @TempDir Path folder;

  private ConfigurableApplicationContext context;
  private JobRepository repository;
  private JobExecution execution;
  private List<StepExecution> partitions;

  @BeforeEach
  void handOutThree() throws Exception {
    Path output = Files.createDirectories(folder.resolve("out"));
    context = BatchApplication.start(TestDatabases.of(output), output, new LaunchOptions(1, 50));
    repository = context.getBean(JobRepository.class);
    JobParameters none = new JobParameters();
    execution =
        repository.createJobExecution(
            repository.createJobInstance("extractArticlesJob", none), none, new ExecutionContext());
    repository.createStepExecution("extractStep", execution);
    partitions =
        List.of("p00000", "p00001", "p00002").stream()
            .map(name -> repository.createStepExecution("extractPartition:" + name, execution))
            .toList();
  }

  @AfterEach
  void closeTheDatabase() {
    context.close();
  }

  private PartitionWatch watch(Duration patience) {
    PartitionWatch watch =
        new PartitionWatch(
            context.getBean(JdbcClient.class),
            context.getBean(RunStore.class),
            context.getBean(CurrentExecution.class),
            context.getBean(Progress.class),
            patience);
    watch.begin(RUN);
    return watch;
  }

  private void ended(int partition, BatchStatus status, ExitStatus exit) {
    StepExecution step = partitions.get(partition);
    step.setStatus(status);
    step.setExitStatus(exit);
    repository.update(step);
  }

  private void completed(int partition) {
    ended(partition, BatchStatus.COMPLETED, ExitStatus.COMPLETED);
  }

  @Test
  void waitsForPartitionsThatNobodyHasBegun() {
    completed(0);
    completed(1);

    assertThat(watch(Duration.ofHours(1)).hasEnded(execution.getId())).isFalse();
  }

  @Test
  void waitsForAPartitionWhoseRollbackCouldNotBeToldAsOneThatIsTriedAgain() {
    PartitionWatch watch = watch(Duration.ofHours(1));
    completed(0);
    completed(1);
    ended(2, BatchStatus.UNKNOWN, ExitStatus.UNKNOWN);
    assertThat(watch.hasEnded(execution.getId())).isFalse();
    ended(2, BatchStatus.FAILED, ExitStatus.FAILED);
    assertThat(watch.hasEnded(execution.getId())).isFalse();
    ended(2, BatchStatus.STOPPED, ExitStatus.STOPPED);
    assertThat(watch.hasEnded(execution.getId())).isFalse();
    ended(2, BatchStatus.STARTED, ExitStatus.EXECUTING);
    assertThat(watch.hasEnded(execution.getId())).isFalse();
    completed(2);

    assertThat(watch.hasEnded(execution.getId())).isTrue();
  }

  @Test
  void namesAPartitionThatWasGivenUpWhenTheOthersAreThroughAndNotBefore() {
    PartitionWatch watch = watch(Duration.ofHours(1));
    watch.heard(new Notice(Notice.Kind.FAILED, "host (process 7)", RUN, 1, "The disk is full."));
    completed(0);
    ended(1, BatchStatus.FAILED, new ExitStatus(PartitionWatch.GIVEN_UP, ""));
    ended(2, BatchStatus.UNKNOWN, ExitStatus.UNKNOWN);
    assertThat(watch.hasEnded(execution.getId())).isFalse();
    completed(2);

    assertThatThrownBy(() -> watch.hasEnded(execution.getId()))
        .isInstanceOfSatisfying(
            RunFailure.class, e -> assertThat(e.kind()).isEqualTo(RunFailure.Kind.IO))
        .hasMessageContaining("Partition 1 was given up after 5 attempts")
        .hasMessageContaining("host (process 7): The disk is full.");
  }

  @Test
  void losesItsPatienceWhenNothingIsCommittedAndNotWhileSomethingIs() throws Exception {
    PartitionWatch watch = watch(Duration.ofMillis(700));
    assertThat(watch.hasEnded(execution.getId())).isFalse();
    Thread.sleep(400);
    ended(0, BatchStatus.UNKNOWN, ExitStatus.UNKNOWN);
    assertThat(watch.hasEnded(execution.getId())).isFalse();
    Thread.sleep(400);
    assertThat(watch.hasEnded(execution.getId())).isFalse();
    Thread.sleep(400);

    assertThatThrownBy(() -> watch.hasEnded(execution.getId()))
        .isInstanceOfSatisfying(
            RunFailure.class, e -> assertThat(e.kind()).isEqualTo(RunFailure.Kind.BROKER))
        .hasMessageContaining("3 partitions are left");
  }
}
