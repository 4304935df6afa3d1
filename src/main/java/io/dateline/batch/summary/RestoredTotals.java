package io.dateline.batch.summary;

import io.dateline.batch.summary.SummaryGroups.Version;
import io.dateline.summary.Summary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes the totals as they were before runs that are taken back under the newest run that remains,
 * where no older total says the same.
 */
final class RestoredTotals {

  private static final int GROUPS_PER_TRANSACTION = 2_000;

  /** Which totals are meant, by who sees them before those runs are taken back. */
  enum Seen {
    /** Those behind a total of one of those runs. */
    BY_NOBODY,
    /** The others: of groups of which those runs have no total left, since it was nothing. */
    AT_ONCE
  }

  private final SummaryGroups groups;
  private final Visibility visibility;
  private final long newestRemaining;
  private final List<Version> pending = new ArrayList<>();
  private final Set<Version> known = new HashSet<>();

  RestoredTotals(SummaryGroups groups, Visibility visibility, long newestRemaining) {
    this.groups = groups;
    this.visibility = visibility;
    this.newestRemaining = newestRemaining;
  }

  /** Writes them, when all that is taken away is counted. */
  void write(Seen seen) {
    for (Summary summary : Summary.values()) {
      groups.readVersions(
          summary,
          versions -> {
            Version total = restored(versions, seen);
            if (total != null) {
              pending.add(total);
              if (versions.stream().anyMatch(version -> version.runId() == newestRemaining)) {
                known.add(total);
              }
            }
            if (pending.size() >= GROUPS_PER_TRANSACTION) {
              flush(summary);
            }
          });
      flush(summary);
    }
  }

  private void flush(Summary summary) {
    groups.put(newestRemaining, summary, pending, known::contains);
    pending.clear();
    known.clear();
  }

  /** The total that a group had before, if that has to be written; of the oldest total first. */
  private @Nullable Version restored(List<Version> versions, Seen seen) {
    Version counted = null;
    Version published = null;
    Version remaining = null;
    for (Version version : versions) {
      if (version.runId() == visibility.runId()) {
        counted = version;
      } else if (visibility.published().contains(version.runId())) {
        published = version;
        remaining = visibility.remains(version.runId()) ? version : remaining;
      }
    }
    boolean hidden = published != null && !visibility.remains(published.runId());
    if (hidden != (seen == Seen.BY_NOBODY)) {
      return null;
    }
    // Where nothing was counted, what those runs brought and took is the same.
    Version total = counted != null ? counted : hidden ? published : null;
    if (total == null) {
      return null;
    }
    long rows = remaining == null ? 0 : remaining.rows();
    long second = remaining == null ? 0 : remaining.second();
    return total.rows() == rows && total.second() == second ? null : total;
  }
}
