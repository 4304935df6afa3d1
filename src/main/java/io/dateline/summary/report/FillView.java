package io.dateline.summary.report;

import io.dateline.summary.report.FillHistory.FieldFill;
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

  /** Share, from 0 to 1, by which a field must have fallen to be pointed out. */
  static final double FALL = 0.1;

  static List<FillView> of(FillHistory history) {
    return history.fields().stream().map(FillView::of).toList();
  }

  static boolean isFalling(FieldFill field) {
    Double change = field.change();
    return change != null && change <= -FALL;
  }

  private static FillView of(FieldFill field) {
    Double now = field.now();
    Double change = field.change();
    Sparkline line = Sparkline.of(field.shares(), 0, 1);
    return new FillView(
        field.field(),
        now == null ? "" : Figures.percent(now),
        change == null ? "" : Figures.points(change),
        isFalling(field),
        line.line(),
        line.endX(),
        line.endY());
  }
}
