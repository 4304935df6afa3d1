package io.dateline.cli;

import java.io.Closeable;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a run at its next checkpoint when the process is told to end. The virtual machine then exits
 * with the signal's own code: 130 for Ctrl-C, 143 for SIGTERM.
 */
final class SignalStop implements Closeable {

  /** Longest wait for a checkpoint; systemd and Kubernetes kill after 90 and 30 seconds. */
  private static final long MAX_WAIT_SECONDS = 25;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  private volatile Runnable stop = () -> {};

  private SignalStop(PrintWriter err, String sentence) {
    this.hook =
        new Thread(
            () -> {
              stop.run();
              awaitEnd();
              err.println(sentence);
              err.flush();
            },
            "signal-stop");
  }

  /** Watches from now on; {@code sentence} tells the operator how it ended. */
  static SignalStop install(PrintWriter err, String sentence) {
    SignalStop signal = new SignalStop(err, sentence);
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** What ends the run, once there is one. */
  void onSignal(Runnable action) {
    stop = action;
  }

  private void awaitEnd() {
    try {
      if (!ended.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS)) {
        // The run is cut off like by a kill; the next one resumes from the last checkpoint.
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The machine is going down already, and the hook with it.
      return;
    }
  }
}
