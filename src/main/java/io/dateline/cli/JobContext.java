package io.dateline.cli;

import io.dateline.batch.run.IoReason;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.settings.JobSettings;
import io.dateline.batch.settings.SettingsException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What every command that opens the database of an output folder needs. */
final class JobContext {

  private JobContext() {}

  /** Without UTF-8 for file names, Java cannot open names that are not ASCII. */
  static void checkPlatform() {
    String names = System.getProperty("sun.jnu.encoding", "UTF-8");
    if (!Charset.forName(names).equals(StandardCharsets.UTF_8)) {
      throw new SettingsException(
          "File names are read as "
              + names
              + ", so names that are not ASCII would be lost; start by ./dateline, or set"
              + " LC_ALL=C.UTF-8.");
    }
  }

  /** Name of the job whose archive the runs of a job are part of. */
  static String jobName(Path jobFile, JobSettings settings) {
    return settings.archive().isEmpty() ? JobFiles.name(jobFile) : settings.archive();
  }

  /** The output folder: the one given, or else that of the job. */
  static Path output(@Nullable Path given, JobSettings settings, CommandLine command) {
    Path folder =
        given == null
            ? JobFiles.home().resolve(settings.output())
            : Path.of("").toAbsolutePath().resolve(given);
    if (given != null && given.toString().isBlank()) {
      throw new ParameterException(command, "--output names no folder");
    }
    if (folder.toString().indexOf(';') >= 0) {
      throw new ParameterException(command, "the output folder's path must not hold a semicolon");
    }
    return folder.normalize();
  }

  /** The failure of an output folder whose lock cannot be taken. */
  static RunFailure cannotWrite(Path output, IOException e) {
    return new RunFailure(
        RunFailure.Kind.OUTPUT,
        "The output folder "
            + output
            + " cannot be written: "
            + IoReason.of(e)
            + "; check its owner and permissions.",
        e);
  }
}
