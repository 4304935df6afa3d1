package io.dateline.benchmark;

import io.dateline.benchmark.SimulatedRun.Result;
import java.util.List;
import java.util.Locale;

/**
 * What a partition takes beside its documents: one part whatever its length, and one for each of
 * its commits, which one machine has to make as well. The line that has the least squares.
 *
 * @param workers of the runs it was taken from
 * @param fixed milliseconds of a partition
 * @param ofCommit milliseconds of a commit
 */
record PartitionCost(int workers, double fixed, double ofCommit) {

  static PartitionCost of(List<Result> results) {
    double n = results.size();
    double meanCommits = results.stream().mapToDouble(r -> r.shifts().naps()).sum() / n;
    double meanCost = results.stream().mapToDouble(r -> r.shifts().overhead()).sum() / n;
    double above = 0;
    double below = 0;
    for (Result result : results) {
      double commits = result.shifts().naps() - meanCommits;
      above += commits * (result.shifts().overhead() - meanCost);
      below += commits * commits;
    }
    double slope = above / below;
    return new PartitionCost(
        results.get(0).plan().workers(), meanCost - slope * meanCommits, slope);
  }

  /** Seconds that a partition has to last. */
  private double leastSeconds(double share) {
    return fixed * (1 - share) / share / 1_000;
  }

  String sentence(double share) {
    return String.format(
        Locale.ROOT,
        "%d workers: %.1f ms a partition and %.1f ms a commit; of partitions of %.1f s the hand-out"
            + " is %.0f %%",
        workers,
        fixed,
        ofCommit,
        leastSeconds(share),
        share * 100);
  }
}
