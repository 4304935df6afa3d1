package io.dateline.batch.workers;

/**
 * Lets partitions of one run at a time into a process: what is known of documents that killed a
 * process is known of one run.
 *
 * <p>Safe for use by several threads.
 */
final class RunGate {

  private String run = "";
  private int inside;

  /**
   * Waits until no other run is inside, and admits this one if it is new here.
   *
   * @param wanted the run, and the process that hands it out
   */
  synchronized void enter(String wanted, Runnable admission) throws InterruptedException {
    while (inside > 0 && !run.equals(wanted)) {
      wait();
    }
    if (!run.equals(wanted)) {
      admission.run();
      run = wanted;
    }
    inside++;
  }

  synchronized void leave() {
    inside--;
    notifyAll();
  }
}
