package io.dateline.cli.status;

import io.dateline.batch.journal.JournalFile;
import io.dateline.batch.journal.ProgressReport;
import io.dateline.batch.run.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The runs below an output folder, read from its files.
 *
 * <p>A file that is broken is left out with one sentence, said once for each file. Not safe for use
 * by several threads.
 */
public final class RunHistory {

  /** Name of the file in a published folder. */
  private static final String RUN_JSON = "run.json";

  private static final String PUBLISHED = "PUBLISHED";

  private static final String ROLLED_BACK = "ROLLED_BACK";

  private static final double MILLIS_PER_SECOND = 1e3;

  private static final String RESUMES =
      "Its process is gone; the next `run` of the job resumes it.";

  private final Path output;
  private final int limit;
  private final Clock clock;
  private final Consumer<String> complaints;
  private final Set<Path> complained = new HashSet<>();

  /**
   * A history of an output folder.
   *
   * @param limit most runs of a job that are read
   * @param complaints takes a sentence for each file that cannot be read
   */
  public RunHistory(Path output, int limit, Clock clock, Consumer<String> complaints) {
    this.output = output;
    this.limit = limit;
    this.clock = clock;
    this.complaints = complaints;
  }

  /**
   * The jobs that have left something in the output folder, in the order of their names.
   *
   * @throws IOException if the folder cannot be listed
   */
  public List<JobRuns> all() throws IOException {
    List<Path> folders;
    try (Stream<Path> entries = Files.list(output)) {
      folders = entries.filter(Files::isDirectory).sorted().toList();
    } catch (NotDirectoryException e) {
      return List.of();
    }
    List<JobRuns> jobs = new ArrayList<>();
    for (Path folder : folders) {
      if (RunFiles.areIn(folder)) {
        jobs.add(of(String.valueOf(folder.getFileName())));
      }
    }
    return jobs;
  }

  /** The runs of one job, which may have none. */
  public JobRuns of(String job) throws IOException {
    Path folder = output.resolve(job);
    List<RunFiles> files = RunFiles.newest(folder, limit);
    ProgressReport report = progress(folder);
    Optional<RunName> reported =
        report == null
            ? Optional.empty()
            : RunName.of(report.name()).filter(name -> name.number() == report.run());
    List<RunStatus> runs = new ArrayList<>();
    for (RunFiles run : files) {
      boolean current = reported.isPresent() && reported.get().equals(run.name());
      RunStatus status = current ? status(run, report) : status(run, null);
      if (status != null) {
        runs.add(status);
      }
    }
    if (report != null
        && reported.isPresent()
        && files.stream().noneMatch(run -> run.name().equals(reported.get()))) {
      RunStatus status = status(new RunFiles(reported.get(), null, null), report);
      if (status != null) {
        runs.add(status);
        runs.sort((a, b) -> name(a).compareTo(name(b)));
      }
    }
    // An older run can be under way, while it is resumed.
    runs.sort((a, b) -> Boolean.compare(b.isLive(), a.isLive()));
    return new JobRuns(
        job,
        runs.subList(0, Math.min(limit, runs.size())),
        files.size() > limit || runs.size() > limit);
  }

  private static RunName name(RunStatus run) {
    return new RunName(run.runDate(), run.run());
  }

  private @Nullable ProgressReport progress(Path folder) {
    Path file = folder.resolve("progress.json");
    return Files.exists(file) ? read(file, ProgressReport.class) : null;
  }

  private @Nullable RunStatus status(RunFiles files, @Nullable ProgressReport report) {
    EndedRun ended = ended(files);
    if (report == null) {
      return ended == null ? null : ended(files, ended);
    }
    boolean unended = report.state().equals(ProgressReport.RUNNING);
    if (unended && Liveness.isAlive(report, clock.instant())) {
      return unended(report, RunStatus.RUNNING, clock.instant(), null);
    }
    // A process writes the record before its last report, and may have died in between.
    if (ended != null && (!unended || ended.isNotBefore(report.processStartedAt()))) {
      return ended(files, ended);
    }
    return unended
        ? unended(report, RunStatus.INTERRUPTED, report.updatedAt(), RESUMES)
        : unrecorded(report);
  }

  /** How a run ended, from its record or from its run.json, whichever was written later. */
  private @Nullable EndedRun ended(RunFiles files) {
    EndedRun record = files.record() == null ? null : read(files.record(), EndedRun.class);
    if (record != null && (files.folder() == null || isSettled(record.state()))) {
      return record;
    }
    Path folder = files.folder();
    if (folder == null || !Files.exists(folder.resolve(RUN_JSON))) {
      return record;
    }
    EndedRun published = read(folder.resolve(RUN_JSON), EndedRun.class);
    return published != null && (record == null || published.isLaterThan(record))
        ? published
        : record;
  }

  /** Whether a record of this state knows better than the folder that the run published. */
  private static boolean isSettled(@Nullable String state) {
    return PUBLISHED.equals(state) || ROLLED_BACK.equals(state);
  }

  private static RunStatus ended(RunFiles files, EndedRun run) {
    return new RunStatus(
        name(files.name()),
        files.name().number(),
        files.name().date(),
        state(files, run),
        run.startedAt(),
        run.finishedAt(),
        run.seconds() != null
            ? run.seconds()
            : run.startedAt() == null || run.finishedAt() == null
                ? null
                : seconds(run.startedAt(), run.finishedAt()),
        run.entries(),
        run.articles(),
        run.rejections(),
        run.resumed(),
        run.exitCode(),
        run.lastError(),
        run.rolledBackAt() == null
            ? null
            : "Rolled back at " + run.rolledBackAt().truncatedTo(ChronoUnit.SECONDS) + ".",
        run.takeover(),
        null);
  }

  private static String state(RunFiles files, EndedRun run) {
    if (files.isTrial()) {
      return RunStatus.TRIAL;
    }
    String state = run.state() == null ? PUBLISHED : run.state();
    return run.isBaseline() && state.equals(PUBLISHED) ? RunStatus.BASELINE : state;
  }

  private static RunStatus unended(
      ProgressReport report, String state, Instant until, @Nullable String hint) {
    return new RunStatus(
        report.name(),
        report.run(),
        report.runDate(),
        state,
        report.startedAt(),
        null,
        seconds(report.startedAt(), until),
        report.entriesDone(),
        null,
        null,
        (long) report.resumed(),
        null,
        null,
        hint,
        report.takeover(),
        progress(report));
  }

  /** A run whose record could not be written: its last report says what there is. */
  private static RunStatus unrecorded(ProgressReport report) {
    return new RunStatus(
        report.name(),
        report.run(),
        report.runDate(),
        report.state(),
        report.startedAt(),
        report.updatedAt(),
        seconds(report.startedAt(), report.updatedAt()),
        report.entriesDone(),
        null,
        null,
        (long) report.resumed(),
        report.exitCode(),
        report.error(),
        null,
        report.takeover(),
        null);
  }

  private static RunStatus.Progress progress(ProgressReport report) {
    long done = report.filesDone();
    Long total = report.filesTotal();
    double rate = Double.isFinite(report.documentsPerSecond()) ? report.documentsPerSecond() : 0;
    Integer percent = null;
    Long remaining = null;
    if (total != null && total > 0) {
      percent = (int) Math.max(0, Math.min(100, 100.0 * done / total));
      if (rate > 0 && done > 0) {
        double entriesPerFile = (double) report.entriesDone() / done;
        remaining = (long) Math.ceil(Math.max(0, (double) total - done) * entriesPerFile / rate);
      }
    }
    return new RunStatus.Progress(
        report.step(),
        report.entriesDone(),
        done,
        total,
        percent,
        rate,
        remaining,
        report.pid(),
        report.host(),
        report.updatedAt());
  }

  private static String name(RunName name) {
    return String.format(Locale.ROOT, "%s-%04d", name.date(), name.number());
  }

  private static double seconds(Instant from, Instant to) {
    Duration time = Duration.between(from, to);
    return Math.max(0, time.toSeconds() + time.toMillisPart() / MILLIS_PER_SECOND);
  }

  private <T> @Nullable T read(Path file, Class<T> type) {
    try {
      return JournalFile.read(file, type);
    } catch (IOException e) {
      if (complained.add(file)) {
        complaints.accept("Skipped " + file + ": " + IoReason.of(e) + ".");
      }
      return null;
    }
  }
}
