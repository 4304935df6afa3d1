package io.dateline.batch.plan;

import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunRequest;
import io.dateline.batch.selection.RowSelector;
import io.dateline.batch.selection.SelectedFiles;
import io.dateline.batch.settings.JobSettings;
import io.dateline.source.InputRoot;
import io.dateline.source.PlanRequest;
import io.dateline.source.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run asks of its input, from its settings. */
public final class InputPlan {

  private InputPlan() {}

  static PlanRequest request(Run run, Instant now) {
    return new PlanRequest(
        run.inputRoots(),
        selection(run.frozen().settings(), now),
        run.frozen().full(),
        run.frozen().verifyHashes(),
        run.runDate(),
        run.isSelective(),
        run.frozen().limit());
  }

  static PlanRequest request(RunRequest request, Instant now) {
    return new PlanRequest(
        request.roots(),
        selection(request.settings(), now),
        request.full(),
        request.verifyHashes(),
        request.runDate().toString(),
        request.settings().select().selects(),
        request.limit());
  }

  /** What a job reads, whatever the age of files. */
  public static Selection selection(JobSettings settings) {
    return Selection.of(settings.include(), settings.exclude(), Long.MAX_VALUE);
  }

  /** The known files that a selection means. */
  static SelectedFiles selected(
      JdbcClient jdbc, String jobName, RowSelector selector, List<InputRoot> roots) {
    return new SelectedFiles(
        jdbc,
        jobName,
        selector,
        roots.stream().map(InputRoot::collection).collect(Collectors.toSet()),
        new LedgerReader(jdbc, jobName));
  }

  private static Selection selection(JobSettings settings, Instant now) {
    long newest =
        settings.minAge() == 0
            // A file may well be dated in the future; without an age to wait for, that is no
            // matter.
            ? Long.MAX_VALUE
            : nanos(now.minus(Duration.ofSeconds(settings.minAge())));
    return Selection.of(settings.include(), settings.exclude(), newest);
  }

  private static long nanos(Instant instant) {
    return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
  }
}
