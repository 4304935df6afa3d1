package io.dateline.cli;

import io.dateline.batch.run.RunRequest;
import io.dateline.batch.settings.JobSettings;
import io.dateline.batch.settings.SelectSettings;
import io.dateline.batch.settings.SettingsLoader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
      "      all files again, by another job file",
      "  dateline run reprocess --from 2003 --to 2005 --provider Reuters --keep-old",
      "      three years of one agency again, as a rehearsal"
    },
    sortOptions = false)
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private JobOptions job;

  @Mixin private RunOptions run;

  @Option(names = "--full", description = "Read files again that are known and unchanged.")
  private boolean full;

  @Option(
      names = "--verify-hashes",
      description = "Tell known files unchanged by their bytes, not by size and time.")
  private boolean verifyHashes;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = {
        "Try the first N files that would be read: published under a name",
        "of its own, and never part of the archive."
      })
  private @Nullable Long limit;

  @Mixin private SelectionOptions selection;

  @Override
  public Integer call() {
    JobContext.checkPlatform();
    requireSense();
    Path jobFile = job.jobFile();
    JobSettings settings = new SettingsLoader(System.getenv()).load(jobFile);
    SelectSettings select = selection.over(settings.select(), spec.commandLine(), jobFile);
    requireSelection(jobFile, settings, select);
    RunRequest request =
        run.request(
            spec.commandLine(),
            JobContext.jobName(jobFile, settings),
            settings.with(select),
            JobContext.output(job.output(), settings, spec.commandLine()),
            new RunOptions.Scope(full, verifyHashes, limit == null ? 0 : limit));
    return run.launch(spec.commandLine(), job.database(), request);
  }

  private void requireSense() {
    run.requireSense(spec.commandLine());
    if (limit != null && limit < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be 1 or more");
    }
    if (run.isResumeOnly() && limit != null) {
      throw new ParameterException(spec.commandLine(), "--resume-only starts no trial: --limit");
    }
  }

  private void requireSelection(Path jobFile, JobSettings settings, SelectSettings select) {
    if (!settings.archive().isEmpty() && !select.selects() && !run.isResumeOnly()) {
      throw new ParameterException(
          spec.commandLine(),
          "the job "
              + JobFiles.name(jobFile)
              + " reads a selection of the archive again, and nothing is selected; say what, for"
              + " instance --from 2003 --to 2005, or read all: dateline run "
              + settings.archive()
              + " --full");
    }
    if (select.selects() && full) {
      throw new ParameterException(
          spec.commandLine(), "--full reads all there is, so it excludes a selection");
    }
  }
}
