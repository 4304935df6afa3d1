package io.dateline.summary.report;

import io.dateline.summary.Summary;
import io.dateline.summary.report.ReportedRun.Kind;
import io.dateline.summary.report.Timeline.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything that the template names, in words and figures. */
final class PageView {

  /** Rows of the table of days, the newest. */
  private static final int MAX_DAY_ROWS = 400;

  /** Rows of the table of months: fifty years. */
  private static final int MAX_MONTH_ROWS = 600;

  private record Link(String id, String title) {}

  private record Gate(String name, String meaning) {}

  /** Drops that the page names; the table of fields and run.json have the rest. */
  private static final int MAX_DROPS = 20;

  private record Drop(String field, String publisher, String shares) {}

  private record Figure(String label, String value, String note, String sum) {}

  private record Row(String label, String value) {}

  private record TimeRow(String label, String articles, String texts) {}

  private record SlowRow(String path, String entry, String seconds, String bytes, String outcome) {}

  private record FileRow(String href, String meaning) {}

  private PageView() {}

  static Map<String, Object> of(RunReport report, Map<Summary, RankingView> rankings) {
    Map<String, Object> view = new HashMap<>();
    head(view, report);
    run(view, report);
    rejected(view, report);
    archive(view, report);
    time(view, report.timeline());
    rankings.values().forEach(ranking -> view.put(ranking.id(), ranking));
    map(view, report);
    fill(view, report);
    view.put("files", files(report.run().kind()));
    return view;
  }

  private static void head(Map<String, Object> view, RunReport report) {
    ReportedRun run = report.run();
    RunFigures figures = run.figures();
    view.put("title", run.job() + " " + figures.name() + " · Dateline report");
    view.put("job", run.job());
    view.put("run", figures.name());
    view.put(
        "kindName",
        switch (run.kind()) {
          case ORDINARY -> "report of a run";
          case SELECTION -> "report of a run that read a selection again";
          case TRIAL -> "report of a trial";
          case BASELINE -> "report of a baseline";
        });
    view.put("lead", Sentences.lead(report));
    view.put("kindNote", Sentences.kind(run));
    view.put(
        "gates", run.gates().stream().map(gate -> new Gate(gate, Sentences.gate(gate))).toList());
    view.put(
        "contents",
        List.of(
            new Link("this-run", "What this run did"),
            new Link("rejected", "Thrown away"),
            new Link("slowest", "Slowest"),
            new Link("time", "Over time"),
            new Link("map", "Where"),
            new Link("provider", "By whom"),
            new Link("quoted", "Quoted"),
            new Link("fields", "Fields"),
            new Link("files", "Files")));
    view.put("programVersion", run.programVersion());
    view.put("extractorVersion", run.extractorVersion());
    view.put("started", Figures.time(run.startedAt()));
    view.put("finished", Figures.time(run.finishedAt()));
  }

  private static void run(Map<String, Object> view, RunReport report) {
    ReportedRun run = report.run();
    RunFigures figures = run.figures();
    view.put("figures", figures(run));
    view.put("equation", Sentences.equation(figures));
    view.put("hasIgnored", !run.ignoredByKind().isEmpty());
    view.put(
        "ignored",
        run.ignoredByKind().entrySet().stream()
            .map(e -> new Row(Figures.text(e.getKey()), Figures.number(e.getValue())))
            .toList());
    PastView past = PastView.of(figures, report.past());
    view.put("hasPast", !report.past().isEmpty());
    view.put("pastCount", Figures.number(report.past().size()));
    view.put("pastColumns", past.columns());
    view.put("pastRows", past.rows());
    view.put("noPast", Sentences.noPast(run.kind()));
    view.put(
        "historyLabel",
        "Stacked bars of the entries of this run and the "
            + report.past().size()
            + " before it, as articles, rejections and ignored. The table below has the numbers.");
    view.put("hasSlowest", !report.slowest().isEmpty());
    view.put("slowest", report.slowest().stream().map(PageView::slow).toList());
  }

  private static List<Figure> figures(ReportedRun run) {
    RunFigures figures = run.figures();
    List<Figure> list = new ArrayList<>();
    list.add(new Figure("Entries met", Figures.number(figures.entries()), "", ""));
    list.add(
        new Figure(
            "Articles",
            Figures.number(figures.articles()),
            Figures.share(figures.articles(), figures.entries()),
            "main"));
    list.add(
        new Figure(
            "Rejections",
            Figures.number(figures.rejections()),
            Figures.share(figures.rejections(), figures.entries()),
            "thrown"));
    list.add(
        new Figure(
            "Ignored",
            Figures.number(figures.ignored()),
            Figures.share(figures.ignored(), figures.entries()),
            ""));
    list.add(
        new Figure(
            "Quotes",
            Figures.number(figures.quotes()),
            Sentences.each(figures.quotes(), figures.articles()),
            ""));
    list.add(
        new Figure(
            "Files read",
            Figures.number(run.filesRead()),
            Figures.number(figures.unchanged())
                + " unchanged, "
                + Figures.number(figures.removed())
                + " removed",
            ""));
    list.add(new Figure("Duration", Figures.duration(figures.seconds()), Sentences.pace(run), ""));
    return list;
  }

  private static SlowRow slow(SlowDocument document) {
    return new SlowRow(
        Figures.path(document.sourcePath()),
        Figures.path(document.entryName()),
        String.format(Locale.ROOT, "%.3f", document.seconds()),
        Figures.number(document.bytes()),
        document.outcome());
  }

  private static void rejected(Map<String, Object> view, RunReport report) {
    view.put("hasRejected", !report.rejected().isEmpty());
    view.put("rejected", RejectedView.of(report.rejected()));
    view.put("rejectedRows", RejectedView.rows(report));
    view.put("rejectedLead", Sentences.rejected(report));
    view.put(
        "rejectedLabel",
        "Bar chart of rejections by reason. The list and the table below have the numbers.");
  }

  private static void archive(Map<String, Object> view, RunReport report) {
    boolean trial = report.run().kind() == Kind.TRIAL;
    view.put("archiveTitle", trial ? "The articles of the trial" : "The archive as it stands");
    view.put("archiveScope", trial ? "this trial alone" : "whole archive");
    view.put("archiveLead", Sentences.archive(report));
    view.put("olderNote", Sentences.older(report.run().olderArticles()));
  }

  private static void time(Map<String, Object> view, Timeline timeline) {
    view.put("hasTime", !timeline.months().isEmpty());
    view.put("timeLabel", Sentences.timeLabel(timeline));
    view.put("timeNote", Sentences.timeNote(timeline));
    view.put("months", newest(timeline.months(), MAX_MONTH_ROWS));
    view.put("monthsMore", Sentences.more(timeline.months().size() - MAX_MONTH_ROWS));
    view.put("days", newest(timeline.days(), MAX_DAY_ROWS));
    view.put(
        "daysMore", Sentences.more(timeline.days().size() + timeline.earlierDays() - MAX_DAY_ROWS));
  }

  private static List<TimeRow> newest(List<Point> points, int most) {
    List<Point> newest =
        new ArrayList<>(points.subList(Math.max(0, points.size() - most), points.size()));
    Collections.reverse(newest);
    return newest.stream()
        .map(p -> new TimeRow(p.label(), Figures.number(p.articles()), Figures.number(p.texts())))
        .toList();
  }

  private static void map(Map<String, Object> view, RunReport report) {
    view.put("hasMap", !report.places().isEmpty());
    view.put("mapLabel", Sentences.mapLabel(report.places()));
    view.put("mapNote", Sentences.mapNote(report));
  }

  private static void fill(Map<String, Object> view, RunReport report) {
    FillHistory fill = report.fill();
    view.put("hasFill", !fill.fields().isEmpty());
    view.put("fill", FillView.of(report));
    view.put("fillLead", Sentences.fillLead(report));
    view.put("fillLabel", Sentences.fillLabel(fill));
    view.put("fillCaption", Sentences.fillCaption(fill));
    view.put("hasDrops", !report.drops().isEmpty());
    view.put(
        "drops",
        report.drops().stream()
            .limit(MAX_DROPS)
            .map(d -> new Drop(d.field(), Figures.text(d.owner()), d.counts()))
            .toList());
    int more = report.drops().size() - MAX_DROPS;
    view.put("dropsMore", more <= 0 ? "" : Figures.number(more) + " more in run.json.");
  }

  private static List<FileRow> files(Kind kind) {
    String of = kind == Kind.TRIAL ? ", of this trial" : ", of the whole archive";
    List<FileRow> files = new ArrayList<>();
    files.add(new FileRow("articles.csv", "the articles of this run, one row each"));
    files.add(new FileRow("quotes.csv", "their quotes, with speakers"));
    files.add(new FileRow("rejections.csv", "what was thrown away, with the reason"));
    for (Summary summary : Summary.values()) {
      files.add(
          new FileRow(
              "summary/" + summary.label() + ".csv", summary.label().replace('_', ' ') + of));
    }
    files.add(new FileRow("datapackage.json", "what the columns of these files mean"));
    files.add(new FileRow("run.json", "the figures of this run, for programs"));
    return files;
  }
}
