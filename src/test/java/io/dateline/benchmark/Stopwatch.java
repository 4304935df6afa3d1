package io.dateline.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Times of things that are done in turn, round after round, so that what else the machine does
 * falls on all of them. Not safe for use by several threads.
 */
public final class Stopwatch {

  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  /** Does something and notes its time under a name. */
  public <T> T time(String name, Callable<T> work) throws Exception {
    long start = System.nanoTime();
    T result = work.call();
    seconds.computeIfAbsent(name, n -> new ArrayList<>()).add((System.nanoTime() - start) / 1e9);
    return result;
  }

  /** The median of a thing's seconds. */
  public double seconds(String name) {
    return median(seconds.get(name));
  }

  /** The median of what one thing took, divided by what the other took in the same round. */
  public double ratio(String name, String divisor) {
    List<Double> above = seconds.get(name);
    List<Double> below = seconds.get(divisor);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < above.size(); i++) {
      ratios.add(above.get(i) / below.get(i));
    }
    return median(ratios);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
