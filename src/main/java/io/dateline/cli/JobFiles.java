package io.dateline.cli;

import io.dateline.batch.settings.SettingsException;
import io.dateline.batch.settings.SettingsLoader;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Finds job files: a name in {@code jobs/} of the project folder, or a path. */
final class JobFiles {

  private static final String ENDING = ".yml";

  /** Folder of the database, beside those of the jobs. */
  private static final String DATABASE_FOLDER = "db";

  private JobFiles() {}

  /** The project folder: where the launcher is. Paths in job files are relative to it. */
  static Path home() {
    return Path.of(System.getProperty("dateline.home", "")).toAbsolutePath().normalize();
  }

  /**
   * The file of a job.
   *
   * @throws SettingsException if there is none
   */
  static Path find(String job) {
    Path named = home().resolve("jobs").resolve(job + ENDING);
    if (isName(job) && Files.isRegularFile(named)) {
      return named;
    }
    Path given = Path.of(job).toAbsolutePath().normalize();
    if (Files.isRegularFile(given)) {
      return given;
    }
    if (Files.isRegularFile(named)) {
      // It is there, but cannot name folders: say so.
      name(named);
    }
    throw new SettingsException(
        "There is no job `"
            + job
            + "`: neither "
            + named
            + " nor "
            + given
            + " is a file; jobs there are: "
            + String.join(", ", names())
            + ".");
  }

  /** Names of the jobs in {@code jobs/}, in order. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(home().resolve("jobs"), "*" + ENDING)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        names.add(name.substring(0, name.length() - ENDING.length()));
      }
    } catch (IOException | DirectoryIteratorException e) {
      // They are a hint and no more.
      return List.of();
    }
    names.removeIf(name -> !isName(name));
    Collections.sort(names);
    return names;
  }

  /** The job's name, which names folders and rows. */
  static String name(Path jobFile) {
    String file = Objects.requireNonNull(jobFile.getFileName()).toString();
    String name =
        file.toLowerCase(Locale.ROOT).endsWith(ENDING)
            ? file.substring(0, file.length() - ENDING.length())
            : file;
    if (name.equals(DATABASE_FOLDER)) {
      throw new SettingsException(
          "The job file " + jobFile + " needs another name: that folder is the database's.");
    }
    if (!isName(name)) {
      throw new SettingsException(
          "The name of the job file "
              + jobFile
              + " must consist of up to 64 letters, digits, `-` and `_`, since it names folders.");
    }
    return name;
  }

  /** Name of the job whose archive a job works on: its own, unless the file says another. */
  static String archive(Path jobFile) {
    String archive = SettingsLoader.archive(jobFile);
    return archive.isEmpty() ? name(jobFile) : archive;
  }

  /** Whether a text can name a job, and so a folder. */
  static boolean isName(String text) {
    return text.length() <= 64
        && !text.isEmpty()
        && text.chars()
            .allMatch(
                c ->
                    (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || c == '-'
                        || c == '_');
  }
}
