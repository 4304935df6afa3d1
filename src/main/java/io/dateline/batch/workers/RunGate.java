package io.dateline.batch.workers;

import java.util.concurrent.TimeUnit;

/**
 * Lets partitions of one run at a time into a process: what is known of documents that killed a
 * process is known of one run.
 *
 * <p>Safe for use by several threads.
 */
final class RunGate {

  /** Then the message goes back, so that the thread may get one of the run that is inside. */
  private static final long WAIT_MS = 1_000;

  private String run = "";
  private int inside;

  /**
   * Waits a little for the end of what is inside of another run, and admits this one if it is new
   * here.
   *
   * @param wanted the run, and the process that hands it out
   * @return false if another run is inside
   */
  synchronized boolean enter(String wanted, Runnable admission) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAIT_MS);
    while (inside > 0 && !run.equals(wanted)) {
      long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    if (!run.equals(wanted)) {
      admission.run();
      run = wanted;
    }
    inside++;
    return true;
  }

  synchronized void leave() {
    inside--;
    notifyAll();
  }
}
