package io.dateline.summary.report;

import io.dateline.summary.FieldFill;
import io.dateline.summary.GroupKey;
import io.dateline.summary.QualityDrop;
import io.dateline.summary.Summary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reports to render: an invented one, one of an empty run, and one with a text in every place. */
public final class SampleReport {

  private SampleReport() {}

  /** A run of seven entries with two before it, a field of which falls. */
  public static RunReport ordinary() {
    return report(ReportedRun.Kind.ORDINARY, past(), List.of("Accra"));
  }

  /** The same, if the rule for warnings were not met. */
  public static RunReport withoutDrops() {
    RunReport report = ordinary();
    return new RunReport(
        report.run(),
        report.past(),
        report.rejected(),
        report.slowest(),
        report.timeline(),
        report.rankings(),
        report.places(),
        report.fill(),
        List.of(),
        report.days());
  }

  /** A run of this kind, without any before it. */
  public static RunReport of(ReportedRun.Kind kind) {
    return report(kind, List.of(), List.of("Accra"));
  }

  /** A report in which every text that strangers can write is one of these, and each is there. */
  public static RunReport hostile(List<String> texts) {
    return report(ReportedRun.Kind.ORDINARY, past(), texts);
  }

  /** A run that read nothing into an archive that holds nothing. */
  public static RunReport empty() {
    RunFigures none = new RunFigures("2016-09-06-0001", 0, 0, 0, 0, 0, 0, 0, 3);
    return new RunReport(
        run(ReportedRun.Kind.ORDINARY, none, Map.of()),
        List.of(),
        List.of(),
        List.of(),
        new TimelineCollector().timeline(),
        Map.of(),
        List.of(),
        FillHistory.EMPTY,
        List.of(),
        List.of());
  }

  private static List<RunFigures> past() {
    return List.of(
        new RunFigures("2016-09-05-0002", 3, 5, 4, 1, 0, 6, 1, 0),
        new RunFigures("2016-09-04-0001", 2, 2, 1, 0, 1, 1, 0, 0));
  }

  private static ReportedRun run(
      ReportedRun.Kind kind, RunFigures figures, Map<String, Long> ignored) {
    return new ReportedRun(
        "nightly",
        kind,
        "2016-09-06T01:00:00.5Z",
        "2016-09-06T01:00:04.25Z",
        "0.2.0",
        "2",
        0,
        false,
        6,
        figures,
        ignored,
        List.of(),
        0,
        0,
        0);
  }

  private static RunReport report(
      ReportedRun.Kind kind, List<RunFigures> past, List<String> texts) {
    RunFigures figures = new RunFigures("2016-09-06-0003", 3.75, 7, 4, 2, 1, 9, 2, 1);
    Map<Summary, Ranking> rankings = new EnumMap<>(Summary.class);
    for (Summary summary : Summary.values()) {
      rankings.put(summary, ranking(texts));
    }
    TimelineCollector time = new TimelineCollector();
    time.addDay("", 1, 1);
    time.addDay("2016-08-30", 1, 1);
    time.addDay("2016-09-05", 3, 2);
    time.addMonth("2016-08", 1, 1);
    time.addMonth("2016-09", 4, 3);
    Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
    shares.put(figures.name(), Map.of("byline", 0.4));
    past.forEach(run -> shares.put(run.name(), Map.of("byline", 0.9)));
    Map<String, Long> ignored = new LinkedHashMap<>();
    texts.forEach(text -> ignored.put(text, 1L));
    return new RunReport(
        run(kind, figures, ignored),
        past,
        List.of(
            new RejectedReason(
                "NOT_AN_ARTICLE",
                texts.size() + 1L,
                each(texts, text -> new RejectedReason.Example(text, text, text)))),
        each(texts, text -> new SlowDocument(1.25, 4096, text, text, "article")),
        time.timeline(),
        rankings,
        each(texts, text -> new MapPlace(text, text, 5.55, -180 + 25.0 * texts.indexOf(text), 4)),
        FillHistory.ofNewestFirst(shares),
        drops(texts),
        List.of(
            new DayDetail("2016-09-05", 3, counts(texts, 3), counts(texts, 2), counts(texts, 5))));
  }

  private static List<QualityDrop> drops(List<String> publishers) {
    List<QualityDrop> drops = new ArrayList<>();
    drops.add(new QualityDrop(FieldFill.ALL, "byline", 4, 40, 90, 100));
    publishers.forEach(name -> drops.add(new QualityDrop(name, "authors", 4, 40, 90, 100)));
    return drops;
  }

  private static <T> List<T> each(List<String> texts, Function<String, T> made) {
    return texts.stream().map(made).toList();
  }

  private static List<DayDetail.Count> counts(List<String> texts, long number) {
    return each(texts, text -> new DayDetail.Count(text, number));
  }

  private static Ranking ranking(List<String> texts) {
    return new Ranking(
        each(texts, text -> new Ranking.Group(new GroupKey(text, text), 4, 3)), 2, 1, 0);
  }
}
