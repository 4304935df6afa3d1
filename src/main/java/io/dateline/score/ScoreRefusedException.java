package io.dateline.score;

/** There is nothing to score by; the message is one sentence: what, where, what to do. */
public final class ScoreRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Whose fault it is. */
  public enum Cause {
    /** A gold file that cannot be used as it stands. */
    GOLD,
    /** A file that is missing. */
    MISSING,
    /** A folder whose files are not those of a run. */
    RUN
  }

  private final Cause reason;

  ScoreRefusedException(Cause reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Cause reason() {
    return reason;
  }
}
