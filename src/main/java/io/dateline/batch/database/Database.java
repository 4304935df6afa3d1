package io.dateline.batch.database;

import com.zaxxer.hikari.HikariConfig;
import io.dateline.batch.run.RunFailure;
import java.nio.file.Path;

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

  /** Tells a pool how to connect, with the password. It opens none. */
  void configure(HikariConfig pool);
}
