package io.dateline.cli;

import java.util.List;
import java.util.Map;

/**
 * The signals that are ending this process. The virtual machine tells nobody which ones it got, but
 * starts a thread for each, with the signal in its name; all stay until the end.
 */
final class Signals {

  private static final Map<String, Integer> CODES =
      Map.of("SIGHUP handler", 129, "SIGINT handler", 130, "SIGTERM handler", 143);

  /** A terminal that goes away sends it, whatever was pressed before. */
  private static final int HANG_UP = 129;

  private Signals() {}

  /** Exit code of each signal that has come so far, in no order. */
  private static List<Integer> codes() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(thread -> CODES.get(thread.getName()))
        .filter(code -> code != null)
        .toList();
  }

  /** The exit code of a signal that has come, or what is given if none has. */
  static int codeOr(int other) {
    return codes().stream().findFirst().orElse(other);
  }

  /** How many signals have come by which somebody asked the process to end. */
  static long requests() {
    return codes().stream().filter(code -> code != HANG_UP).count();
  }
}
