package io.dateline.summary.report;

import io.dateline.summary.Summary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A reason with its examples, as the template shows it. */
record RejectedView(
    String code, String count, String meaning, List<Example> examples, String more) {

  private static final int MAX_MESSAGE = 240;

  record Example(String path, String entry, String message) {}

  /** A row of the table: of the run, and of the archive. */
  record Row(String code, String run, String share, String archive) {}

  static List<RejectedView> of(List<RejectedReason> rejected) {
    return rejected.stream().map(RejectedView::of).toList();
  }

  private static RejectedView of(RejectedReason reason) {
    long more = reason.rejections() - reason.examples().size();
    return new RejectedView(
        reason.reason(),
        Figures.count(reason.rejections(), "entries"),
        ReasonMeanings.of(reason.reason()),
        reason.examples().stream()
            .map(
                e ->
                    new Example(
                        Figures.path(e.sourcePath()),
                        Figures.path(e.entryName()),
                        Figures.cut(e.message(), MAX_MESSAGE)))
            .toList(),
        more > 0 && !reason.examples().isEmpty() ? "and " + Figures.number(more) + " more" : "");
  }

  static List<Row> rows(RunReport report) {
    Map<String, Long> ofRun =
        report.rejected().stream()
            .collect(Collectors.toMap(RejectedReason::reason, RejectedReason::rejections));
    Map<String, Long> ofArchive =
        report.ranking(Summary.REJECTIONS_BY_REASON).groups().stream()
            .collect(Collectors.toMap(g -> String.valueOf(g.key().first()), Ranking.Group::rows));
    Set<String> codes = new LinkedHashSet<>();
    report.rejected().forEach(reason -> codes.add(reason.reason()));
    report
        .ranking(Summary.REJECTIONS_BY_REASON)
        .groups()
        .forEach(g -> codes.add(String.valueOf(g.key().first())));
    List<Row> rows = new ArrayList<>();
    for (String code : codes) {
      long run = ofRun.getOrDefault(code, 0L);
      rows.add(
          new Row(
              code,
              Figures.number(run),
              Figures.share(run, report.run().figures().rejections()),
              Figures.number(ofArchive.getOrDefault(code, 0L))));
    }
    return rows;
  }
}
