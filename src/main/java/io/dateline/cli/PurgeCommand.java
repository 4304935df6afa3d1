package io.dateline.cli;

import io.dateline.batch.LaunchOptions;
import io.dateline.batch.OutputLock;
import io.dateline.batch.database.Database;
import io.dateline.batch.purge.Age;
import io.dateline.batch.purge.ArchivePurge;
import io.dateline.batch.purge.PurgeReport;
import io.dateline.batch.purge.PurgeRequest;
import io.dateline.batch.settings.JobSettings;
import io.dateline.batch.settings.SettingsLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dateline purge}: deletes what old runs left and nobody needs. */
@Command(
    name = "purge",
    description = {
      "Deletes what old runs of a job left and nobody needs: the metadata of their",
      "executions, rows that are current no more, and folders into which no current row",
      "points. The archive is the same before and after; says what is kept and why."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  dateline purge --older-than 90d --dry-run",
      "      what would go",
      "  dateline purge --older-than 12w --compact",
      "      first a copy of all that is current, so that more can go"
    },
    sortOptions = false)
final class PurgeCommand implements Callable<Integer> {

  private static final double BYTES_PER_MB = 1e6;

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job;

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      required = true,
      description = "Runs that ended longer ago than this are old: 90d (days) or 12w (weeks).")
  private String olderThan;

  @Option(
      names = "--compact",
      description = {
        "First write a baseline: a run that reads nothing and holds all current rows, so that",
        "the folders of older runs are needed no more. `latest` stays where it is."
      })
  private boolean compact;

  @Option(names = "--dry-run", description = "Say what would go, and delete nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print the report as one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    JobContext.checkPlatform();
    Duration age = age();
    Path jobFile = job.jobFile();
    JobSettings settings = new SettingsLoader(System.getenv()).load(jobFile);
    PurgeRequest request =
        new PurgeRequest(
            JobFiles.archive(jobFile),
            JobContext.output(job.output(), settings, spec.commandLine()),
            Instant.now().minus(age),
            dryRun,
            compact,
            settings);
    Database database =
        DatabaseChoice.of(job.database(), settings.database(), request.output(), System.getenv());
    Path locked = database.lockFolder(request.output(), request.jobName());
    if (!database.exists() || !Files.isDirectory(locked)) {
      // Without this check an empty database would be made there.
      throw ArchivePurge.noRuns(request.jobName(), request.output());
    }
    // Outermost, so that a signal waits until the database is closed as well.
    try (SignalStop signal =
            SignalStop.install(
                spec.commandLine().getErr(), "Stopped. Nothing is lost; purge again to go on.");
        OutputLock lock = OutputLock.take(locked, "purge")) {
      PurgeReport report = purge(database, request, signal);
      signal.completed();
      print(report);
      return ExitCode.OK.code();
    } catch (IOException e) {
      throw JobContext.cannotWrite(locked, e);
    }
  }

  private Duration age() {
    try {
      return Age.parse(olderThan);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private PurgeReport purge(Database database, PurgeRequest request, SignalStop signal) {
    try (BatchSession session =
        BatchSession.open(
            database, request.output(), new LaunchOptions(1, request.settings().chunkSize()))) {
      session.requireOutputOf(request.jobName(), false);
      ArchivePurge purge = session.purge();
      signal.onSignal(purge::stop);
      return purge.run(request, entry -> line(entry.line()));
    }
  }

  private void print(PurgeReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(report.toJson());
    } else {
      if (compact) {
        line(baseline(report));
      }
      count("executions", report.executions());
      count("past articles", report.pastArticles());
      if (report.movedArticles() > 0) {
        count("moved articles", report.movedArticles());
      }
      count("runs forgotten", report.runs());
      line(
          String.format(
              Locale.ROOT, "%-16s %,12.1f MB of folders", "freed", report.bytes() / BYTES_PER_MB));
      if (report.dryRun()) {
        line("Nothing was deleted: this was a dry run.");
      }
    }
    out.flush();
  }

  private static String baseline(PurgeReport report) {
    if (!report.compacted()) {
      return "No baseline: fewer than two old runs hold current articles.";
    }
    return report.baseline() == null
        ? "A baseline would be written first."
        : report.baseline() + " is the baseline that now holds all that is current.";
  }

  private void count(String what, long number) {
    line(String.format(Locale.ROOT, "%-16s %,12d", what, number));
  }

  private void line(String text) {
    if (!json) {
      spec.commandLine().getOut().println(text);
    }
  }
}
