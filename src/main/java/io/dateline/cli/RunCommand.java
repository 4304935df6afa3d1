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
import io.dateline.batch.settings.JobSettings;
import io.dateline.batch.settings.SettingsLoader;
import io.dateline.cli.telemetry.Telemetry;
import io.dateline.source.InputRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dateline run}: the main job. */
@Command(
    name = "run",
    description = {
      "Reads article files and publishes CSV files and database rows.",
      "An unfinished run of the job is resumed and published first."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  dateline run --input courier=/archive/courier --output /data/dateline",
      "      what is new in a folder, as the collection `courier`",
      "  dateline run --dry-run",
      "      how much that would be, and how long it would take",
      "  dateline run --limit 100",
      "      a trial of 100 files, which changes nothing",
      "  dateline run jobs/evaluate.yml --full",
      "      all files again, by another job file"
    },
    sortOptions = false)
final class RunCommand implements Callable<Integer> {

  private static final int MAX_THREADS = 256;

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job;

  @Option(
      names = "--input",
      paramLabel = "[NAME=]PATH",
      description = "Input folder, instead of those of the job file; may be repeated.")
  private @Nullable List<String> input;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Partitions at a time (default: number of processors).")
  private @Nullable Integer threads;

  @Option(names = "--full", description = "Read files again that are known and unchanged.")
  private boolean full;

  @Option(
      names = "--verify-hashes",
      description = "Tell known files unchanged by their bytes, not by size and time.")
  private boolean verifyHashes;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Date of the run (default: today in UTC).")
  private @Nullable String date;

  @Option(names = "--fresh", description = "Give up an unfinished run instead of resuming it.")
  private boolean fresh;

  @Option(names = "--resume-only", description = "Resume an unfinished run and start no new one.")
  private boolean resumeOnly;

  @Option(
      names = "--dry-run",
      description = "Say what would be read and how long it would take, and do nothing.")
  private boolean dryRun;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = {
        "Try the first N files that would be read: published under a name",
        "of its own, and never part of the archive."
      })
  private @Nullable Long limit;

  @Option(names = "--json", description = "Print the summary as one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    JobContext.checkPlatform();
    if (fresh && resumeOnly) {
      throw new ParameterException(
          spec.commandLine(), "--fresh and --resume-only exclude each other");
    }
    if (limit != null && limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be 1 or more");
    }
    if (resumeOnly && limit != null) {
      throw new ParameterException(spec.commandLine(), "--resume-only starts no trial: --limit");
    }
    if (dryRun && (fresh || resumeOnly)) {
      throw new ParameterException(
          spec.commandLine(), "--dry-run changes nothing, so neither --fresh nor --resume-only");
    }
    Path jobFile = job.jobFile();
    JobSettings settings = new SettingsLoader(System.getenv()).load(jobFile);
    RunRequest request = request(JobFiles.name(jobFile), settings);
    LaunchOptions options = new LaunchOptions(threads(settings), settings.chunkSize());
    // Outermost, so that a signal waits until the database is closed as well, and the end is told.
    try (SignalStop signal =
        SignalStop.install(
            spec.commandLine().getErr(),
            dryRun
                ? "Stopped. Nothing was done."
                : "Stopped at a checkpoint. Run the same command again to resume.")) {
      if (dryRun) {
        return run(request, options, signal, telemetry(request));
      }
      return runAndTell(request, options, signal);
    }
  }

  private Telemetry telemetry(RunRequest request) {
    return new Telemetry(
        request.jobName(),
        request.settings(),
        JobFiles.home(),
        System.getenv(SettingsLoader.WEBHOOK_TOKEN_VARIABLE));
  }

  private int runAndTell(RunRequest request, LaunchOptions options, SignalStop signal) {
    Telemetry telemetry = telemetry(request);
    Consumer<String> warn = spec.commandLine().getErr()::println;
    int code;
    try {
      code = run(request, options, signal, telemetry);
    } catch (RuntimeException | Error e) {
      RunFailure failure = DatelineApplication.describe(e);
      int failed = signal.code(ExitCode.of(failure.kind()).code());
      telemetry.end(failed, failure.getMessage(), signal.isRequested(), warn);
      throw e;
    }
    telemetry.end(signal.code(code), null, signal.isRequested(), warn);
    return code;
  }

  private int run(
      RunRequest request, LaunchOptions options, SignalStop signal, Telemetry telemetry) {
    Database database =
        DatabaseChoice.of(
            job.database(), request.settings().database(), request.output(), System.getenv());
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
      return run(request, database, options, signal, telemetry);
    } catch (IOException e) {
      throw JobContext.cannotWrite(locked, e);
    }
  }

  private RunRequest request(String jobName, JobSettings settings) {
    Path here = Path.of("").toAbsolutePath();
    Path outputFolder = JobContext.output(job.output(), settings, spec.commandLine());
    List<InputRoot> roots;
    try {
      roots =
          input == null
              ? InputRoots.parse(settings.input(), JobFiles.home())
              : InputRoots.parse(input, here);
      InputRoots.requireApart(roots, outputFolder);
    } catch (InputRoots.Conflict e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    return new RunRequest(
        jobName,
        settings,
        roots,
        outputFolder,
        date(),
        date != null,
        full,
        verifyHashes,
        limit == null ? 0 : limit,
        fresh,
        resumeOnly);
  }

  private LocalDate date() {
    if (date == null) {
      return LocalDate.now(ZoneOffset.UTC);
    }
    try {
      return LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          spec.commandLine(), "--date `" + date + "` is no date; write it like 2016-09-05", e);
    }
  }

  private int threads(JobSettings settings) {
    int wanted = threads == null ? settings.threads() : threads;
    if (threads != null && (threads < 1 || threads > MAX_THREADS)) {
      throw new ParameterException(
          spec.commandLine(), "--threads must be between 1 and " + MAX_THREADS);
    }
    return wanted == 0 ? Runtime.getRuntime().availableProcessors() : wanted;
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

  private int run(
      RunRequest request,
      Database database,
      LaunchOptions options,
      SignalStop signal,
      Telemetry telemetry) {
    try (BatchSession session = BatchSession.open(database, request.output(), options)) {
      session.requireOutputOf(request.jobName(), fresh);
      if (dryRun) {
        signal.onSignal(session.dryRun()::stop);
        return print(session.dryRun().look(request));
      }
      RunService service = session.service();
      RunJournal journal = session.journal();
      signal.onSignal(service::stop);
      RunLog log = new RunLog();
      try (ConsoleListener listener =
          new ConsoleListener(spec.commandLine().getErr(), journal, log)) {
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
      GateText.warnings(run).forEach(spec.commandLine().getErr()::println);
    }
    boolean failed = summaries.stream().anyMatch(run -> !run.gates().isEmpty());
    return (failed ? ExitCode.DATA_ERROR : ExitCode.OK).code();
  }

  private int dryRunWithoutLedger(RunRequest request) {
    return print(DryRun.lookWithoutLedger(request));
  }

  private int print(DryRun.Report report) {
    SummaryText text = new SummaryText(spec.commandLine().getOut());
    if (json) {
      text.json(report);
    } else {
      text.print(report);
    }
    spec.commandLine().getOut().flush();
    return ExitCode.OK.code();
  }

  private void print(List<RunSummary> summaries) {
    SummaryText text = new SummaryText(spec.commandLine().getOut());
    if (json) {
      text.json(summaries);
    } else {
      text.print(summaries);
    }
    spec.commandLine().getOut().flush();
  }
}
