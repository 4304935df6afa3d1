package io.dateline.cli;

import io.dateline.batch.export.ExportFolder;
import io.dateline.batch.export.ExportRefusedException;
import io.dateline.batch.export.ExportTarget;
import io.dateline.batch.run.RunFailure;
import io.dateline.cli.diff.DiffJson;
import io.dateline.cli.diff.DiffText;
import io.dateline.cli.diff.GateOptions;
import io.dateline.cli.diff.RunArgument;
import io.dateline.cli.status.StatusText;
import io.dateline.diff.DiffRefusedException;
import io.dateline.diff.DiffRequest;
import io.dateline.diff.DiffSide;
import io.dateline.diff.FieldChoice;
import io.dateline.diff.GateLimit;
import io.dateline.diff.Match;
import io.dateline.diff.Scope;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline diff}: what has changed from one run to another. */
@Command(
    name = "diff",
    description = {
      "Compares two runs article by article and field by field: what was filled,",
      "emptied or changed, what appeared and what vanished. Writes changes.csv,",
      "summary.csv, diff.json and diff.html, a page with old and new side by side.",
      "",
      "A run of a night holds only what was new, so by default only source files",
      "are compared that both sides have read; how many others there are is said.",
      "Two folders are compared without the database, also while a run is at work.",
      ""
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  dateline diff 41 42",
      "      what run 42 made of the files that run 41 read as well",
      "  dateline diff current 42",
      "      run 42 against the archive as it stands",
      "  dateline diff 41 latest --max-emptied 0.1%% --max-changed date_published=1%%",
      "      exit code 65 if a field was lost, or many dates have changed",
      "  dateline diff old/export new/export --match content",
      "      two archives in which containers were packed anew"
    },
    sortOptions = false)
final class DiffCommand implements Callable<Integer> {

  private static final String STOPPED = "Nothing was left behind.";

  private static final ExportFolder.Content DIFF = new ExportFolder.Content("diff", "diff.json");

  private static final int MAX_SAMPLES = 100;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "RUN_A",
      description =
          "The old side: number or name of a run of the job (42, 2026-11-29-0042), `latest`, "
              + "`current` for all that is current in the database, or a folder with an articles.csv, "
              + "such as another run's or an export's.")
  private String runA;

  @Parameters(index = "1", paramLabel = "RUN_B", description = "The new side, likewise.")
  private String runB;

  @Option(
      names = "--job",
      paramLabel = "JOB",
      defaultValue = "nightly",
      description = "Job of the runs (default: ${DEFAULT-VALUE}).")
  private String job;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Output folder of the runs, instead of that of the job file.")
  private @Nullable Path output;

  @Option(
      names = "--db",
      paramLabel = "JDBC-URL",
      description = "Database, for `current`, instead of that of the job file.")
  private @Nullable String database;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description =
          "Where the files go (default: `diff/A..B` in the job's output folder). Replaces an "
              + "earlier diff there, and nothing else.")
  private @Nullable Path to;

  @Option(
      names = "--match",
      paramLabel = "BY",
      defaultValue = "id",
      description =
          "By what articles are paired: id (default), the article_id, the same place in the "
              + "input; url; or content, equal headline and body. The last two find articles whose "
              + "files were renamed or packed anew, and so compare all files.")
  private String match;

  @Option(
      names = "--all",
      description = "Compare what only one side has read too: it has vanished or appeared.")
  private boolean all;

  @Option(
      names = "--same-entries",
      description =
          "Compare only entries that both sides have read, for a run that read some entries "
              + "of a container and not the others.")
  private boolean sameEntries;

  @Option(
      names = "--fields",
      paramLabel = "LIST",
      description =
          "Fields that are compared: headline,quotes these alone, +warnings,-abstract the usual "
              + "ones with one more and one less, all. Usual are all that a page says, not what follows "
              + "from it or differs with every version (docs/diff.md).")
  private @Nullable String fields;

  @Mixin private GateOptions gates;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "10",
      description = "Examples on the page of each field and kind (default: ${DEFAULT-VALUE}).")
  private int sample;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Draws other examples (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", description = "Print diff.json on one line.")
  private boolean json;

  private final StopRequest stop = new StopRequest(STOPPED);

  @Override
  public Integer call() {
    JobContext.checkPlatform();
    List<String> compared = fields();
    List<GateLimit> limits = gates.limits(compared, spec);
    Match by = match();
    Scope scope = scope(by);
    if (sample < 0 || sample > MAX_SAMPLES) {
      throw usage("--sample must be between 0 and " + MAX_SAMPLES);
    }
    DiffPlace place = DiffPlace.of(job, output, spec.commandLine());
    RunArgument a = RunArgument.of(runA, place.jobFolder());
    RunArgument b = RunArgument.of(runB, place.jobFolder());
    if (a.folder() == null && b.folder() == null) {
      throw usage("`current` can be compared with something else only");
    }
    Path target = target(place, a, b);
    // Outermost, so that a signal waits until everything is closed and removed.
    try (SignalStop signal =
        SignalStop.install(spec.commandLine().getErr(), "Stopped. " + STOPPED)) {
      signal.onSignal(stop::request);
      long start = System.nanoTime();
      DiffJson diff;
      try (ExportFolder folder = ExportFolder.begin(target, DIFF)) {
        DiffSide before = side(a, place, folder.files());
        DiffSide after = side(b, place, folder.files());
        DiffRequest request =
            new DiffRequest(
                place.jobName(),
                before,
                after,
                by,
                scope,
                compared,
                seed,
                sample,
                limits,
                folder.files());
        diff = DiffFiles.write(request, target, start, stop, folder);
      } catch (IOException e) {
        throw DiffFiles.failure(e, STOPPED);
      }
      signal.completed();
      print(diff, target);
      return diff.failedGates().isEmpty() ? ExitCode.OK.code() : ExitCode.DATA_ERROR.code();
    }
  }

  private DiffSide side(RunArgument side, DiffPlace place, Path work) throws IOException {
    Path folder = side.folder();
    if (folder == null) {
      return CurrentState.copy(place, database, work, stop, STOPPED);
    }
    try {
      return DiffSide.of(side.name(), folder);
    } catch (DiffRefusedException e) {
      throw new RunFailure(
          e.reason() == DiffRefusedException.Reason.MISSING
              ? RunFailure.Kind.INPUT
              : RunFailure.Kind.IO,
          StatusText.clean(String.valueOf(e.getMessage())),
          e);
    }
  }

  private Path target(DiffPlace place, RunArgument a, RunArgument b) {
    Path given = to;
    Path target =
        given == null
            ? place.jobFolder().resolve("diff").resolve(a.inFolderName() + ".." + b.inFolderName())
            : Path.of("").toAbsolutePath().resolve(given).normalize();
    try {
      ExportTarget.check(target, place.output(), place.jobName(), place.inputRoots());
    } catch (ExportRefusedException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    for (RunArgument side : List.of(a, b)) {
      Path folder = side.folder();
      if (folder != null && (target.startsWith(folder) || folder.startsWith(target))) {
        throw usage("--to " + target + " is or holds what is compared, or lies in it");
      }
    }
    return target;
  }

  private Match match() {
    for (Match by : Match.values()) {
      if (by.label().equals(match)) {
        return by;
      }
    }
    throw usage("--match must be id, url or content");
  }

  private Scope scope(Match by) {
    if (all && sameEntries) {
      throw usage("--all and --same-entries exclude each other");
    }
    if (sameEntries && by != Match.ID) {
      throw usage("--same-entries goes with --match id alone: others compare all files");
    }
    return all || by != Match.ID ? Scope.ALL : sameEntries ? Scope.ENTRIES : Scope.FILES;
  }

  private List<String> fields() {
    if (fields == null) {
      return FieldChoice.usual();
    }
    try {
      return FieldChoice.of(fields);
    } catch (IllegalArgumentException e) {
      throw usage("--fields " + fields + ": " + e.getMessage());
    }
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private void print(DiffJson diff, Path target) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(diff.toLine());
    } else {
      DiffText.lines(diff.report()).forEach(out::println);
      out.println(String.format(Locale.ROOT, "%.1f s", diff.seconds()));
      out.println(target.resolve(DiffFiles.PAGE));
    }
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    DiffText.warnings(diff.report()).forEach(err::println);
    err.flush();
  }
}
