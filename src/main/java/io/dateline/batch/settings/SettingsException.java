package io.dateline.batch.settings;

/** A setting is wrong; the message is one sentence that says which, where, and what is allowed. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SettingsException(String message) {
    super(message);
  }
}
