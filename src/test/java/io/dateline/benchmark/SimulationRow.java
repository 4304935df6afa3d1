package io.dateline.benchmark;

import io.dateline.benchmark.SimulatedRun.Plan;
import io.dateline.benchmark.SimulatedRun.Result;
import java.util.Locale;

/** A simulated run as a line of a table. */
final class SimulationRow {

  static final String HEAD =
      """
      | workers | s a partition | partitions | time, s | efficiency | overhead | first, ms | inside, ms \
      | between, ms | 95 % of them, ms | worker's processor, ms | handed out/s | messages/s | commits/s | rows written/s \
      | rows read/s | connections | poll, ms | manager, cores | its peak, MB | server, cores | end, s |
      |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|""";

  private SimulationRow() {}

  static String of(Result result) {
    Plan plan = result.plan();
    Shifts.Sum shifts = result.shifts();
    double time = shifts.seconds();
    return String.format(
        Locale.ROOT,
        "| %d | %.2f | %d | %.1f | %.3f | %.2f %% | %.1f | %.1f | %.1f | %.1f | %.1f | %.0f | %.1f | %.0f | %.0f"
            + " | %.0f | %d | %.2f | %.3f | %d | %.3f | %.1f |",
        plan.workers(),
        plan.files() * plan.millis() / 1_000,
        shifts.partitions(),
        time,
        shifts.efficiency(),
        shifts.overheadShare() * 100,
        shifts.first(),
        shifts.inside(),
        shifts.between(),
        shifts.longestBetween(),
        shifts.busy(),
        result.handedOut().partitions() / Math.max(0.001, result.handedOut().seconds()),
        // One says what is to be done; that a worker has come and gone is another two.
        (shifts.partitions() + 2.0 * plan.processes()) / time,
        result.load().commits() / time,
        result.load().written() / time,
        result.load().read() / time,
        result.connections(),
        result.pollMillis(),
        result.managerBusy() / time,
        result.manager().peakBytes() >> 20,
        result.serverBusy() / time,
        result.endSeconds());
  }
}
