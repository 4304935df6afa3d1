package io.dateline.source;

import java.nio.file.NoSuchFileException;

/** The input root is gone or empty, although files below it were planned. */
public final class MissingInputException extends NoSuchFileException {

  private static final long serialVersionUID = 1L;

  MissingInputException(String folder) {
    super(folder, null, "the input is gone or empty");
  }
}
