package io.dateline.batch.settings;

import jakarta.validation.constraints.NotNull;

/**
 * How a run's log is written.
 *
 * @param format one of {@link Format}
 */
public record LogSettings(@NotNull Format format) {

  static final LogSettings DEFAULTS = new LogSettings(Format.TEXT);

  /** What a line of the log looks like. */
  public enum Format {
    /** Time, level, thread, class, message; a stack trace on lines of its own. */
    TEXT,
    /** One JSON object a line, in the Elastic Common Schema. */
    ECS
  }
}
