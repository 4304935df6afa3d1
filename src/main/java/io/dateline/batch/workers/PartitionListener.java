package io.dateline.batch.workers;

import io.dateline.batch.lease.JobLeases;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunStore;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.jms.listener.SessionAwareMessageListener;
import org.springframework.transaction.TransactionException;

/**
 * Extracts the partition that a message names, and takes the message off the queue when that has
 * come to an end. A process that dies in between leaves the message to the next one, which goes on
 * at the partition's last commit.
 *
 * <p>Safe for use by several threads.
 */
final class PartitionListener implements SessionAwareMessageListener<Message> {

  /** Deliveries of one partition that may end without a result, be it by a killed process. */
  static final int MAX_DELIVERIES = 5;

  private static final Logger log = LoggerFactory.getLogger(PartitionListener.class);

  private static final String DELIVERIES = "JMSXDeliveryCount";

  /** Longest pause before a partition that failed is tried again. */
  private static final int MAX_PAUSE_SECONDS = 30;

  private static final int SILENT_PAUSE_SECONDS = 5;

  private static final long LEAVING_PAUSE_MS = 200;

  private final Step partition;
  private final PartitionSteps steps;
  private final RunStore store;
  private final Attempts attempts;
  private final Replies replies;
  private final Station station;
  private final RunGate gate = new RunGate();

  PartitionListener(
      Step partition,
      PartitionSteps steps,
      RunStore store,
      Attempts attempts,
      Replies replies,
      Station station) {
    this.partition = partition;
    this.steps = steps;
    this.store = store;
    this.attempts = attempts;
    this.replies = replies;
    this.station = station;
  }

  /** Puts a message back by rolling the session back; the broker counts that. */
  static final class NotDoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotDoneException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  @Override
  public void onMessage(Message message, Session session) throws JMSException {
    PartitionMessage work = PartitionMessage.read(MessageText.of(message));
    if (work == null) {
      log.warn(
          "A message on {} is none of this version of Dateline.", replies.queues().partitions());
      replies.bury("", session);
      return;
    }
    try {
      if (attempts.isLeaving()) {
        // Its other threads would take it again at once.
        Thread.sleep(LEAVING_PAUSE_MS);
        replies.giveBack(work, session);
        return;
      }
      handle(work, message.getIntProperty(DELIVERIES), session);
    } catch (NotDoneException e) {
      throw e;
    } catch (DataAccessException | TransactionException e) {
      lost(e);
      throw new NotDoneException("the database could not be asked", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotDoneException("interrupted", e);
    } catch (RuntimeException e) {
      failedOutside(work, message.getIntProperty(DELIVERIES), e);
    }
  }

  /** Of the storage, for instance: the broker would deliver it again at once, to fail at once. */
  private void failedOutside(PartitionMessage work, int deliveries, RuntimeException e) {
    try {
      failed(work, "partition " + work.partition() + " of " + work.job(), e, deliveries);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new NotDoneException("interrupted", e);
    }
  }

  private void handle(PartitionMessage work, int deliveries, Session session)
      throws JMSException, InterruptedException {
    StepExecution step = steps.get(work);
    if (step == null || steps.isStale(work, step)) {
      log.info("Partition {} of run {} is no longer wanted", work.partition(), work.run());
      return;
    }
    if (steps.manager(work) == JobLeases.Holder.SILENT) {
      // It may come back, or be replaced; then this message is stale.
      pause(SILENT_PAUSE_SECONDS);
      replies.giveBack(work, session);
      return;
    }
    if (!PartitionSteps.isOf(work, step)) {
      log.warn(
          "A message on {} names a step that is not its partition's.",
          replies.queues().partitions());
      replies.bury("", session);
      return;
    }
    if (deliveries > MAX_DELIVERIES) {
      steps.giveUp(work, step);
      replies.bury(work.text(), session);
      return;
    }
    Run run;
    try {
      SharedStorage.requireProgram(work);
      Run wanted = store.get(work.run());
      run = wanted;
      if (!gate.enter(work.run() + " " + work.manager(), () -> station.admit(wanted, work))) {
        replies.giveBack(work, session);
        return;
      }
    } catch (RunFailure e) {
      if (steps.manager(work) == JobLeases.Holder.GONE) {
        // Then what was not found was the mark of a process that is no more.
        return;
      }
      replies.giveBack(work, session);
      replies.tell(Notice.Kind.REFUSED, work, String.valueOf(e.getMessage()));
      station.refused(e);
      return;
    }
    try {
      extract(run, work, step, deliveries, session);
    } finally {
      gate.leave();
    }
  }

  private void extract(
      Run run, PartitionMessage work, StepExecution step, int deliveries, Session session)
      throws JMSException, InterruptedException {
    String name =
        "partition " + work.partition() + " of " + run.jobName() + " " + run.folders().name();
    if (deliveries > 1) {
      station.again(run);
    }
    station.say("Began " + name + (deliveries > 1 ? ", delivered " + deliveries + " times." : "."));
    try {
      partition.execute(step);
    } catch (JobInterruptedException e) {
      // Before it began: while it waited for others.
      replies.giveBack(work, session);
      return;
    }
    Attempts.End end = attempts.end(step);
    switch (end.kind()) {
      case COMPLETED ->
          station.say(
              "Completed "
                  + name
                  + ": "
                  + store.partitions().get(run.runId(), work.partition()).counts().entries()
                  + " entries.");
      case STOPPED -> station.say("Stopped " + name + " at a checkpoint: its run is to stop.");
      case TAKEN_OVER -> {
        // Of a stopping job Spring Batch reads the version anew, and the other may be the one who
        // has lost: then nobody is at work on it.
        if (steps.isTakenOver(step)) {
          takenOver(name);
        } else {
          failed(work, name, cause(end), deliveries);
        }
      }
      case GIVEN_BACK -> {
        station.say("Gave " + name + " back at a checkpoint.");
        replies.giveBack(work, session);
      }
      case FAILED -> {
        // Where another has gone on, its rows are there already. A commit of our own that was lost
        // on its way back raised the version as well: then the database is to be told of.
        if (!isOfDatabase(RunFailure.of(cause(end), "")) && steps.isTakenOver(step)) {
          takenOver(name);
        } else {
          failed(work, name, cause(end), deliveries);
        }
      }
    }
  }

  private void takenOver(String name) {
    station.say("Left " + name + ", with which another process has gone on.");
  }

  private static Throwable cause(Attempts.End end) {
    Throwable failure = end.failure();
    return failure == null ? new IllegalStateException("it ended without a word") : failure;
  }

  private void failed(PartitionMessage work, String name, Throwable known, int deliveries)
      throws InterruptedException {
    RunFailure failure = RunFailure.of(known, "");
    log.info("Partition {} failed", work.partition(), known);
    if (isOfDatabase(failure)) {
      station.databaseLost(failure);
      throw new NotDoneException("the database was lost", known);
    }
    String sentence = String.valueOf(failure.getMessage()).strip();
    station.say("Failed " + name + ": " + sentence);
    replies.tell(Notice.Kind.FAILED, work, sentence);
    // What is wrong may pass, and the broker would deliver it again at once.
    pause(Math.min(MAX_PAUSE_SECONDS, 1 << deliveries));
    throw new NotDoneException(sentence, known);
  }

  private void lost(RuntimeException e) {
    RunFailure failure = RunFailure.of(e, "");
    if (isOfDatabase(failure)) {
      station.databaseLost(failure);
    }
  }

  /** It is away, or lets this process in no more. */
  private static boolean isOfDatabase(RunFailure failure) {
    return failure.kind() == RunFailure.Kind.DATABASE
        || failure.kind() == RunFailure.Kind.CONFIGURATION;
  }

  private void pause(int seconds) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!attempts.isLeaving() && System.nanoTime() < until) {
      Thread.sleep(100);
    }
  }
}
