package io.dateline.cli;

import io.dateline.batch.settings.JobSettings;
import io.dateline.batch.settings.SettingsException;
import io.dateline.batch.settings.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Where the runs of a job are. Runs outlive the file of their job, which is needed for the database
 * alone.
 *
 * @param settings those of the job's file, or null if it has none any more
 */
record DiffPlace(String jobName, Path output, @Nullable JobSettings settings) {

  /**
   * The place of a job's runs.
   *
   * @param output the output folder as it was given, if it was
   * @throws SettingsException if the job's file is broken, or there is neither a file nor a folder
   */
  static DiffPlace of(String job, @Nullable Path output, CommandLine command) {
    SettingsLoader loader = new SettingsLoader(System.getenv());
    try {
      Path file = JobFiles.find(job);
      JobSettings settings = loader.load(file);
      return new DiffPlace(
          JobContext.jobName(file, settings),
          JobContext.output(output, settings, command),
          settings);
    } catch (SettingsException e) {
      Path folder =
          output == null
              ? JobFiles.home().resolve(loader.output(null)).normalize()
              : Path.of("").toAbsolutePath().resolve(output).normalize();
      if (JobFiles.isName(job)
          && !JobFiles.names().contains(job)
          && Files.isDirectory(folder.resolve(job))) {
        return new DiffPlace(job, folder, null);
      }
      throw e;
    }
  }

  /** Folder of the job's runs. */
  Path jobFolder() {
    return output.resolve(jobName);
  }

  /** What the job reads, so far as that is known. */
  List<Path> inputRoots() {
    return settings == null
        ? List.of()
        : settings.input().stream()
            .map(root -> InputRoots.parse(root, JobFiles.home()).folder())
            .toList();
  }
}
