package io.dateline.batch.export;

/** What was asked for makes no sense; the message says why and what would. */
public final class ExportRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  ExportRefusedException(String message) {
    super(message);
  }
}
