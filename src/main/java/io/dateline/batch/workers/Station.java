package io.dateline.batch.workers;

import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;

/** The process in which partitions are extracted: a worker, or the one that hands them out. */
interface Station {

  /**
   * Before the first partition of a run.
   *
   * @throws RunFailure if this process is not fit for it
   */
  void admit(Run run, PartitionMessage work);

  /** Before a partition that was begun before, perhaps by a process that died of it. */
  void again(Run run);

  /** This process is not fit, and takes no further part. */
  void refused(RunFailure failure);

  /** The database is out of reach. */
  void databaseLost(RunFailure failure);

  /** Tells a person what is being done. */
  void say(String sentence);
}
