package io.dateline.cli;

import java.io.Closeable;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run at its next checkpoint when the process is told to end. The virtual machine then exits
 * with the signal's own code: 130 for Ctrl-C, 143 for SIGTERM. Who asks a second time waits no
 * more: the process ends there and then, with the code of the first signal.
 */
final class SignalStop implements Closeable {

  /** Longest wait for a checkpoint; systemd and Kubernetes kill after 90 and 30 seconds. */
  private static final long MAX_WAIT_SECONDS = 25;

  /** Between two looks for a second signal. */
  private static final long POLL_MS = 50;

  /**
   * Signals within this time are one request: a terminal signals every process of its group, and
   * wrappers among them pass on what they get. Nobody presses a key twice so fast on purpose.
   */
  private static final long SAME_REQUEST_MS = 250;

  /** Longest wait for a terminal that takes no more text. */
  private static final long MAX_PRINT_MS = 1_000;

  private static final String AT_ONCE =
      "Ended at once by a second signal. Run the same command again; nothing is lost.";

  /** It ends like by a kill, which loses nothing. */
  private static final String CUT_OFF =
      "Cut off: it did not stop within "
          + MAX_WAIT_SECONDS
          + " s. Run the same command again; nothing is lost.";

  private static final String EARLY = "Stopped before anything began. Run the same command again.";

  private static final String COMPLETED = "It was complete before it could be stopped.";

  private static final int NO_CODE = -1;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  private @Nullable Runnable stop;
  private boolean requested;
  private boolean early;
  private final int codeInTime;
  private volatile boolean completed;

  private SignalStop(PrintWriter err, String sentence, int codeInTime) {
    this.codeInTime = codeInTime;
    this.hook =
        new Thread(
            () -> {
              int code = Signals.codeOr(ExitCode.SOFTWARE.code());
              request();
              boolean inTime = hasEnded(err, code);
              err.println(told(inTime, sentence));
              err.flush();
              if (inTime && completed && codeInTime != NO_CODE) {
                Runtime.getRuntime().halt(codeInTime);
              }
            },
            "signal-stop");
  }

  /** Watches from now on; {@code sentence} tells the operator how it ended. */
  static SignalStop install(PrintWriter err, String sentence) {
    return install(new SignalStop(err, sentence, NO_CODE));
  }

  /**
   * As {@link #install(PrintWriter, String)}, for work that has no end of its own: who ends it in
   * time finds it completed.
   */
  static SignalStop installForEver(PrintWriter err, String sentence) {
    return install(new SignalStop(err, sentence, ExitCode.OK.code()));
  }

  private static SignalStop install(SignalStop signal) {
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  /** What ends the work, once there is some; at once if a signal came before. */
  void onSignal(Runnable action) {
    boolean atOnce;
    synchronized (this) {
      stop = action;
      atOnce = requested;
    }
    if (atOnce) {
      action.run();
    }
  }

  private void request() {
    Runnable action;
    synchronized (this) {
      requested = true;
      early = stop == null;
      action = stop;
    }
    if (action != null) {
      // Beside the wait, which is bounded: this writes to the database, and that may hang.
      daemon("signal-request", action);
    }
  }

  private synchronized String told(boolean inTime, String sentence) {
    if (completed && codeInTime == NO_CODE) {
      return COMPLETED;
    }
    if (!inTime) {
      return CUT_OFF;
    }
    return early ? EARLY : sentence;
  }

  /** Whether a signal has asked for the end. */
  synchronized boolean isRequested() {
    return requested;
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
    return Signals.codeOr(returned);
  }

  private boolean hasEnded(PrintWriter err, int code) {
    long start = System.nanoTime();
    long requests = 0;
    boolean settled = false;
    try {
      while (!ended.await(POLL_MS, TimeUnit.MILLISECONDS)) {
        long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        long now = Signals.requests();
        if (!settled) {
          // The first look after that time counts as well: on a busy machine it may be late.
          requests = now;
          settled = waited > SAME_REQUEST_MS;
        } else if (now > requests) {
          endAtOnce(err, code);
        }
        if (waited > TimeUnit.SECONDS.toMillis(MAX_WAIT_SECONDS)) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A kill like any other: no hook, no database in order. */
  private static void endAtOnce(PrintWriter err, int code) throws InterruptedException {
    daemon(
            "signal-end",
            () -> {
              err.println(AT_ONCE);
              err.flush();
            })
        .join(MAX_PRINT_MS);
    Runtime.getRuntime().halt(code);
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
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
