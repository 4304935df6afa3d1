package io.dateline.cli;

import io.dateline.batch.run.RunFailure;
import org.jspecify.annotations.Nullable;

/** Whether somebody wants the work to end, for work that looks now and then. */
final class StopRequest {

  private final String sentence;
  private volatile boolean requested;
  private volatile @Nullable Runnable action;

  /** Nobody yet; {@code sentence} says what is left when it ends. */
  StopRequest(String sentence) {
    this.sentence = sentence;
  }

  /** From now on it is wanted. */
  void request() {
    requested = true;
    Runnable now = action;
    if (now != null) {
      now.run();
    }
  }

  /** What ends a part of the work that does not look; at once if it is wanted already. */
  void onRequest(Runnable stop) {
    action = stop;
    if (requested) {
      stop.run();
    }
  }

  /**
   * Looks.
   *
   * @throws RunFailure of kind STOPPED if it is wanted
   */
  void check() {
    if (requested) {
      throw new RunFailure(RunFailure.Kind.STOPPED, "Stopped. " + sentence, null);
    }
  }
}
