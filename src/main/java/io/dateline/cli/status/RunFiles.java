package io.dateline.cli.status;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files that tell of one run. Listing opens none of them, and holds no more than the newest.
 *
 * @param record {@code logs/<name>.json}, or null if there is none
 * @param folder the published folder, or null if there is none
 */
record RunFiles(RunName name, @Nullable Path record, @Nullable Path folder) {

  private static final String ENDING = ".json";

  /**
   * The newest runs of a job, one more than the limit if there are more.
   *
   * @throws IOException if a folder cannot be listed
   */
  static List<RunFiles> newest(Path job, int limit) throws IOException {
    TreeMap<RunName, RunFiles> found = new TreeMap<>();
    for (Path file : list(job.resolve("logs"))) {
      String name = fileName(file);
      if (name.endsWith(ENDING)) {
        RunName.of(name.substring(0, name.length() - ENDING.length()))
            .ifPresent(run -> put(found, new RunFiles(run, file, null), limit));
      }
    }
    for (Path folder : list(job)) {
      RunName.of(fileName(folder))
          .ifPresent(run -> put(found, new RunFiles(run, null, folder), limit));
    }
    return new ArrayList<>(found.values());
  }

  /** What is dropped is older than all that stays, so it does not come back by its other file. */
  private static void put(TreeMap<RunName, RunFiles> found, RunFiles more, int limit) {
    found.merge(more.name(), more, RunFiles::and);
    if (found.size() > limit + 1) {
      found.pollLastEntry();
    }
  }

  private RunFiles and(RunFiles more) {
    return new RunFiles(
        name,
        record == null ? more.record : record,
        // A run is published once; the trial gives way if there should be both.
        folder == null || (more.folder != null && RunName.isTrial(fileName(folder)))
            ? more.folder
            : folder);
  }

  boolean isTrial() {
    return folder != null && RunName.isTrial(fileName(folder));
  }

  /** Whether a folder looks like that of a job. */
  static boolean areIn(Path job) throws IOException {
    if (Files.isDirectory(job.resolve("logs")) || Files.exists(job.resolve("progress.json"))) {
      return true;
    }
    return !newest(job, 1).isEmpty();
  }

  private static List<Path> list(Path folder) throws IOException {
    List<Path> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(names::add);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }

  private static String fileName(Path path) {
    return String.valueOf(path.getFileName());
  }
}
