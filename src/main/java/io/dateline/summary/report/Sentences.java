package io.dateline.summary.report;

import io.dateline.summary.QualityDrop;
import io.dateline.summary.Summary;
import io.dateline.summary.report.ReportedRun.Kind;
import io.dateline.summary.report.Timeline.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the page says in sentences: what was counted, and of what. */
final class Sentences {

  private static final int NAMED = 3;

  /** Fewer documents take less time than the start of the program, which says nothing of them. */
  private static final int ENOUGH_FOR_A_RATE = 1_000;

  private Sentences() {}

  static String lead(RunReport report) {
    ReportedRun run = report.run();
    RunFigures figures = run.figures();
    return switch (run.kind()) {
      case BASELINE ->
          "This baseline holds a copy of the "
              + Figures.count(figures.articles(), "articles")
              + " that are current, with "
              + Figures.count(figures.quotes(), "quotes")
              + ".";
      case TRIAL -> made(run);
      case ORDINARY, SELECTION ->
          made(run) + " The archive now holds " + Figures.count(articles(report), "articles") + ".";
    };
  }

  private static String made(ReportedRun run) {
    RunFigures figures = run.figures();
    return "This run met "
        + Figures.count(figures.entries(), "entries")
        + " and made "
        + Figures.count(figures.articles(), "articles")
        + " of them, with "
        + Figures.count(figures.quotes(), "quotes")
        + "; it rejected "
        + Figures.number(figures.rejections())
        + ".";
  }

  /** Articles of the archive. */
  private static long articles(RunReport report) {
    return report.ranking(Summary.ARTICLES_BY_LANGUAGE).rows();
  }

  static String kind(ReportedRun run) {
    return switch (run.kind()) {
      case ORDINARY -> rescued(run);
      case SELECTION ->
          "It read a selection of the archive again. Of the same files "
              + Figures.count(run.kept(), "rows")
              + " of entries that were not selected stand here as they were."
              + rescued(run);
      case TRIAL ->
          "This was a trial or a rehearsal. Nothing of it is part of the archive, and all figures"
              + " below are of it alone."
              + rescued(run);
      case BASELINE ->
          "This is a baseline: a copy of all that is current, so that older folders can go. It read"
              + " no file; its figures are those of the archive.";
    };
  }

  private static String rescued(ReportedRun run) {
    return run.rescued() == 0
        ? ""
        : " Of its articles " + Figures.number(run.rescued()) + " had been rejected before.";
  }

  static String gate(String gate) {
    return switch (gate) {
      case "REMOVED_LIMIT" ->
          "More known files are gone than removed-limit allows, so none was removed. Is a disk"
              + " missing?";
      case QualityDrop.GATE -> "Fields are filled much less often than in the runs before.";
      default -> "";
    };
  }

  static String equation(RunFigures figures) {
    return Figures.count(figures.entries(), "entries")
        + " = "
        + Figures.count(figures.articles(), "articles")
        + " + "
        + Figures.count(figures.rejections(), "rejections")
        + " + "
        + Figures.number(figures.ignored())
        + " ignored";
  }

  static String each(long quotes, long articles) {
    return articles == 0
        ? ""
        : String.format(Locale.ROOT, "%.1f an article", (double) quotes / articles);
  }

  static String pace(ReportedRun run) {
    if (run.resumed() > 0) {
      // A rate over the time between two processes would say nothing.
      return "resumed " + Figures.count(run.resumed(), "times");
    }
    RunFigures figures = run.figures();
    long documents = figures.articles() + figures.rejections();
    return documents < ENOUGH_FOR_A_RATE || figures.seconds() <= 0 || run.kind() == Kind.BASELINE
        ? ""
        : Figures.number(Math.round(documents / figures.seconds())) + " documents a second";
  }

  static String noPast(Kind kind) {
    return switch (kind) {
      case ORDINARY -> "No earlier run of this job is there to compare with.";
      case SELECTION -> "A selection is not compared: it is no sample of what comes in.";
      case TRIAL -> "A trial or rehearsal is not compared: it reads what it was told to.";
      case BASELINE -> "A baseline is not compared: it reads no files.";
    };
  }

  static String rejected(RunReport report) {
    RunFigures figures = report.run().figures();
    return "Of "
        + Figures.count(figures.articles() + figures.rejections(), "documents")
        + ", "
        + Figures.number(figures.rejections())
        + " ("
        + Figures.share(figures.rejections(), figures.articles() + figures.rejections())
        + ") became no article.";
  }

  static String archive(RunReport report) {
    boolean trial = report.run().kind() == Kind.TRIAL;
    String articles = Figures.count(articles(report), "articles");
    String quotes = Figures.count(report.ranking(Summary.QUOTES_BY_SPEAKER).rows(), "quotes");
    return trial
        ? "From here on the figures are of the " + articles + " of this trial, with " + quotes + "."
        : "From here on the figures are of the whole archive once this run is part of it: "
            + articles
            + " with "
            + quotes
            + ", of this run and of those before it.";
  }

  static String older(long articles) {
    return articles == 0
        ? ""
        : Figures.count(articles, "articles")
            + (articles == 1 ? " comes" : " come")
            + " from older extraction rules; a run with --full reads the files again.";
  }

  static String more(long left) {
    return left <= 0 ? "" : "; " + Figures.number(left) + " earlier ones are in the CSV file";
  }

  static String timeLabel(Timeline timeline) {
    if (timeline.months().isEmpty()) {
      return "";
    }
    Point most =
        timeline.months().stream().max(Comparator.comparingLong(Point::articles)).orElseThrow();
    List<Point> months = timeline.months();
    return "Bar chart of articles over time, from "
        + months.get(0).label()
        + " to "
        + months.get(months.size() - 1).label()
        + ", most in "
        + most.label()
        + " with "
        + Figures.number(most.articles())
        + ". The tables below have the numbers; the field above looks up a day.";
  }

  static String timeNote(Timeline timeline) {
    List<String> parts = new ArrayList<>();
    if (timeline.withoutMonth() > 0) {
      parts.add(Figures.count(timeline.withoutMonth(), "articles") + " without a date.");
    }
    long monthAlone = timeline.withoutDay() - timeline.withoutMonth();
    if (monthAlone > 0) {
      parts.add(Figures.count(monthAlone, "articles") + " with a month and no day.");
    }
    parts.add("Drag the ends of the strip, or across it, to choose a stretch of time.");
    return String.join(" ", parts);
  }

  static String mapLabel(List<MapPlace> places) {
    return "Map of the world with a bubble for each of "
        + Figures.count(places.size(), "places")
        + ", largest at "
        + String.join(
            ", ",
            places.stream()
                .limit(NAMED)
                .map(p -> Figures.text(p.name()) + " with " + Figures.number(p.articles()))
                .toList())
        + ". The tables below have the numbers.";
  }

  static String mapNote(RunReport report) {
    Ranking places = report.ranking(Summary.ARTICLES_BY_PLACE);
    long shown = report.places().stream().mapToLong(MapPlace::articles).sum();
    return "Bubbles: the places of the datelines, by area. "
        + (shown == places.presentRows() ? "All " : Figures.number(shown) + " of the ")
        + Figures.count(places.presentRows(), "articles")
        + " that name one are shown. A name stands where the largest place of that name in its"
        + " country lies. Dots: where people live.";
  }

  static String fillLead(RunReport report) {
    FillHistory fill = report.fill();
    String share = "The share of the articles that a run read in which a field is not empty";
    if (fill.runs().size() < 2) {
      return share + "; with more runs a line for each field shows how that changes.";
    }
    return share + ", over the last " + fill.runs().size() + " runs. " + warning(report);
  }

  private static String warning(RunReport report) {
    if (report.drops().isEmpty()) {
      return "The run warns of none.";
    }
    Set<String> ofAll = new LinkedHashSet<>();
    Set<String> ofSome = new LinkedHashSet<>();
    report.drops().forEach(drop -> (drop.ofAll() ? ofAll : ofSome).add(drop.field()));
    List<String> parts = new ArrayList<>();
    if (!ofAll.isEmpty()) {
      parts.add(String.join(", ", ofAll));
    }
    if (!ofSome.isEmpty()) {
      parts.add("among the articles of single publishers " + String.join(", ", ofSome));
    }
    return "Filled so much less often than before that the run warns of it, as when a site changes"
        + " its pages: "
        + String.join("; ", parts)
        + ".";
  }

  static String fillLabel(FillHistory fill) {
    return (fill.runs().size() < 2 ? "Bar chart" : "Lines over the runs")
        + " of the share of articles in which each field is filled. The table below has the"
        + " numbers.";
  }

  static String fillCaption(FillHistory fill) {
    return fill.runs().size() < 2
        ? "Share of the articles that this run read in which each field is filled"
        : "Share of the articles that this run read in which each field is filled;"
            + " change in points against "
            + (fill.runs().size() == 2
                ? "the run before"
                : "the mean of the " + (fill.runs().size() - 1) + " runs before");
  }
}
