package io.dateline.cli;

import io.dateline.batch.LaunchOptions;
import io.dateline.batch.run.RunRequest;
import io.dateline.batch.settings.JobSettings;
import io.dateline.source.InputRoot;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a run is done: what every command that starts one is told. */
final class RunOptions {

  private static final int MAX_THREADS = 256;

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

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Date of the run (default: today in UTC).")
  private @Nullable String date;

  @Option(
      names = "--keep-old",
      description = {
        "Rehearse: the run is published under a name of its own, and what was",
        "current stays so."
      })
  private boolean keepOld;

  @Option(names = "--fresh", description = "Give up an unfinished run instead of resuming it.")
  private boolean fresh;

  @Option(names = "--resume-only", description = "Resume an unfinished run and start no new one.")
  private boolean resumeOnly;

  @Option(
      names = "--dry-run",
      description = "Say what would be read and how long it would take, and do nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print the summary as one JSON object.")
  private boolean json;

  /**
   * Which files of the input a run reads.
   *
   * @param full whether known and unchanged ones are among them
   * @param verifyHashes whether known ones are told unchanged by their bytes
   * @param limit how many of them; 0 for all
   */
  record Scope(boolean full, boolean verifyHashes, long limit) {

    /** What is new or selected. */
    static final Scope PLAIN = new Scope(false, false, 0);
  }

  /** Whether no new run is to be started. */
  boolean isResumeOnly() {
    return resumeOnly;
  }

  /**
   * Checks that the options go together.
   *
   * @throws ParameterException if not
   */
  void requireSense(CommandLine command) {
    if (fresh && resumeOnly) {
      throw new ParameterException(command, "--fresh and --resume-only exclude each other");
    }
    if (dryRun && (fresh || resumeOnly)) {
      throw new ParameterException(
          command, "--dry-run changes nothing, so neither --fresh nor --resume-only");
    }
    if (keepOld && resumeOnly) {
      throw new ParameterException(command, "--resume-only starts no rehearsal: --keep-old");
    }
  }

  /** The run that is asked for. */
  RunRequest request(
      CommandLine command, String jobName, JobSettings settings, Path output, Scope scope) {
    return new RunRequest(
        jobName,
        settings,
        roots(command, settings, output),
        output,
        date(command),
        date != null,
        scope.full(),
        scope.verifyHashes(),
        scope.limit(),
        keepOld,
        fresh,
        resumeOnly);
  }

  private List<InputRoot> roots(CommandLine command, JobSettings settings, Path output) {
    try {
      List<InputRoot> roots =
          input == null
              ? InputRoots.parse(settings.input(), JobFiles.home())
              : InputRoots.parse(input, Path.of("").toAbsolutePath());
      InputRoots.requireApart(roots, output);
      return roots;
    } catch (InputRoots.Conflict e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }

  private LocalDate date(CommandLine command) {
    if (date == null) {
      return LocalDate.now(ZoneOffset.UTC);
    }
    try {
      return LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          command, "--date `" + date + "` is no date; write it like 2016-09-05", e);
    }
  }

  /** Launches the run, and returns the exit code of the process. */
  int launch(CommandLine command, @Nullable String databaseOption, RunRequest request) {
    JobSettings settings = request.settings();
    LaunchOptions options = new LaunchOptions(threads(command, settings), settings.chunkSize());
    return new RunLaunch(command, databaseOption, options, dryRun, json).launch(request);
  }

  private int threads(CommandLine command, JobSettings settings) {
    int wanted = threads == null ? settings.threads() : threads;
    if (threads != null && (threads < 1 || threads > MAX_THREADS)) {
      throw new ParameterException(command, "--threads must be between 1 and " + MAX_THREADS);
    }
    return wanted == 0 ? Runtime.getRuntime().availableProcessors() : wanted;
  }
}
