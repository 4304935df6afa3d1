package io.dateline.batch.report;

import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunSummary;
import io.dateline.summary.report.DayDetail;
import io.dateline.summary.report.FillHistory;
import io.dateline.summary.report.ReportPage;
import io.dateline.summary.report.ReportedRun;
import io.dateline.summary.report.ReportedRun.Kind;
import io.dateline.summary.report.RunFigures;
import io.dateline.summary.report.RunReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code report.html} of a run. */
public final class RunReportFile {

  /** Name of the file. */
  public static final String FILE_NAME = "report.html";

  /** Stands in the place of a report that could not be made. */
  public static final String MISSING =
      "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>No report</title>"
          + "<p>The report of this run could not be made. Its tables are whole; the run's log says"
          + " why.</p></html>\n";

  private RunReportFile() {}

  /**
   * The report of a run whose tables and summaries stand in staging.
   *
   * @param summary what goes into its run.json
   * @param days the days of its articles, newest first
   * @param rolledBack numbers of the job's runs that were taken back
   */
  public static String of(
      Run run, RunSummary summary, Kind kind, List<DayDetail> days, Set<Long> rolledBack)
      throws IOException {
    Path staging = run.folders().staging();
    CsvRows csv = new CsvRows(run.frozen().settings().csv().formulaGuard());
    ArchiveFigures archive = new ArchiveFigures(staging.resolve("summary"), csv);
    List<RunFigures> past = List.of();
    Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
    if (!summary.filled().isEmpty() && summary.articles() > 0) {
      shares.put(run.folders().name(), FillHistory.shares(summary.filled(), summary.articles()));
    }
    if (kind == Kind.ORDINARY) {
      PastRuns runs = new PastRuns(run, rolledBack);
      past = runs.figures();
      shares.putAll(runs.shares());
    }
    return ReportPage.of(
        new RunReport(
            reported(run, summary, kind),
            past,
            RejectionExamples.of(staging, summary.rejectionsByReason(), csv),
            SlowestDocuments.in(run.folders().work()),
            archive.timeline(),
            archive.rankings(),
            archive.places(),
            FillHistory.ofNewestFirst(shares),
            summary.quality(),
            days));
  }

  private static ReportedRun reported(Run run, RunSummary summary, Kind kind) {
    return new ReportedRun(
        summary.job(),
        kind,
        summary.startedAt(),
        summary.finishedAt(),
        summary.programVersion(),
        summary.extractorVersion(),
        summary.resumed(),
        summary.full(),
        kind == Kind.BASELINE ? 0 : RunSummary.planned(run).files(),
        new RunFigures(
            run.folders().name(),
            summary.seconds(),
            summary.entries(),
            summary.articles(),
            summary.rejections(),
            summary.ignored(),
            summary.quotes(),
            summary.unchanged(),
            summary.removed()),
        summary.ignoredByKind(),
        summary.gates(),
        summary.kept(),
        summary.rescued(),
        summary.articlesOfOlderExtractors());
  }
}
