package io.dateline.batch.workers;

import static java.util.Objects.requireNonNull;

import io.dateline.batch.lease.JobLeases;
import io.dateline.batch.poison.DocumentWatch;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunParameters;
import io.dateline.batch.run.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jms.listener.DefaultMessageListenerContainer;

/**
 * The step that hands partitions out, from its begin to its end: leaves the mark that workers look
 * for, hears what they have to say, and works itself, if it is to.
 */
final class HandOut implements StepExecutionListener, Station {

  private static final Logger log = LoggerFactory.getLogger(HandOut.class);

  private final RunStore store;
  private final JobLeases leases;
  private final BrokerConnection broker;
  private final Queues queues;
  private final PartitionWatch watch;
  private final DocumentWatch documents;
  private final Attempts attempts;
  private final int threads;
  private final List<DefaultMessageListenerContainer> containers = new ArrayList<>();

  private @Nullable PartitionListener listener;
  private PartitionChannel.@Nullable HandedOut current;

  /**
   * Nothing handed out yet.
   *
   * @param threads partitions at a time in this process; 0 for none
   */
  HandOut(
      RunStore store,
      JobLeases leases,
      BrokerConnection broker,
      Queues queues,
      PartitionWatch watch,
      DocumentWatch documents,
      Attempts attempts,
      int threads) {
    this.store = store;
    this.leases = leases;
    this.broker = broker;
    this.queues = queues;
    this.watch = watch;
    this.documents = documents;
    this.attempts = attempts;
    this.threads = threads;
  }

  /** Who extracts in this process. */
  void workWith(PartitionListener own) {
    listener = own;
  }

  PartitionChannel.HandedOut current() {
    return requireNonNull(current, "the step has not begun");
  }

  JobExecution underWay() {
    return current().step().getJobExecution();
  }

  @Override
  public void beforeStep(StepExecution step) {
    Run run = store.get(RunParameters.runId(step.getJobParameters()));
    PartitionChannel.HandedOut handedOut =
        new PartitionChannel.HandedOut(run, step, leases.token());
    current = handedOut;
    try {
      SharedStorage.mark(run, handedOut.manager());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Other jobs may hand out by the same broker.
    String ofRun = Queues.RUN + " = " + run.runId();
    watch.begin(run.runId());
    attempts.reset();
    containers.add(
        Container.listen(
            broker,
            queues.notices(),
            ofRun + " OR " + Queues.RUN + " = 0",
            1,
            (message, session) -> heard(Notice.read(MessageText.of(message)))));
    PartitionListener own = listener;
    if (threads > 0 && own != null) {
      containers.add(Container.listen(broker, queues.partitions(), ofRun, threads, own));
    }
  }

  private void heard(@Nullable Notice notice) {
    if (notice == null) {
      return;
    }
    String sentence = "Worker " + notice.worker() + ": " + notice.sentence();
    switch (notice.kind()) {
      case JOINED, LEFT -> log.info("{}", sentence);
      case REFUSED -> log.warn("{}", sentence);
      case FAILED -> {
        watch.heard(notice);
        log.warn("Partition {}: {}", notice.partition(), sentence);
      }
    }
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution step) {
    attempts.leave();
    // Waits for the checkpoints of what is being extracted here.
    containers.forEach(DefaultMessageListenerContainer::shutdown);
    containers.clear();
    return null;
  }

  /** It has planned the run, so it sees what it planned. */
  @Override
  public void admit(Run run, PartitionMessage work) {}

  @Override
  public void again(Run run) {
    documents.lookAgain(run);
  }

  @Override
  public void refused(RunFailure failure) {
    log.warn("{}", failure.getMessage());
  }

  /** The watch asks the database as well. */
  @Override
  public void databaseLost(RunFailure failure) {
    log.info("{}", failure.getMessage());
  }

  @Override
  public void say(String sentence) {
    log.info("{}", sentence);
  }
}
