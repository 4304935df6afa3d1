package io.dateline.batch.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the files of a run are.
 *
 * @param output the output folder of all jobs
 * @param trial whether the run is a trial, which has a name of its own
 */
public record RunFolders(
    Path output, String jobName, String runDate, long runNumber, boolean trial) {

  /** Written last into staging: where it stands, every other file is complete. */
  public static final String RUN_JSON = "run.json";

  private static final String LOGS = "logs";

  /** Names of published and staging folders and of logs, with the run's number. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}-(\\d{4,15})(?:-trial)?(?:\\.log|\\.json)?|\\.(\\d{4,15})\\.partial");

  /** Names of published folders of runs that are part of the archive, with the run's number. */
  private static final Pattern PUBLISHED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}-(\\d{4,15})");

  /** Names of published folders that are being deleted, with the run's date and number. */
  private static final Pattern DISCARDED =
      Pattern.compile("\\.(\\d{4}-\\d{2}-\\d{2})-(\\d{4,15})(?:-trial)?\\.purged");

  /** Folder of the job. */
  public Path job() {
    return output.resolve(jobName);
  }

  private String number() {
    return String.format(Locale.ROOT, "%04d", runNumber);
  }

  /** Name of the published folder: date, number, and {@code trial} if it is one. */
  public String name() {
    return runDate + "-" + number() + (trial ? "-trial" : "");
  }

  /** The published folder. */
  public Path published() {
    return job().resolve(name());
  }

  /** Whether the run was renamed into its published place. */
  public boolean isInPlace() {
    return Files.isDirectory(published()) && !Files.exists(staging());
  }

  /** Where the published folder goes to be deleted, so that a reader never sees half of it. */
  public Path discarded() {
    return job().resolve("." + name() + ".purged");
  }

  /** The number of the run whose folder of this name was about to be deleted, if it was. */
  public static OptionalLong discardedNumber(String name) {
    Matcher matcher = DISCARDED.matcher(name);
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(2)))
        : OptionalLong.empty();
  }

  /** The number of the run whose published folder has this name; none of a trial. */
  public static OptionalLong publishedNumber(String name) {
    Matcher matcher = PUBLISHED.matcher(name);
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  /** Where the run is made until it is published; on the same file system. */
  public Path staging() {
    return job().resolve("." + number() + ".partial");
  }

  /** Manifest and part files: they are not published. */
  public Path work() {
    return staging().resolve("work");
  }

  public Path manifest() {
    return work().resolve("manifest.tsv");
  }

  /** Symbolic link to the newest published run. */
  public Path latest() {
    return job().resolve("latest");
  }

  /**
   * The highest number of a run that has left a folder in a job's folder, published or not; 0 if
   * none has. A database that was lost or restored counts from there, so that no folder is written
   * twice.
   */
  public static long highestNumber(Path job) throws UncheckedIOException {
    return Math.max(highestIn(job), highestIn(job.resolve(LOGS)));
  }

  private static long highestIn(Path job) {
    if (!Files.isDirectory(job)) {
      return 0;
    }
    try (Stream<Path> entries = Files.list(job)) {
      return entries
          .map(entry -> NUMBER.matcher(entry.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToLong(m -> Long.parseLong(m.group(1) == null ? m.group(2) : m.group(1)))
          .max()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + job, e);
    }
  }

  /** Whether a name below the job's folder is one that runs give, and nothing else may take. */
  public static boolean isTaken(String name) {
    return NUMBER.matcher(name).matches()
        || DISCARDED.matcher(name).matches()
        || name.equals("latest")
        || name.equals("logs");
  }

  /** The run's log. */
  public Path log() {
    return job().resolve(LOGS).resolve(name() + ".log");
  }

  /** How the run ended, beside its log. */
  public Path record() {
    return job().resolve(LOGS).resolve(name() + ".json");
  }

  /** What the job is doing, or was doing last. */
  public Path progress() {
    return job().resolve("progress.json");
  }
}
