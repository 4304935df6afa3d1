package io.dateline.cli;

import io.dateline.batch.LaunchOptions;
import io.dateline.batch.OutputLock;
import io.dateline.batch.RunJournal;
import io.dateline.batch.RunService;
import io.dateline.batch.database.Database;
import io.dateline.batch.plan.DryRun;
import io.dateline.batch.run.IoReason;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunRequest;
import io.dateline.batch.run.RunSummary;
import io.dateline.batch.settings.SettingsLoader;
import io.dateline.cli.telemetry.Telemetry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * A run of a job in this process, from its lock to its exit code: what every command does that
 * starts one. Used once.
 */
final class RunLaunch {

  private final CommandLine command;
  private final @Nullable String databaseOption;
  private final LaunchOptions options;
  private final boolean dryRun;
  private final boolean json;

  /**
   * A run that is to be launched.
   *
   * @param command says where to print
   * @param databaseOption URL given on the command line, null if none was
   * @param dryRun whether it is only told what would be done
   * @param json whether the summary is printed as JSON
   */
  RunLaunch(
      CommandLine command,
      @Nullable String databaseOption,
      LaunchOptions options,
      boolean dryRun,
      boolean json) {
    this.command = command;
    this.databaseOption = databaseOption;
    this.options = options;
    this.dryRun = dryRun;
    this.json = json;
  }

  /** Runs, and returns the exit code of the process. */
  int launch(RunRequest request) {
    // Outermost, so that a signal waits until the database is closed as well, and the end is told.
    try (SignalStop signal =
        SignalStop.install(
            command.getErr(),
            dryRun
                ? "Stopped. Nothing was done."
                : "Stopped at a checkpoint. Run the same command again to resume.")) {
      if (dryRun) {
        return run(request, signal, telemetry(request));
      }
      return runAndTell(request, signal);
    }
  }

  private Telemetry telemetry(RunRequest request) {
    return new Telemetry(
        request.jobName(),
        request.settings(),
        JobFiles.home(),
        System.getenv(SettingsLoader.WEBHOOK_TOKEN_VARIABLE));
  }

  private int runAndTell(RunRequest request, SignalStop signal) {
    Telemetry telemetry = telemetry(request);
    Consumer<String> warn = command.getErr()::println;
    int code;
    try {
      code = run(request, signal, telemetry);
    } catch (RuntimeException | Error e) {
      RunFailure failure = DatelineApplication.describe(e);
      int failed = signal.code(ExitCode.of(failure.kind()).code());
      telemetry.end(failed, failure.getMessage(), signal::isRequested, warn);
      throw e;
    }
    telemetry.end(signal.code(code), null, signal::isRequested, warn);
    return code;
  }

  private int run(RunRequest request, SignalStop signal, Telemetry telemetry) {
    Database database =
        DatabaseChoice.of(
            databaseOption, request.settings().database(), request.output(), System.getenv());
    if (options.workers() != null && !database.isShared()) {
      throw new ParameterException(
          command,
          "--workers needs a database that several processes can open; name one on PostgreSQL with"
              + " --db, as docs/scaling.md shows");
    }
    // In any case: a server is looked at closely there, and refused if it will not do.
    boolean known = database.exists();
    if (dryRun && !known) {
      // Without a database there is no ledger; and a dry run creates none.
      return dryRunWithoutLedger(request);
    }
    Path locked = database.lockFolder(request.output(), request.jobName());
    // A server has no need of it to be looked at, and a dry run creates nothing.
    boolean alone = !dryRun || !database.isShared();
    if (alone) {
      createOutput(locked);
    }
    try (@Nullable OutputLock lock = alone ? OutputLock.take(locked) : null) {
      return run(request, database, signal, telemetry);
    } catch (IOException e) {
      throw JobContext.cannotWrite(locked, e);
    }
  }

  private static void createOutput(Path folder) {
    try {
      // Java 17 refuses a link to a folder that is there.
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new RunFailure(
          RunFailure.Kind.OUTPUT,
          "The output folder "
              + folder
              + " cannot be created: "
              + IoReason.ofCreating(e)
              + "; check the folder above it.",
          e);
    }
  }

  private int run(RunRequest request, Database database, SignalStop signal, Telemetry telemetry) {
    try (BatchSession session = BatchSession.open(database, request.output(), options)) {
      session.requireOutputOf(request.jobName(), request.fresh());
      if (dryRun) {
        signal.onSignal(session.dryRun()::stop);
        return print(session.dryRun().look(request));
      }
      RunService service = session.service();
      RunJournal journal = session.journal();
      signal.onSignal(service::stop);
      RunLog log = new RunLog();
      try (ConsoleListener listener = new ConsoleListener(command.getErr(), journal, log)) {
        try {
          int code = run(request, service, session, listener, telemetry);
          signal.completed();
          journal.end(signal.code(code), null);
          return code;
        } catch (RuntimeException | Error e) {
          RunFailure failure = DatelineApplication.describe(e);
          journal.end(signal.code(ExitCode.of(failure.kind()).code()), failure);
          throw e;
        } finally {
          telemetry.records(journal.records());
        }
      }
    }
  }

  private int run(
      RunRequest request,
      RunService service,
      BatchSession session,
      ConsoleListener listener,
      Telemetry telemetry) {
    List<RunSummary> summaries;
    try (ProgressDisplay display = ProgressDisplay.start(session.progress())) {
      summaries = service.run(request, listener);
    } finally {
      telemetry.completed(listener.completed());
    }
    print(summaries);
    // On standard error: cron sends no mail for what is printed elsewhere.
    for (RunSummary run : summaries) {
      GateText.warnings(run).forEach(command.getErr()::println);
    }
    boolean failed = summaries.stream().anyMatch(run -> !run.gates().isEmpty());
    return (failed ? ExitCode.DATA_ERROR : ExitCode.OK).code();
  }

  private int dryRunWithoutLedger(RunRequest request) {
    return print(DryRun.lookWithoutLedger(request));
  }

  private int print(DryRun.Report report) {
    SummaryText text = new SummaryText(out());
    if (json) {
      text.json(report);
    } else {
      text.print(report);
    }
    out().flush();
    return ExitCode.OK.code();
  }

  private void print(List<RunSummary> summaries) {
    SummaryText text = new SummaryText(out());
    if (json) {
      text.json(summaries);
    } else {
      text.print(summaries);
    }
    out().flush();
  }

  private PrintWriter out() {
    return command.getOut();
  }
}
