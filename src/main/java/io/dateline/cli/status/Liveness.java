package io.dateline.cli.status;

import io.dateline.batch.journal.HostName;
import io.dateline.batch.journal.ProgressReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells whether the process that wrote a progress report is still there. */
final class Liveness {

  /** Reports come every 2 s; longer than this none comes from a process that works. */
  static final Duration SILENCE = Duration.ofSeconds(30);

  /** The start of a process is known to about a second, since it is counted from the boot. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

  private Liveness() {}

  static boolean isAlive(ProgressReport report, Instant now) {
    boolean fresh = isWithin(SILENCE, report.updatedAt(), now);
    if (!report.host().equals(HostName.get())) {
      return fresh;
    }
    Optional<ProcessHandle> process =
        report.pid() > 0 ? ProcessHandle.of(report.pid()) : Optional.empty();
    if (process.isEmpty() || !process.get().isAlive()) {
      return false;
    }
    // Another process may have the number by now. Where the clock was set, though, the start of the
    // same process seems to be another: whoever still reports is believed.
    return fresh
        || process
            .get()
            .info()
            .startInstant()
            .map(start -> isWithin(START_TOLERANCE, start, report.processStartedAt()))
            .orElse(true);
  }

  private static boolean isWithin(Duration most, Instant a, Instant b) {
    return Duration.between(a, b).abs().compareTo(most) <= 0;
  }
}
