package io.dateline.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * When workers were at a partition, and how much of that they slept. A worker is a thread here.
 *
 * <p>Safe for use by several threads.
 */
final class Shifts {

  private static final ThreadMXBean CLOCKS = ManagementFactory.getThreadMXBean();

  private final Map<Thread, List<Shift>> byWorker = new ConcurrentHashMap<>();

  private final ThreadLocal<Naps> naps = ThreadLocal.withInitial(Naps::new);

  /** What a worker slept since it began a partition. */
  private static final class Naps {
    private long nanos;
    private int number;
  }

  /**
   * One partition of one worker, in nanoseconds.
   *
   * @param naps how often it slept: once a chunk
   * @param busy processor time of the worker until then
   */
  private record Shift(long begun, long ended, long slept, int naps, long busy) {
    long awake() {
      return ended - begun - slept;
    }
  }

  /** Something a worker does that may fail. */
  interface Work<E extends Exception> {
    void run() throws E;
  }

  /** Works at a partition. */
  <E extends Exception> void during(Work<E> work) throws E {
    Naps own = naps.get();
    own.nanos = 0;
    own.number = 0;
    long begun = System.nanoTime();
    work.run();
    byWorker
        .computeIfAbsent(Thread.currentThread(), worker -> new ArrayList<>())
        .add(
            new Shift(
                begun, System.nanoTime(), own.nanos, own.number, CLOCKS.getCurrentThreadCpuTime()));
  }

  /** Sleeps in place of extracting. */
  void sleep(long millis) throws InterruptedException {
    long begun = System.nanoTime();
    Thread.sleep(millis);
    Naps own = naps.get();
    own.nanos += System.nanoTime() - begun;
    own.number++;
  }

  /**
   * What the workers did, to be asked when they have ended.
   *
   * @param workers that had a partition
   * @param partitions of all workers
   * @param seconds from when the first began to when the last ended
   * @param slept seconds of all workers together
   * @param naps chunks of a partition, on average
   * @param first milliseconds of a worker's first partition that were not slept
   * @param inside milliseconds of its later ones that were not slept
   * @param between milliseconds from the end of a worker's partition to its next
   * @param longestBetween the most of these that nineteen of twenty took
   * @param busy processor milliseconds of a worker from one partition's end to that of its next
   */
  record Sum(
      int workers,
      int partitions,
      double seconds,
      double slept,
      double naps,
      double first,
      double inside,
      double between,
      double longestBetween,
      double busy) {

    /** Milliseconds that a partition took beside what was slept, if it was not a worker's first. */
    double overhead() {
      return inside + between;
    }

    /** Overhead as a part of the time that such a partition took. */
    double overheadShare() {
      double sleptMillis = slept * 1_000 / partitions;
      return overhead() / (overhead() + sleptMillis);
    }

    /** What was slept, as a part of all workers' time from the first's begin to the last's end. */
    double efficiency() {
      return slept / (workers * seconds);
    }
  }

  Sum sum() {
    List<Shift> all = byWorker.values().stream().flatMap(Collection::stream).toList();
    long[] gaps = byWorker.values().stream().flatMapToLong(Shifts::gaps).sorted().toArray();
    return new Sum(
        byWorker.size(),
        all.size(),
        (max(all, Shift::ended) + max(all, shift -> -shift.begun())) / 1e9,
        sum(all, Shift::slept) / 1e9,
        (double) sum(all, Shift::naps) / all.size(),
        byWorker.values().stream().mapToLong(own -> own.get(0).awake()).average().orElse(0) / 1e6,
        sum(later(), Shift::awake) / 1e6 / Math.max(1, gaps.length),
        LongStream.of(gaps).average().orElse(0) / 1e6,
        gaps.length == 0 ? 0 : gaps[gaps.length * 19 / 20] / 1e6,
        byWorker.values().stream().mapToLong(Shifts::busy).sum() / 1e6 / Math.max(1, gaps.length));
  }

  private static long busy(List<Shift> ofWorker) {
    return ofWorker.get(ofWorker.size() - 1).busy() - ofWorker.get(0).busy();
  }

  /** The first one opens connections, and all workers begin with it at the same moment. */
  private List<Shift> later() {
    return byWorker.values().stream().flatMap(own -> own.stream().skip(1)).toList();
  }

  private static LongStream gaps(List<Shift> ofWorker) {
    return LongStream.range(1, ofWorker.size())
        .map(i -> ofWorker.get((int) i).begun() - ofWorker.get((int) i - 1).ended());
  }

  private static long max(List<Shift> shifts, ToLongFunction<Shift> value) {
    return shifts.stream().mapToLong(value).max().orElse(0);
  }

  private static long sum(List<Shift> shifts, ToLongFunction<Shift> value) {
    return shifts.stream().mapToLong(value).sum();
  }
}
