package io.dateline.cli;

import io.dateline.batch.run.RunFailure;

/** How the program ends: codes of {@code sysexits.h}, and of a shell for signals. */
enum ExitCode {
  /** Completed, also when there was nothing new. */
  OK(0),
  /** The command line is wrong. */
  USAGE(64),
  /** Completed, but a data gate failed. */
  DATA_ERROR(65),
  /** The input is missing. */
  NO_INPUT(66),
  /** Database or broker unavailable. */
  UNAVAILABLE(69),
  /** A defect of the program. */
  SOFTWARE(70),
  /** The output cannot be created, or there is no space for it. */
  CANT_CREATE(73),
  /** Reading or writing failed. */
  IO_ERROR(74),
  /** Another run is at work. */
  TEMPORARY_FAILURE(75),
  /** The run failed again at the place where it failed twice before. */
  REPEATED(76),
  /** A setting is wrong. */
  CONFIGURATION(78),
  /** Stopped by Ctrl-C. */
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static ExitCode of(RunFailure.Kind kind) {
    return switch (kind) {
      case INPUT -> NO_INPUT;
      case DATABASE, BROKER -> UNAVAILABLE;
      case OUTPUT -> CANT_CREATE;
      case IO -> IO_ERROR;
      case BUSY -> TEMPORARY_FAILURE;
      case REPEATED -> REPEATED;
      case CONFIGURATION -> CONFIGURATION;
      case INTERNAL -> SOFTWARE;
      case STOPPED -> INTERRUPTED;
    };
  }
}
