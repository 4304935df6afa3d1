package io.dateline.batch.run;

import java.util.Objects;

/** The version of the program, as the build wrote it into the jar. */
public final class ProgramVersion {

  private ProgramVersion() {}

  /** The version, or {@code development} when run from classes. */
  public static String get() {
    return Objects.requireNonNullElse(
        ProgramVersion.class.getPackage().getImplementationVersion(), "development");
  }
}
