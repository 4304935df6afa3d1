package io.dateline.batch.poison;

import io.dateline.batch.run.PartitionName;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * A partition's step: beside others and in chunks as a rule; alone in the process and a document at
 * a time where the memory ran out before. Then what dies is one document and not a sum of several,
 * nor the rows of a chunk that wait to be written.
 */
public final class PartitionStep implements Step {

  /** Fair, so that the others do not keep a careful one waiting for ever. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  private final DocumentWatch watch;
  private final Step quick;
  private final Step careful;
  private final Runnable rehearsal;

  /**
   * A step of two, of the same name.
   *
   * @param quick in chunks
   * @param careful a document at a time
   * @param rehearsal what needs as much memory as an ordinary document, before the careful step
   */
  public PartitionStep(DocumentWatch watch, Step quick, Step careful, Runnable rehearsal) {
    this.rehearsal = rehearsal;
    this.watch = watch;
    this.quick = quick;
    this.careful = careful;
  }

  @Override
  public String getName() {
    return quick.getName();
  }

  @Override
  public boolean isAllowStartIfComplete() {
    return quick.isAllowStartIfComplete();
  }

  @Override
  public int getStartLimit() {
    return quick.getStartLimit();
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
      (alone ? careful : quick).execute(execution);
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
