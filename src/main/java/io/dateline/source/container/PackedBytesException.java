package io.dateline.source.container;

import java.io.IOException;

/** The bytes of a container could not be had from the disk: its surroundings failed, not it. */
public final class PackedBytesException extends IOException {

  private static final long serialVersionUID = 1L;

  PackedBytesException(IOException cause) {
    super(cause.getMessage(), cause);
  }
}
