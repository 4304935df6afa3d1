package io.dateline.batch;

import io.dateline.batch.workers.WorkersOptions;
import org.jspecify.annotations.Nullable;

/**
 * How the job runs in this process; nothing of it shows in what comes out.
 *
 * @param threads partitions at a time
 * @param chunkSize documents in a transaction; 0 in a worker, where each run says it
 * @param workers how workers on a broker share the work; null if there are none
 */
public record LaunchOptions(int threads, int chunkSize, @Nullable WorkersOptions workers) {

  /** All in this process. */
  public LaunchOptions(int threads, int chunkSize) {
    this(threads, chunkSize, null);
  }

  /** In a worker, which takes part in runs of others. */
  static LaunchOptions ofWorker(WorkersOptions options) {
    return new LaunchOptions(options.threads(), 0, options);
  }

  boolean isOfWorker() {
    return chunkSize == 0;
  }
}
