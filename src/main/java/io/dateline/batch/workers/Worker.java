package io.dateline.batch.workers;

import io.dateline.batch.lease.JobLeases;
import io.dateline.batch.poison.DocumentWatch;
import io.dateline.batch.run.ProgramVersion;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunStore;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.jms.listener.DefaultMessageListenerContainer;

/**
 * A process that extracts what others hand out, until it is told to leave, is not fit for a run, or
 * has lost broker or database.
 */
public final class Worker implements Station {

  private static final long LOOK_MS = 500;

  /** A broker is restarted in less. */
  private static final long LOST_BROKER_SECONDS = 120;

  private final WorkersOptions options;
  private final BrokerConnection broker;
  private final Queues queues;
  private final Attempts attempts;
  private final DocumentWatch watch;
  private final ReachWatch brokerWatch;
  private final DatabaseWatch database;
  private final PartitionListener listener;
  private final CountDownLatch told = new CountDownLatch(1);
  private final AtomicReference<@Nullable RunFailure> failure = new AtomicReference<>();
  private volatile Consumer<String> out = sentence -> {};

  Worker(
      WorkersOptions options,
      BrokerConnection broker,
      Queues queues,
      DatabaseWatch database,
      Attempts attempts,
      DocumentWatch watch,
      Step extractPartition,
      JobRepository repository,
      RunStore store,
      JobLeases leases) {
    this.options = options;
    this.broker = broker;
    this.queues = queues;
    this.attempts = attempts;
    this.watch = watch;
    this.database = database;
    this.brokerWatch = new ReachWatch(broker::isReachable, LOST_BROKER_SECONDS, System::nanoTime);
    this.listener =
        new PartitionListener(
            extractPartition,
            new PartitionSteps(repository, leases),
            store,
            attempts,
            new Replies(queues, broker),
            this);
  }

  /**
   * Works until it is told to leave.
   *
   * @param say takes a line for each partition
   * @throws RunFailure if it cannot go on
   */
  public void work(Consumer<String> say) {
    out = say;
    database.begin(this::databaseLost);
    DefaultMessageListenerContainer container =
        Container.listen(broker, queues.partitions(), null, options.threads(), listener);
    notice(Notice.Kind.JOINED, "joined with " + options.threads() + " at a time.");
    say(
        "Worker "
            + Notice.self()
            + ", Dateline "
            + ProgramVersion.get()
            + ", waits for partitions in "
            + queues.partitions()
            + " at "
            + broker.address()
            + ".");
    try {
      while (!told.await(LOOK_MS, TimeUnit.MILLISECONDS) && failure.get() == null) {
        requireBroker();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    attempts.leave();
    container.shutdown();
    RunFailure known = failure.get();
    notice(Notice.Kind.LEFT, known == null ? "left." : "left: " + known.getMessage());
    if (known != null) {
      throw known;
    }
  }

  private void requireBroker() {
    RunFailure nothing = broker.search().givesNothing(LOST_BROKER_SECONDS);
    if (nothing != null) {
      fail(nothing);
      return;
    }
    if (brokerWatch.isLost()) {
      fail(
          new RunFailure(
              RunFailure.Kind.BROKER,
              "The broker at "
                  + broker.address()
                  + " was out of reach for "
                  + LOST_BROKER_SECONDS
                  + " s. Start the worker again when it is there.",
              null));
    }
  }

  /** Asks it to leave at the next checkpoint of what it is at. */
  public void leave() {
    attempts.leave();
    told.countDown();
  }

  private void notice(Notice.Kind kind, String sentence) {
    new Notice(kind, Notice.self(), 0, -1, sentence).send(broker, queues);
  }

  private void fail(RunFailure known) {
    failure.compareAndSet(null, known);
    attempts.leave();
  }

  @Override
  public void admit(Run run, PartitionMessage work) {
    SharedStorage.require(run, work);
    watch.join(run);
  }

  @Override
  public void again(Run run) {
    watch.lookAgain(run);
  }

  @Override
  public void refused(RunFailure known) {
    fail(known);
  }

  @Override
  public void databaseLost(RunFailure known) {
    fail(
        new RunFailure(
            known.kind(),
            String.valueOf(known.getMessage()).strip()
                + " Start the worker again when it is there.",
            known));
  }

  @Override
  public void say(String sentence) {
    out.accept(sentence);
  }
}
