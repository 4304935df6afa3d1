package io.dateline.cli;

import java.io.Closeable;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run at its next checkpoint when the process is told to end. The virtual machine then exits
 * with the signal's own code: 130 for Ctrl-C, 143 for SIGTERM.
 */
final class SignalStop implements Closeable {

  /** Longest wait for a checkpoint; systemd and Kubernetes kill after 90 and 30 seconds. */
  private static final long MAX_WAIT_SECONDS = 25;

  /** It ends like by a kill, which loses nothing. */
  private static final String CUT_OFF =
      "Cut off: it did not stop within "
          + MAX_WAIT_SECONDS
          + " s. Run the same command again; nothing is lost.";

  private static final String EARLY = "Stopped before anything began. Run the same command again.";

  private static final String COMPLETED = "It was complete before it could be stopped.";

  /** The virtual machine tells nobody which signal it got, but names the thread that handles it. */
  private static final Map<String, Integer> CODES =
      Map.of("SIGHUP handler", 129, "SIGINT handler", 130, "SIGTERM handler", 143);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  private @Nullable Runnable stop;
  private boolean requested;
  private boolean early;
  private volatile boolean completed;

  private SignalStop(PrintWriter err, String sentence) {
    this.hook =
        new Thread(
            () -> {
              request();
              boolean inTime = hasEnded();
              err.println(told(inTime, sentence));
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

  /** What ends the work, once there is some; at once if a signal came before. */
  synchronized void onSignal(Runnable action) {
    stop = action;
    if (requested) {
      action.run();
    }
  }

  private synchronized void request() {
    requested = true;
    early = stop == null;
    if (stop != null) {
      stop.run();
    }
  }

  private synchronized String told(boolean inTime, String sentence) {
    if (completed) {
      return COMPLETED;
    }
    if (!inTime) {
      return CUT_OFF;
    }
    return early ? EARLY : sentence;
  }

  /** The work is done, so that nothing is left to be stopped. */
  void completed() {
    completed = true;
  }

  /**
   * The exit code of the process: that of the signal if one is ending the virtual machine, whatever
   * the command returns.
   */
  int code(int returned) {
    Set<String> threads =
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .collect(Collectors.toSet());
    return CODES.entrySet().stream()
        .filter(code -> threads.contains(code.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(returned);
  }

  private boolean hasEnded() {
    try {
      return ended.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
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
