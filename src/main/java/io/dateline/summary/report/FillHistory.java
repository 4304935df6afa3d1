package io.dateline.summary.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often each field was filled, over runs.
 *
 * @param runs names of the runs, oldest first; the last is the one that the report is of
 * @param fields those that fell furthest first
 */
public record FillHistory(List<String> runs, List<FieldFill> fields) {

  /** Before any run. */
  public static final FillHistory EMPTY = new FillHistory(List.of(), List.of());

  public FillHistory {
    runs = List.copyOf(runs);
    fields = List.copyOf(fields);
  }

  /**
   * A field.
   *
   * @param shares for each run the share of articles in which it is filled, from 0 to 1; null where
   *     that is not known
   */
  public record FieldFill(String field, List<@Nullable Double> shares) {

    public FieldFill {
      // List.copyOf takes no null.
      shares = Collections.unmodifiableList(new ArrayList<>(shares));
    }

    /** The last share. */
    public @Nullable Double now() {
      return shares.isEmpty() ? null : shares.get(shares.size() - 1);
    }

    /** By how much the last share differs from the mean of those before, if there are any. */
    public @Nullable Double change() {
      Double now = now();
      double sum = 0;
      int known = 0;
      for (Double share : shares.subList(0, Math.max(0, shares.size() - 1))) {
        if (share != null) {
          sum += share;
          known++;
        }
      }
      return now == null || known == 0 ? null : now - sum / known;
    }
  }

  /**
   * A history of runs.
   *
   * @param byRun for each run, oldest first, the share of articles by field
   */
  public static FillHistory of(Map<String, Map<String, Double>> byRun) {
    Map<String, Map<String, Double>> runs = new LinkedHashMap<>(byRun);
    Set<String> names = new LinkedHashSet<>();
    runs.values().forEach(shares -> names.addAll(shares.keySet()));
    List<FieldFill> fields = new ArrayList<>();
    for (String name : names) {
      List<@Nullable Double> shares = new ArrayList<>();
      runs.values().forEach(of -> shares.add(of.get(name)));
      fields.add(new FieldFill(name, shares));
    }
    // The sort is stable: fields that stay as they were keep the order of the columns.
    fields.sort(Comparator.comparingDouble(FillHistory::rise));
    return new FillHistory(List.copyOf(runs.keySet()), fields);
  }

  /** In whole hundredths, so that what a rounded page shows as equal is in its usual order. */
  private static double rise(FieldFill field) {
    Double change = field.change();
    return change == null ? 0 : Math.min(0, Math.round(change * 100));
  }
}
