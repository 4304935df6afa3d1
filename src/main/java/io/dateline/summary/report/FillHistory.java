package io.dateline.summary.report;

import io.dateline.article.ArticleField;
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
public record FillHistory(List<String> runs, List<FieldShares> fields) {

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
  public record FieldShares(String field, List<@Nullable Double> shares) {

    public FieldShares {
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
   * The share of articles in which each field is filled, in the order of the columns.
   *
   * @param filled number of articles by field
   * @param articles all of them, above 0
   */
  public static Map<String, Double> shares(Map<String, Long> filled, long articles) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (ArticleField field : ArticleField.values()) {
      Long number = filled.get(field.column());
      if (number != null) {
        shares.put(field.column(), (double) number / articles);
      }
    }
    return shares;
  }

  /**
   * A history of runs.
   *
   * @param byRun for each run, newest first, the share of its articles by field
   */
  public static FillHistory ofNewestFirst(Map<String, Map<String, Double>> byRun) {
    List<String> runs = new ArrayList<>(byRun.keySet());
    Collections.reverse(runs);
    Set<String> names = new LinkedHashSet<>();
    byRun.values().forEach(shares -> names.addAll(shares.keySet()));
    List<FieldShares> fields = new ArrayList<>();
    for (String name : names) {
      List<@Nullable Double> shares = new ArrayList<>();
      runs.forEach(run -> shares.add(byRun.getOrDefault(run, Map.of()).get(name)));
      fields.add(new FieldShares(name, shares));
    }
    // The sort is stable: fields that stay as they were keep the order of the columns.
    fields.sort(Comparator.comparingDouble(FillHistory::rise));
    return new FillHistory(runs, fields);
  }

  /** In whole hundredths, so that what a rounded page shows as equal is in its usual order. */
  private static double rise(FieldShares field) {
    Double change = field.change();
    return change == null ? 0 : Math.min(0, Math.round(change * 100));
  }
}
