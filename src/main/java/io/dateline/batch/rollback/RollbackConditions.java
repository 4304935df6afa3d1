package io.dateline.batch.rollback;

import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.settings.JobSettings;
import io.dateline.output.PackagedTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must be so that the archive can go back to what it was before a run. */
final class RollbackConditions {

  /** Later runs that a message names. */
  private static final int NAMED = 5;

  private final RunStore store;
  private final RollbackRows rows;

  RollbackConditions(RunStore store, RollbackRows rows) {
    this.store = store;
    this.rows = rows;
  }

  /**
   * The published runs that came after a run, newest first.
   *
   * @param withLater whether they may be taken back as well
   * @throws RollbackRefusedException if the run can not be taken back, or not alone
   * @throws RunFailure of kind BUSY if a run of the job is unfinished
   */
  List<Run> laterRuns(Run run, boolean withLater) throws RollbackRefusedException {
    String name = run.folders().name();
    store
        .unfinished(run.jobName())
        .ifPresent(
            begun -> {
              throw new RunFailure(
                  RunFailure.Kind.BUSY,
                  "Run "
                      + begun.folders().name()
                      + " is unfinished, and a rollback would pull the archive from under it; let"
                      + " `run --resume-only` end it first, then take it back as well.",
                  null);
            });
    String obstacle = obstacle(run);
    if (obstacle != null) {
      throw new RollbackRefusedException("run " + name + " cannot be rolled back: " + obstacle);
    }
    List<Run> later =
        store.published(run.jobName()).stream()
            .filter(runId -> runId > run.runId())
            .sorted((a, b) -> Long.compare(b, a))
            .map(store::get)
            .toList();
    for (Run after : later) {
      if (rows.isBaseline(after.runId())) {
        throw new RollbackRefusedException(
            "run "
                + name
                + " cannot be rolled back: the baseline "
                + after.folders().name()
                + " was made after it, and holds what it published");
      }
    }
    if (!later.isEmpty() && !withLater) {
      throw new RollbackRefusedException(
          "run "
              + name
              + " cannot be rolled back alone: "
              + names(later)
              + (later.size() == 1 ? " was" : " were")
              + " published after it, on top of what it made current; add --with-later to roll"
              + (later.size() == 1 ? " it" : " them")
              + " back as well");
    }
    return later;
  }

  private @Nullable String obstacle(Run run) {
    return switch (run.state()) {
      case PUBLISHED ->
          rows.isBaseline(run.runId())
              ? "it is a baseline, a copy of what was current when `purge --compact` made it"
              : null;
      case TRIAL -> "it is a trial or a rehearsal, and no part of the archive";
      case NOTHING_NEW -> "it found nothing new and published nothing";
      case ABANDONED -> "it was given up and published nothing";
      case RUNNING, COMPACTING -> "it is not published";
      case ROLLING_BACK, ROLLED_BACK -> "it is already";
    };
  }

  private static String names(List<Run> newestFirst) {
    String names =
        newestFirst.stream()
            .limit(NAMED)
            .map(run -> run.folders().name())
            .collect(Collectors.joining(", "));
    int more = newestFirst.size() - NAMED;
    return more > 0 ? names + " and " + more + " more" : names;
  }

  /**
   * Checks that what was current before is there.
   *
   * @param runs those to be taken back
   * @param keys their keys, the first one that of the oldest
   * @return how many files are current again
   * @throws RunFailure of kind INPUT if something of it is gone
   */
  long requireWholePast(List<Run> runs, Set<Long> keys) {
    long oldest = keys.stream().mapToLong(Long::longValue).min().orElseThrow();
    boolean isFirst =
        store.published(runs.get(0).jobName()).stream().noneMatch(other -> other < oldest);
    for (Run run : runs) {
      String loss = isFirst ? null : loss(run);
      if (loss != null) {
        throw gone(run, loss);
      }
    }
    Map<Long, Long> again = rows.superseded(keys, oldest);
    for (long runId : again.keySet()) {
      Path articles =
          store.get(runId).folders().published().resolve(PackagedTable.ARTICLES.fileName());
      if (!Files.isRegularFile(articles)) {
        throw gone(
            runs.get(runs.size() - 1),
            articles + " with articles that would be current again is gone; put it back");
      }
    }
    return again.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What is gone of that which a run took the place of, as a phrase with what to do, or null. */
  private @Nullable String loss(Run run) {
    String anew = "; mend what is wrong and read the input anew with `run --full`";
    String kept = rows.supersededRows(run.runId()).orElse(null);
    if (kept == null) {
      return "it was published by an older Dateline, which did not note whether a purge took what"
          + " was current before it"
          + anew;
    }
    if (!kept.equals("KEPT")) {
      return "what was current before it was purged since" + anew;
    }
    Run.PlanSummary plan = Objects.requireNonNull(run.plan(), "a published run was planned");
    return plan.removed() > 0 && run.frozen().settings().removed() == JobSettings.Removed.DELETE
        ? "it deleted the rows of files that were gone" + anew
        : null;
  }

  private static RunFailure gone(Run run, String what) {
    return new RunFailure(
        RunFailure.Kind.INPUT,
        "Run " + run.folders().name() + " cannot be rolled back: " + what + ".",
        null);
  }
}
