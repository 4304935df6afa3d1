package io.dateline.cli;

import io.dateline.batch.run.IoReason;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.settings.SettingsException;
import io.dateline.batch.settings.SettingsLoader;
import io.dateline.cli.status.JobRuns;
import io.dateline.cli.status.RunHistory;
import io.dateline.cli.status.StatusText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline status}: what the runs did, from files alone. */
@Command(
    name = "status",
    description = {
      "Shows the runs, newest first, and how far one is that is under way.",
      "Reads files alone, so it answers while a run is at work."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  dateline status",
      "      the last runs of all jobs",
      "  dateline status nightly --watch",
      "      how far the one under way is, every 2 s",
      "  dateline status --json",
      "      the same for a program"
    },
    sortOptions = false)
final class StatusCommand implements Callable<Integer> {

  private static final String DEFAULT_JOB = "nightly";

  private static final int MAX_LIMIT = 10_000;

  private static final long WATCH_INTERVAL_MS = 2_000;

  /** Moves the cursor to the corner and clears what is below: the whole screen. */
  private static final String CLEAR = "\033[H\033[J";

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "JOB",
      description =
          "Name of a file in jobs/, or path of such a file (default: all jobs of the output folder).")
  private @Nullable String job;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Output folder, instead of that of the job file.")
  private @Nullable Path output;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Most runs shown of a job (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(names = "--watch", description = "Show it every 2 s until the run under way ends.")
  private boolean watch;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new ParameterException(
          spec.commandLine(), "--limit must be between 1 and " + MAX_LIMIT);
    }
    Path jobFile = jobFile();
    Path folder = folder(jobFile);
    String name = job == null ? null : jobFile == null ? job : JobFiles.archive(jobFile);
    if (!Files.isDirectory(folder) || (name != null && !mayHaveRuns(folder, name, jobFile))) {
      throw new RunFailure(
          RunFailure.Kind.INPUT,
          "There are no runs in "
              + StatusText.clean((name == null ? folder : folder + "/" + name).toString())
              + "; name the output folder with --output."
              + (name == null ? "" : " " + jobsThere(folder)),
          null);
    }
    PrintWriter err = spec.commandLine().getErr();
    RunHistory history =
        new RunHistory(
            folder,
            limit,
            Clock.systemUTC(),
            sentence -> err.println("dateline: " + StatusText.clean(sentence)));
    List<JobRuns> jobs = read(history, folder, name);
    if (watch) {
      jobs = watch(history, folder, name, jobs);
    }
    print(folder, jobs);
    return ExitCode.OK.code();
  }

  /** The job's file, or null: runs outlive the file of their job. */
  private @Nullable Path jobFile() {
    try {
      return JobFiles.find(job == null ? DEFAULT_JOB : job);
    } catch (SettingsException e) {
      return null;
    }
  }

  private Path folder(@Nullable Path jobFile) {
    Path given = output;
    Path folder =
        given == null
            ? JobFiles.home().resolve(new SettingsLoader(System.getenv()).output(jobFile))
            : given.toAbsolutePath();
    return folder.normalize();
  }

  private static boolean mayHaveRuns(Path folder, String name, @Nullable Path jobFile) {
    return jobFile != null || (JobFiles.isName(name) && Files.isDirectory(folder.resolve(name)));
  }

  /** The jobs that could have been meant. */
  private static String jobsThere(Path folder) {
    List<String> known = new ArrayList<>(JobFiles.names());
    try {
      RunHistory history = new RunHistory(folder, 1, Clock.systemUTC(), complaint -> {});
      history.all().stream()
          .map(JobRuns::job)
          .filter(found -> !known.contains(found))
          .forEach(known::add);
    } catch (IOException e) {
      // They are a hint and no more.
    }
    return "Jobs there are: " + StatusText.clean(String.join(", ", known)) + ".";
  }

  private static List<JobRuns> read(RunHistory history, Path folder, @Nullable String name) {
    try {
      return name == null ? history.all() : List.of(history.of(name));
    } catch (IOException e) {
      throw new RunFailure(
          RunFailure.Kind.IO, folder + " cannot be listed: " + IoReason.of(e) + ".", e);
    }
  }

  /** Shows what changes until no run is under way; returns what there is then. */
  private List<JobRuns> watch(
      RunHistory history, Path folder, @Nullable String name, List<JobRuns> first)
      throws InterruptedException {
    boolean terminal = Boolean.getBoolean(ProgressDisplay.TERMINAL) && !json;
    PrintWriter out = spec.commandLine().getOut();
    // The launcher has asked for the terminal there; what is printed may go elsewhere.
    PrintWriter screen = spec.commandLine().getErr();
    StatusText text = new StatusText(Clock.systemUTC());
    String shown = "";
    List<JobRuns> jobs = first;
    while (jobs.stream().anyMatch(JobRuns::isLive)) {
      if (terminal) {
        screen.println(CLEAR + text.table(jobs));
        screen.flush();
      } else {
        String now =
            json ? text.json(folder, jobs) : String.join(System.lineSeparator(), text.lines(jobs));
        if (!now.equals(shown)) {
          out.println(now);
          out.flush();
          shown = now;
        }
      }
      Thread.sleep(WATCH_INTERVAL_MS);
      jobs = read(history, folder, name);
    }
    if (terminal) {
      screen.print(CLEAR);
      screen.flush();
    }
    return jobs;
  }

  private void print(Path folder, List<JobRuns> jobs) {
    PrintWriter out = spec.commandLine().getOut();
    StatusText text = new StatusText(Clock.systemUTC());
    if (json) {
      out.println(text.json(folder, jobs));
    } else if (jobs.stream().allMatch(found -> found.runs().isEmpty())) {
      out.println("No runs yet.");
    } else {
      out.println(text.table(jobs));
    }
    out.flush();
  }
}
