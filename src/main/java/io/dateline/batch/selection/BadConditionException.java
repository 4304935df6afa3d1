package io.dateline.batch.selection;

/** A condition that makes no sense; the message says why and what would. */
public final class BadConditionException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String setting;

  BadConditionException(String message) {
    this("", message);
  }

  BadConditionException(String setting, String message) {
    super(message);
    this.setting = setting;
  }

  /** Name of the setting that it is, as job files and options have it; empty if it is none. */
  public String setting() {
    return setting;
  }
}
