package io.dateline.cli;

import io.dateline.batch.LaunchOptions;
import io.dateline.batch.run.RunRequest;
import io.dateline.batch.settings.JobSettings;
import io.dateline.batch.workers.BrokerAddress;
import io.dateline.batch.workers.BrokerLogin;
import io.dateline.batch.workers.WorkersOptions;
import io.dateline.source.InputRoot;
import java.nio.file.Path;
import java.time.Duration;
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

  private static final String DEFAULT_BROKER = "embedded:61616";

  /** A chunk of large documents takes minutes; who looks after workers comes within the hour. */
  private static final int DEFAULT_PATIENCE_SECONDS = 1_800;

  @Option(
      names = "--input",
      paramLabel = "[NAME=]PATH",
      description = "Input folder, instead of those of the job file; may be repeated.")
  private @Nullable List<String> input;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = {
        "Partitions at a time in this process (default: number of processors);",
        "0, with --workers, leaves all to the workers."
      })
  private @Nullable Integer threads;

  @Option(
      names = "--workers",
      description = {
        "Hand partitions out to workers by a broker. Needs a database that others",
        "can open as well (--db) and storage that they share."
      })
  private boolean workers;

  @Option(
      names = "--broker",
      paramLabel = "ADDRESS",
      description = {
        "With --workers: tcp://HOST:PORT (Artemis),",
        "amqp://HOST:PORT or amqps://HOST:PORT (AMQP 1.0",
        "with transactions), or embedded:[HOST:]PORT for",
        "one in this process (default: embedded:61616, for",
        "workers on this host alone)."
      })
  private @Nullable String broker;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = {
        "With --workers: end with 69 when nothing was committed for so long",
        "(default: 1800)."
      })
  private @Nullable Integer patience;

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
    if (!workers && (broker != null || patience != null)) {
      throw new ParameterException(
          command, (broker == null ? "--patience" : "--broker") + " is for --workers");
    }
    if (patience != null && patience < 1) {
      throw new ParameterException(command, "--patience must be 1 or more");
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
    int partitions = threads(command, settings);
    // A dry run hands nothing out.
    LaunchOptions options =
        new LaunchOptions(
            dryRun ? Math.max(1, partitions) : partitions,
            settings.chunkSize(),
            workers && !dryRun ? shared(partitions) : null);
    return new RunLaunch(command, databaseOption, options, dryRun, json).launch(request);
  }

  private WorkersOptions shared(int partitions) {
    return new WorkersOptions(
        BrokerAddress.parse(broker == null ? DEFAULT_BROKER : broker),
        BrokerLogin.of(System.getenv()),
        partitions,
        Duration.ofSeconds(patience == null ? DEFAULT_PATIENCE_SECONDS : patience));
  }

  private int threads(CommandLine command, JobSettings settings) {
    int wanted = threads == null ? settings.threads() : threads;
    int least = workers ? 0 : 1;
    if (threads != null && (threads < least || threads > MAX_THREADS)) {
      throw new ParameterException(
          command, "--threads must be between " + least + " and " + MAX_THREADS);
    }
    return threads == null && wanted == 0 ? Runtime.getRuntime().availableProcessors() : wanted;
  }
}
