package io.dateline.cli;

import io.dateline.batch.settings.JobSettings;
import io.dateline.batch.settings.SelectSettings;
import io.dateline.batch.settings.SettingsLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dateline replay}: reads again what was rejected. */
@Command(
    name = "replay",
    description = {
      "Reads again what was rejected: files that were repaired, or that other rules or limits",
      "let pass now. What becomes an article leaves the rejections, with a note of the run that",
      "rescued it; what was an article stays as it is.",
      "An unfinished run of the job is resumed and published first."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  dateline replay --reason NO_BODY --reason BODY_TOO_SHORT --dry-run",
      "      how many that would be, and how long it would take",
      "  dateline replay --run 42",
      "      all that the run 0042 rejected and no later run has made an article of"
    },
    sortOptions = false)
final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job;

  @Mixin private RunOptions options;

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      description = "Rejected for this reason; may be repeated (default: any).")
  private @Nullable List<String> reason;

  @Option(names = "--run", paramLabel = "N", description = "Rejected by the run of this number.")
  private @Nullable Long run;

  @Option(
      names = "--path",
      paramLabel = "PATTERN",
      description = "In files that fit, written as `include` of the job file; may be repeated.")
  private @Nullable List<String> path;

  @Override
  public Integer call() {
    JobContext.checkPlatform();
    options.requireSense(spec.commandLine());
    SelectionOptions.requireRun(spec.commandLine(), run);
    Path jobFile = job.jobFile();
    JobSettings settings = new SettingsLoader(System.getenv()).load(jobFile);
    SelectSettings select =
        SelectSettings.ofRejections(
            path == null ? List.of() : path,
            reason == null ? List.of(SelectSettings.ANY_REASON) : reason,
            run == null ? 0 : run);
    SelectionOptions.check(select, SelectSettings.NONE, spec.commandLine(), jobFile);
    return options.launch(
        spec.commandLine(),
        job.database(),
        options.request(
            spec.commandLine(),
            JobContext.jobName(jobFile, settings),
            settings.with(select),
            JobContext.output(job.output(), settings, spec.commandLine()),
            RunOptions.Scope.PLAIN));
  }
}
