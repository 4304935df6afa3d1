package io.dateline.source.container;

import java.io.IOException;

/**
 * A piece of a container does not read as its format says; what lies behind it may.
 *
 * <p>The message is one sentence for a rejection, and holds nothing of the content.
 */
final class DamagedBytesException extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedBytesException(String message) {
    super(message);
  }
}
