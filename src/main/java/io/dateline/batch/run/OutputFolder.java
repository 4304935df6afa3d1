package io.dateline.batch.run;

import java.nio.file.Path;

/**
 * Where the output is now. What a run has frozen says where it was when the run began; somebody may
 * have moved it since.
 *
 * @param path the folder; without meaning if each run has its own
 * @param ofEachRun whether each run's output is where it was when the run began
 */
public record OutputFolder(Path path, boolean ofEachRun) {

  /** One folder for all runs. */
  public OutputFolder(Path path) {
    this(path, false);
  }

  /** For a process that works for runs of several folders. */
  public static OutputFolder whereRunsBegan() {
    return new OutputFolder(Path.of(""), true);
  }

  Path of(Run.Frozen frozen) {
    return ofEachRun ? Path.of(frozen.output()) : path;
  }
}
