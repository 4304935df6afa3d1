package io.dateline.summary.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** This run beside the runs before it. */
record PastView(List<Column> columns, List<Row> rows) {

  /** A column with the line of its values over the runs. */
  record Column(String label, String line, String endX, String endY) {}

  record Row(String name, boolean current, List<String> cells) {}

  private record Figure(String label, ToDoubleFunction<RunFigures> value, boolean time) {}

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("Entries", RunFigures::entries, false),
          new Figure("Articles", RunFigures::articles, false),
          new Figure("Rejections", RunFigures::rejections, false),
          new Figure("Ignored", RunFigures::ignored, false),
          new Figure("Quotes", RunFigures::quotes, false),
          new Figure("Unchanged", RunFigures::unchanged, false),
          new Figure("Removed", RunFigures::removed, false),
          new Figure("Duration", RunFigures::seconds, true));

  /**
   * Rows from the newest run to the oldest.
   *
   * @param past newest first
   */
  static PastView of(RunFigures run, List<RunFigures> past) {
    List<RunFigures> newestFirst = new ArrayList<>(past);
    newestFirst.add(0, run);
    List<RunFigures> oldestFirst = new ArrayList<>(newestFirst);
    Collections.reverse(oldestFirst);
    List<Column> columns = new ArrayList<>();
    for (Figure figure : FIGURES) {
      Sparkline line =
          Sparkline.fitted(oldestFirst.stream().map(r -> figure.value().applyAsDouble(r)).toList());
      columns.add(new Column(figure.label(), line.line(), line.endX(), line.endY()));
    }
    List<Row> rows = new ArrayList<>();
    for (RunFigures each : newestFirst) {
      rows.add(new Row(each.name(), rows.isEmpty(), cells(each)));
    }
    return new PastView(columns, rows);
  }

  private static List<String> cells(RunFigures run) {
    return FIGURES.stream()
        .map(
            figure -> {
              double value = figure.value().applyAsDouble(run);
              return figure.time() ? Figures.duration(value) : Figures.number(Math.round(value));
            })
        .toList();
  }
}
