package io.dateline.batch.summary;

/** The totals of the last run do not fit its rows; counting from nothing puts them right. */
final class SummaryMismatchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SummaryMismatchException(String message) {
    super(message);
  }
}
