package io.dateline.cli;

import io.dateline.batch.plan.DryRun;
import io.dateline.batch.report.RunReportFile;
import io.dateline.batch.run.RunSummary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a run did, for a person or a program. */
final class SummaryText {

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private static final double BYTES_PER_MB = 1e6;

  private final PrintWriter out;

  SummaryText(PrintWriter out) {
    this.out = out;
  }

  /**
   * One JSON object: the last run's summary; if another was resumed before it, that one's as the
   * member {@code resumed_run}.
   */
  void json(List<RunSummary> summaries) {
    if (summaries.isEmpty()) {
      out.println("{}");
      return;
    }
    ObjectNode last = JSON.valueToTree(summaries.get(summaries.size() - 1));
    if (summaries.size() > 1) {
      last.set("resumed_run", JSON.valueToTree(summaries.get(0)));
    }
    out.println(JSON.writeValueAsString(last));
  }

  void json(DryRun.Report report) {
    out.println(JSON.writeValueAsString(report));
  }

  void print(DryRun.Report report) {
    if (report.unfinishedRun() != null) {
      line("The unfinished run %s would be resumed first.", report.unfinishedRun());
    }
    count("to be read", report.files());
    if (report.documents() != null) {
      line("%-12s %,10d of their entries", "selected", report.documents());
    }
    line("%-12s %,10.1f MB", "size", report.bytes() / BYTES_PER_MB);
    if (report.seconds() != null) {
      line("%-12s %,10d s by the rates of past runs", "time", report.seconds());
    }
    if (report.documents() == null) {
      count("unchanged", report.unchanged());
      countIfAny("gone", report.gone());
    } else {
      countIfAny("not there", report.gone());
    }
    report.remarks().forEach(remark -> line("%s", remark));
    report.ignored().forEach((kind, count) -> line("%-12s %,10d %s", "ignored", count, kind));
    line("Nothing was done.");
  }

  /** What the runs did: a resumed one, if there was one, and the one that was asked for. */
  void print(List<RunSummary> runs) {
    for (int i = 0; i < runs.size(); i++) {
      print(runs.get(i), i > 0);
    }
  }

  private void print(RunSummary run, boolean afterAnother) {
    String folder = run.folder();
    if (folder == null) {
      if (afterAnother && run.unchanged() > 0) {
        // "Nothing was published" would deny the folder in the line above.
        line("Since that run nothing is new: %,d files are known and unchanged.", run.unchanged());
      } else if (run.select() != null) {
        line("The archive has nothing that is selected. Nothing was published.");
      } else if (run.unchanged() == 0 && run.ignored() > 0) {
        line(
            "No file of the input was to be read, %,d were left out %s. Nothing was published.",
            run.ignored(), run.ignoredByKind());
      } else if (run.unchanged() == 0) {
        line("The input holds no files. Nothing was published.");
        run.input().forEach(root -> line("  %s", root.folder()));
      } else {
        line(
            "Nothing new: %,d files are known and unchanged. Nothing was published.",
            run.unchanged());
      }
      printLedger(run);
      return;
    }
    line("%-12s %,10d", "entries", run.entries());
    line("%-12s %,10d", "articles", run.articles());
    line("%-12s %,10d", "rejections", run.rejections());
    run.rejectionsByReason().forEach((reason, count) -> line("  %-20s %,10d", reason, count));
    line("%-12s %,10d", "ignored", run.ignored());
    line("%-12s %,10d", "quotes", run.quotes());
    if (run.kept() > 0) {
      line("%-12s %,10d rows of entries that were not selected", "kept", run.kept());
    }
    countIfAny("rescued", run.rescued());
    countIfAny("unchanged", run.unchanged());
    countIfAny("removed", run.removed());
    if (run.select() != null && run.gone() > 0) {
      line("%-12s %,10d selected files; what is known of them stays", "not there", run.gone());
    }
    if (run.resumed() == 0) {
      line(
          "%.1f s, %,.0f documents/s",
          run.seconds(),
          run.seconds() > 0 ? (run.articles() + run.rejections() - run.kept()) / run.seconds() : 0);
    } else {
      // A rate over the time between two processes would say nothing.
      line(
          "%.1f s from first start to end, resumed %d time%s",
          run.seconds(), run.resumed(), run.resumed() == 1 ? "" : "s");
    }
    if (run.keepOld()) {
      line("A rehearsal; the archive is as it was.");
    } else if (run.limit() > 0) {
      line("A trial of %,d entries; the archive is as it was.", run.articles() + run.rejections());
    }
    printLedger(run);
    line("%-12s %s", "report", Path.of(folder).resolve(RunReportFile.FILE_NAME));
    line("%s", folder);
  }

  private void printLedger(RunSummary run) {
    if (run.articlesOfOlderExtractors() > 0) {
      line(
          "%,d articles come from older extraction rules; `--full` reads them again.",
          run.articlesOfOlderExtractors());
    }
    GateText.drops(run).forEach(drop -> line("%s", drop));
    if (!run.gates().isEmpty()) {
      line("%-12s %s", "gates failed", String.join(", ", run.gates()));
    }
  }

  private void count(String label, long number) {
    line("%-12s %,10d", label, number);
  }

  private void countIfAny(String label, long number) {
    if (number > 0) {
      count(label, number);
    }
  }

  private void line(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
