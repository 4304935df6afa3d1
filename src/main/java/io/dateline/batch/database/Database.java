package io.dateline.batch.database;

import io.dateline.batch.run.RunFailure;
import java.nio.file.Path;
import java.util.Map;

/** A database in which runs are kept. Immutable and safe for use by several threads. */
public interface Database {

  /** What it is and where, for a person; never with a password. */
  String place();

  /** Whether several processes may be at work in it. */
  boolean isShared();

  /**
   * Whether a run has ever been kept in it. Creates nothing.
   *
   * @throws RunFailure of kind DATABASE or CONFIGURATION if it cannot be used
   */
  boolean exists();

  /**
   * The folder whose lock keeps a second process out: that of the job where the database admits
   * several processes, otherwise that of all jobs.
   *
   * @param output the output folder of all jobs
   */
  Path lockFolder(Path output, String jobName);

  /**
   * Spring's properties for its data source, among them the password.
   *
   * @param connections most connections at a time
   */
  Map<String, Object> properties(int connections);
}
