package io.dateline.batch.poison;

import io.dateline.batch.run.PartitionName;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * A partition's step: beside others as a rule; alone in the process where the memory ran out
 * before, in slices of one document. Then what dies is one document and not a sum of several, nor
 * the rows of a chunk that wait to be written.
 */
public final class PartitionStep implements Step {

  /** Fair, so that the others do not keep a careful one waiting for ever. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  private final DocumentWatch watch;
  private final Step step;
  private final Runnable rehearsal;

  /**
   * A step around another.
   *
   * @param rehearsal what needs as much memory as an ordinary document, before it is alone
   */
  public PartitionStep(DocumentWatch watch, Step step, Runnable rehearsal) {
    this.rehearsal = rehearsal;
    this.watch = watch;
    this.step = step;
  }

  @Override
  public String getName() {
    return step.getName();
  }

  @Override
  public boolean isAllowStartIfComplete() {
    return step.isAllowStartIfComplete();
  }

  @Override
  public int getStartLimit() {
    return step.getStartLimit();
  }

  @Override
  public void execute(StepExecution execution) throws JobInterruptedException {
    boolean alone = watch.isCareful(PartitionName.number(execution));
    Lock own = alone ? lock.writeLock() : lock.readLock();
    lock(own);
    try {
      if (alone) {
        rehearse();
        watch.setAlone(true);
      }
      step.execute(execution);
    } finally {
      if (alone) {
        watch.setAlone(false);
      }
      own.unlock();
    }
    // A step keeps what it caught: here it still counts which documents are in flight elsewhere.
    execution.getFailureExceptions().forEach(MemoryDeath::endIfCauseOf);
  }

  private void rehearse() {
    try {
      rehearsal.run();
    } catch (OutOfMemoryError e) {
      MemoryDeath.endIfCauseOf(e);
    }
  }

  private static void lock(Lock own) throws JobInterruptedException {
    try {
      own.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JobInterruptedException("Interrupted while it waited for other partitions");
    }
  }
}
