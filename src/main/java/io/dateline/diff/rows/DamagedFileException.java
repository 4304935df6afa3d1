package io.dateline.diff.rows;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is not as a run or an export writes it. */
public final class DamagedFileException extends IOException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with a file, as the end of a sentence that starts with its name. */
  public DamagedFileException(Path file, String what) {
    super(file + " " + what);
  }

  /** Of a row that starts at a byte of the file. */
  DamagedFileException(Path file, long offset, String what) {
    this(file, "is damaged: in the row that starts at byte " + offset + " " + what);
  }
}
