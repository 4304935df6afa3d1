package io.dateline.batch;

import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/**
 * How far the run in this process is, for whoever shows it. Safe for use by several threads; counts
 * what is about to be committed, so it is a display and no ledger.
 */
@Component
public class Progress {

  private final LongAdder entries = new LongAdder();
  private volatile long total = -1;

  /** Starts anew, the number of entries not yet known. */
  void reset() {
    entries.reset();
    total = -1;
  }

  void expect(long entriesInAll) {
    total = entriesInAll;
  }

  void add(RunCounts counts) {
    entries.add(counts.entries());
  }

  /** Entries done so far. */
  public long done() {
    return entries.sum();
  }

  /** Entries in all, or -1 while the run is being planned. */
  public long total() {
    return total;
  }
}
