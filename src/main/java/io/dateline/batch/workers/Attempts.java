package io.dateline.batch.workers;

import io.dateline.batch.run.PartitionHook;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * The partitions that are being extracted in this process, and how each ended.
 *
 * <p>A partition that failed here or is given back is not at its end: its step stays as begun in
 * Spring Batch's tables, so that the next one who gets its message goes on with it.
 *
 * <p>Safe for use by several threads.
 */
final class Attempts implements PartitionHook {

  /** After a rollback that could not be told to the database as well. */
  private static final Set<BatchStatus> FAILED =
      EnumSet.of(BatchStatus.FAILED, BatchStatus.UNKNOWN);

  private final Map<Long, StepExecution> running = new ConcurrentHashMap<>();
  private final Map<Long, End> ends = new ConcurrentHashMap<>();
  private final boolean givesBack;
  private volatile boolean leaving;

  /**
   * No attempts yet.
   *
   * @param givesBack whether others go on with what is stopped here; otherwise its run stops with
   *     it
   */
  Attempts(boolean givesBack) {
    this.givesBack = givesBack;
  }

  /** How an attempt ended. */
  enum Kind {
    COMPLETED,
    /** The run is to stop; that stands in the tables. */
    STOPPED,
    /** This process is to end; the partition stays as begun. */
    GIVEN_BACK,
    FAILED,
    /** Another process has gone on with it. */
    TAKEN_OVER
  }

  /**
   * An attempt's end.
   *
   * @param failure why it failed, null if it did not
   */
  record End(Kind kind, @Nullable Throwable failure) {}

  @Override
  public void beforeStep(StepExecution step) {
    running.put(step.getId(), step);
    if (leaving) {
      step.setTerminateOnly();
    }
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution step) {
    running.remove(step.getId());
    Throwable failure = step.getFailureExceptions().stream().findFirst().orElse(null);
    if (step.getStatus() == BatchStatus.STOPPED && isGivenBack(step)) {
      reopen(step, new End(Kind.GIVEN_BACK, null));
    } else if (FAILED.contains(step.getStatus())) {
      reopen(step, new End(isOfAnother(failure) ? Kind.TAKEN_OVER : Kind.FAILED, failure));
    }
    return null;
  }

  private void reopen(StepExecution step, End end) {
    ends.put(step.getId(), end);
    step.setStatus(BatchStatus.STARTED);
  }

  /** Where its job stops as well, the tables are to say so. */
  private boolean isGivenBack(StepExecution step) {
    BatchStatus job = step.getJobExecution().getStatus();
    boolean runStops = job == BatchStatus.STOPPING || job == BatchStatus.STOPPED;
    return givesBack && (leaving || !runStops);
  }

  private static boolean isOfAnother(@Nullable Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof OptimisticLockingFailureException) {
        return true;
      }
    }
    return false;
  }

  /** How the attempt at a step ended; to be asked once, when it has. */
  End end(StepExecution step) {
    End known = ends.remove(step.getId());
    if (known != null) {
      return known;
    }
    return switch (step.getStatus()) {
      case COMPLETED -> new End(Kind.COMPLETED, null);
      case STOPPED -> new End(Kind.STOPPED, null);
      default ->
          new End(Kind.FAILED, step.getFailureExceptions().stream().findFirst().orElse(null));
    };
  }

  /** All that is being extracted ends at its next checkpoint, and is given back. */
  void leave() {
    leaving = true;
    running.values().forEach(StepExecution::setTerminateOnly);
  }

  boolean isLeaving() {
    return leaving;
  }

  /** Partitions may be extracted, after others were given back. */
  void reset() {
    leaving = false;
  }
}
