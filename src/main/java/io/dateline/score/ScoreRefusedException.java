package io.dateline.score;

/** There is nothing to score by; the message is one sentence: what, where, what to do. */
public final class ScoreRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What stands in the way, and so who has to put it right. */
  public enum Reason {
    /** A gold file that cannot be used as it stands. */
    GOLD,
    /** A file that is missing or cannot be read. */
    MISSING,
    /** A folder whose files are not those of a run. */
    RUN
  }

  private final Reason reason;

  ScoreRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
