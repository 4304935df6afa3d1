package io.dateline.summary.report;

import io.dateline.summary.report.FillHistory.FieldShares;
import java.util.List;

/** How often a field was filled, as the template shows it. */
record FillView(
    String field,
    String now,
    String change,
    boolean falling,
    String line,
    String endX,
    String endY) {

  static List<FillView> of(RunReport report) {
    return report.fill().fields().stream()
        .map(field -> of(field, report.hasFallen(field.field())))
        .toList();
  }

  private static FillView of(FieldShares field, boolean falling) {
    Double now = field.now();
    Double change = field.change();
    Sparkline line = Sparkline.of(field.shares(), 0, 1);
    return new FillView(
        field.field(),
        now == null ? "" : Figures.percent(now),
        change == null ? "" : Figures.points(change),
        falling,
        line.line(),
        line.endX(),
        line.endY());
  }
}
