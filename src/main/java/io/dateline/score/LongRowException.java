package io.dateline.score;

import java.io.IOException;

/** A row so long that it must be a quotation mark that nobody closed. */
final class LongRowException extends IOException {

  private static final long serialVersionUID = 1L;

  LongRowException(long limit) {
    super("a row is longer than " + limit + " characters; is a quotation mark not closed?");
  }
}
