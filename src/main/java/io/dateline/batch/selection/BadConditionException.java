package io.dateline.batch.selection;

/** A condition that makes no sense; the message says why and what would. */
public final class BadConditionException extends Exception {

  private static final long serialVersionUID = 1L;

  BadConditionException(String message) {
    super(message);
  }
}
