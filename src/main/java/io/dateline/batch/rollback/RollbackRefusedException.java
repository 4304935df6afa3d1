package io.dateline.batch.rollback;

/** Another command line is called for: no such run, none that can be taken back, or not alone. */
public final class RollbackRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  RollbackRefusedException(String message) {
    super(message);
  }
}
