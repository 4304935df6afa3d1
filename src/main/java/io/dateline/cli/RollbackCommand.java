package io.dateline.cli;

import io.dateline.batch.LaunchOptions;
import io.dateline.batch.OutputLock;
import io.dateline.batch.database.Database;
import io.dateline.batch.rollback.RollbackRefusedException;
import io.dateline.batch.rollback.RollbackReport;
import io.dateline.batch.rollback.RollbackRequest;
import io.dateline.batch.rollback.RunReference;
import io.dateline.batch.rollback.RunRollback;
import io.dateline.batch.settings.JobSettings;
import io.dateline.batch.settings.SettingsLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline rollback}: what was current before a run is current again. */
@Command(
    name = "rollback",
    description = {
      "Takes a published run back: what was current before it is current again, and",
      "`latest` points to the newest run that is left. Its folder stays as it is; the",
      "next `run` reads again what was new in it."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  dateline rollback latest --dry-run",
      "      what would happen to the newest run",
      "  dateline rollback 42 --with-later",
      "      run 42, and all that were published after it"
    },
    sortOptions = false)
final class RollbackCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "RUN",
      description = "Number of the run, name of its folder, or `latest`: the newest one.")
  private String run;

  @Mixin private JobOptions job;

  @Option(
      names = "--with-later",
      description = "Take the runs that were published after it back as well.")
  private boolean withLater;

  @Option(names = "--dry-run", description = "Say what would be taken back, and change nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print the report as one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    JobContext.checkPlatform();
    RunReference reference = reference();
    Path jobFile = job.jobFile();
    JobSettings settings = new SettingsLoader(System.getenv()).load(jobFile);
    RollbackRequest request =
        new RollbackRequest(
            JobFiles.archive(jobFile),
            JobContext.output(job.output(), settings, spec.commandLine()),
            reference,
            withLater,
            dryRun);
    Database database =
        DatabaseChoice.of(job.database(), settings.database(), request.output(), System.getenv());
    Path locked = database.lockFolder(request.output(), request.jobName());
    if (!database.exists() || !Files.isDirectory(locked)) {
      // Without this check an empty database would be made there.
      throw RunRollback.noRuns(request.jobName(), request.output());
    }
    // Outermost, so that a signal waits until the database is closed as well.
    try (SignalStop signal =
            SignalStop.install(spec.commandLine().getErr(), "Stopped. Nothing was rolled back.");
        OutputLock lock = OutputLock.take(locked, "rollback")) {
      RollbackReport report =
          rollback(database, request, new LaunchOptions(1, settings.chunkSize()), signal);
      signal.completed();
      print(report);
      return ExitCode.OK.code();
    } catch (IOException e) {
      throw JobContext.cannotWrite(locked, e);
    } catch (RollbackRefusedException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private RunReference reference() {
    try {
      return RunReference.parse(run);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static RollbackReport rollback(
      Database database, RollbackRequest request, LaunchOptions options, SignalStop signal)
      throws RollbackRefusedException {
    try (BatchSession session = BatchSession.open(database, request.output(), options)) {
      session.requireOutputOf(request.jobName(), false);
      RunRollback rollback = session.rollback();
      signal.onSignal(rollback::stop);
      return rollback.run(request);
    }
  }

  private void print(RollbackReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(report.toJson());
    } else {
      String would = report.dryRun() ? "would be " : "";
      for (String finished : report.finished()) {
        line(out, "%s %srolled back, which had been cut off", finished, would);
      }
      for (RollbackReport.Entry entry : report.runs()) {
        line(
            out,
            "%s %srolled back: %s, %s",
            entry.run(),
            would,
            count(entry.articles(), "article"),
            count(entry.rejections(), "rejection"));
      }
      if (!report.runs().isEmpty()) {
        line(
            out,
            "%s of earlier runs %s current again",
            count(report.filesAgain(), "file"),
            report.dryRun() ? "would be" : report.filesAgain() == 1 ? "is" : "are");
      }
      line(
          out,
          "%s",
          report.latest() == null
              ? "`latest` " + (report.dryRun() ? "would go" : "is gone") + ": no run is left"
              : "`latest` "
                  + (report.dryRun() ? "would point to " : "points to ")
                  + report.latest());
      if (report.note() != null) {
        line(out, "%s", report.note());
      }
      if (report.dryRun()) {
        line(out, "Nothing was changed: this was a dry run.");
      }
    }
    out.flush();
  }

  private static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  private static void line(PrintWriter out, String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
  }
}
