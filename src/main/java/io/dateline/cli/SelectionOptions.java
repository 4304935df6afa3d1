package io.dateline.cli;

import io.dateline.batch.selection.BadConditionException;
import io.dateline.batch.selection.RowSelector;
import io.dateline.batch.settings.SelectSettings;
import io.dateline.batch.settings.SettingsException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which rows of the archive are read again; each option goes before the job file's setting. */
final class SelectionOptions {

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = {
        "Read again only what is known, and of that what was published on this day",
        "or later (2016, 2016-09 or 2016-09-05; where no day of publication is known,",
        "that of the capture counts). This and the options below select."
      })
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "Published on this day or before.")
  private @Nullable String to;

  @Option(
      names = "--path",
      paramLabel = "PATTERN",
      description = {
        "In files that fit, written as `include` of the job file; may be repeated,",
        "as may all that follow but --older-than-version, --ids and --run."
      })
  private @Nullable List<String> path;

  @Option(names = "--publisher", paramLabel = "NAME", description = "Of this publisher.")
  private @Nullable List<String> publisher;

  @Option(names = "--provider", paramLabel = "NAME", description = "Of this agency.")
  private @Nullable List<String> provider;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "In this language; en also means en-GB.")
  private @Nullable List<String> language;

  @Option(
      names = "--older-than-version",
      paramLabel = "V",
      description = "Made by extraction rules before this version.")
  private @Nullable String olderThanVersion;

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      description = "Rejected for this reason; `*` for any.")
  private @Nullable List<String> reason;

  @Option(
      names = "--field-empty",
      paramLabel = "COLUMN",
      description = "Without this field, a column of articles.csv.")
  private @Nullable List<String> fieldEmpty;

  @Option(
      names = "--ids",
      paramLabel = "FILE",
      description = {
        "With one of these ids: one a line, or a CSV file whose first column",
        "they are."
      })
  private @Nullable Path ids;

  @Option(names = "--run", paramLabel = "N", description = "Made by the run of this number.")
  private @Nullable Long run;

  /**
   * The selection of a job file with the options over it.
   *
   * @throws ParameterException if it makes no sense and options have a part in it
   * @throws SettingsException if that of the job file makes none
   */
  SelectSettings over(SelectSettings settings, CommandLine command, Path jobFile) {
    check(settings, settings, command, jobFile);
    requireValues(command);
    SelectSettings select =
        new SelectSettings(
            or(from, settings.from()),
            or(to, settings.to()),
            or(path, settings.path()),
            or(publisher, settings.publisher()),
            or(provider, settings.provider()),
            or(language, settings.language()),
            or(olderThanVersion, settings.olderThanVersion()),
            or(reason, settings.reason()),
            or(fieldEmpty, settings.fieldEmpty()),
            ids(settings),
            or(run, settings.run()));
    check(select, settings, command, jobFile);
    return select;
  }

  /** Paths in job files are relative to the project folder, those of options to where one is. */
  private String ids(SelectSettings settings) {
    if (ids != null) {
      return Path.of("").toAbsolutePath().resolve(ids).normalize().toString();
    }
    return settings.ids().isEmpty()
        ? ""
        : JobFiles.home().resolve(settings.ids()).normalize().toString();
  }

  /** An empty value, as of a variable that is not set, would select more than was meant. */
  private void requireValues(CommandLine command) {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    values.put("--from", from);
    values.put("--to", to);
    values.put("--older-than-version", olderThanVersion);
    values.put("--ids", ids == null ? null : ids.toString());
    values.forEach(
        (option, value) -> {
          if (value != null && value.isBlank()) {
            throw new ParameterException(command, option + " has no value");
          }
        });
    requireRun(command, run);
  }

  /** Checks the number of a run. */
  static void requireRun(CommandLine command, @Nullable Long run) {
    if (run != null && run < 1) {
      throw new ParameterException(command, "--run must be 1 or more");
    }
  }

  private static <T> T or(@Nullable T option, T setting) {
    return option == null ? setting : option;
  }

  /** Checks a selection; {@code settings} is the job file's part in it. */
  static void check(
      SelectSettings select, SelectSettings settings, CommandLine command, Path jobFile) {
    try {
      RowSelector.check(select);
    } catch (BadConditionException e) {
      if (select.equals(settings)) {
        throw new SettingsException(
            "The setting `select."
                + e.setting()
                + "` of the job file "
                + jobFile
                + ": "
                + e.getMessage()
                + ".");
      }
      throw new ParameterException(command, "--" + e.setting() + ": " + e.getMessage(), e);
    }
  }
}
