package io.dateline.batch.run;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/**
 * How far the run in this process is, for whoever shows it. Safe for use by several threads; counts
 * what is about to be committed, so it is a display and no ledger.
 */
@Component
public class Progress {

  /** The step whose entries are counted. */
  public static final String EXTRACT_STEP = "extractStep";

  private static final double NANOS_PER_SECOND = 1e9;

  private final LongAdder entries = new LongAdder();
  private final LongAdder files = new LongAdder();
  private volatile long earlier;
  private volatile long earlierFiles;
  private volatile long total = -1;
  private volatile String step = "";
  private volatile Span extracting = Span.NONE;

  /** From when until when, in {@code System.nanoTime()}. */
  private record Span(boolean begun, boolean ended, long from, long to) {
    static final Span NONE = new Span(false, false, 0, 0);

    double seconds() {
      return begun ? ((ended ? to : System.nanoTime()) - from) / NANOS_PER_SECOND : 0;
    }
  }

  /** Starts anew, the number of files not yet known. */
  public void reset() {
    entries.reset();
    files.reset();
    earlier = 0;
    earlierFiles = 0;
    total = -1;
    step = "";
    extracting = Span.NONE;
  }

  public void expect(long filesInAll) {
    total = filesInAll;
  }

  /** Counts what earlier processes have committed. */
  public void resume(long filesInAll, List<PartitionState> committed) {
    earlier = committed.stream().mapToLong(partition -> partition.counts().entries()).sum();
    earlierFiles = committed.stream().mapToLong(PartitionState::filesDone).sum();
    total = filesInAll;
  }

  /** Takes the place of what was counted, where other processes do the work. */
  public void replace(List<PartitionState> committed) {
    long all = committed.stream().mapToLong(partition -> partition.counts().entries()).sum();
    long allFiles = committed.stream().mapToLong(PartitionState::filesDone).sum();
    entries.reset();
    entries.add(Math.max(0, all - earlier));
    files.reset();
    files.add(Math.max(0, allFiles - earlierFiles));
  }

  /** Counts entries, and files that are finished with them. */
  public void add(RunCounts counts, int finishedFiles) {
    entries.add(counts.entries());
    files.add(finishedFiles);
  }

  /** A step begins; called from one thread at a time. */
  void enter(String name) {
    Span span = extracting;
    if (name.equals(EXTRACT_STEP)) {
      extracting = new Span(true, false, System.nanoTime(), 0);
    } else if (span.begun() && !span.ended()) {
      extracting = new Span(true, true, span.from(), System.nanoTime());
    }
    step = name;
  }

  /** Entries done so far, in this process and in earlier ones. */
  public long done() {
    return earlier + entries.sum();
  }

  /** Files finished so far, in this process and in earlier ones. */
  public long filesDone() {
    return earlierFiles + files.sum();
  }

  /**
   * Files in all, or -1 while the run is being planned; nobody knows how many entries they hold.
   */
  public long total() {
    return total;
  }

  /** The step under way, or the last one; empty before the first. */
  public String step() {
    return step;
  }

  /** Entries per second that this process has done while it extracted; 0 before it did. */
  public double perSecond() {
    double seconds = extracting.seconds();
    return seconds > 0 ? entries.sum() / seconds : 0;
  }
}
