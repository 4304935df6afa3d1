package io.dateline.summary.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A small line through the values of some runs, as an SVG polyline in a box of 72 by 20.
 *
 * @param line its points
 * @param endX where it ends
 */
record Sparkline(String line, String endX, String endY) {

  private static final double WIDTH = 72;
  private static final double HEIGHT = 20;

  /** Room for the dot at the end. */
  private static final double MARGIN = 3;

  /** Where fewer than two values are known. */
  static final Sparkline NONE = new Sparkline("", "", "");

  /**
   * A line from the oldest to the newest value.
   *
   * @param low value at the bottom
   * @param high value at the top
   */
  static Sparkline of(List<? extends @Nullable Number> values, double low, double high) {
    List<String> points = new ArrayList<>();
    String x = "";
    String y = "";
    double range = high > low ? high - low : 1;
    for (int i = 0; i < values.size(); i++) {
      Number value = values.get(i);
      if (value != null) {
        double part = values.size() < 2 ? 0 : (double) i / (values.size() - 1);
        x = coordinate(MARGIN + part * (WIDTH - 2 * MARGIN));
        y =
            coordinate(
                HEIGHT - MARGIN - (value.doubleValue() - low) / range * (HEIGHT - 2 * MARGIN));
        points.add(x + "," + y);
      }
    }
    return points.size() < 2 ? NONE : new Sparkline(String.join(" ", points), x, y);
  }

  /** A line that uses the whole height. */
  static Sparkline fitted(List<? extends Number> values) {
    double low = values.stream().mapToDouble(Number::doubleValue).min().orElse(0);
    double high = values.stream().mapToDouble(Number::doubleValue).max().orElse(0);
    // Equal values lie in the middle.
    return low == high ? of(values, low - 1, high + 1) : of(values, low, high);
  }

  private static String coordinate(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
