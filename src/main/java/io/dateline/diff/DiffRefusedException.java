package io.dateline.diff;

/** There is nothing to compare; the message is one sentence: what, where, what to do. */
public final class DiffRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What stands in the way. */
  public enum Reason {
    /** A folder or a file that is not there. */
    MISSING,
    /** A file that is not what was once written. */
    DAMAGED
  }

  private final Reason reason;

  DiffRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
