package io.dateline.batch;

import io.dateline.batch.extract.DocumentFailure;
import io.dateline.batch.run.PartitionName;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts how often in a row a run failed at the same place, so that a run which can never end well
 * says so instead of being resumed night after night.
 *
 * <p>A place is a step, or a partition with the entries it has committed, and the kind of failure:
 * whatever gets a run further, or makes it fail in another way, begins the count anew. Runs that
 * were stopped or killed did not fail, and where the database failed nothing can be counted.
 */
@Component
class RepeatedFailures {

  private static final Logger log = LoggerFactory.getLogger(RepeatedFailures.class);

  /** Once is an accident and twice may be the same outage; nobody mends what fails unseen. */
  private static final int LIMIT = 3;

  private final RunStore store;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  RepeatedFailures(RunStore store, JdbcClient jdbc, TransactionTemplate transaction) {
    this.store = store;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** A step that failed, and how far it was. */
  private record Place(String step, long committed, RunFailure.Kind kind, Throwable cause) {}

  /** A place and how often in a row it was one, the last time included. */
  private record Counted(Place place, int failures) {}

  /**
   * Counts a failure.
   *
   * @param failure what is told of it otherwise
   * @return the same, or a failure of kind {@code REPEATED}
   */
  RunFailure count(Run run, JobExecution execution, RunFailure failure) {
    if (isOfService(failure.kind())) {
      return failure;
    }
    try {
      List<Place> places = places(run, execution);
      Optional<Counted> worst =
          Optional.ofNullable(transaction.execute(status -> record(run.runId(), places))).stream()
              .flatMap(List::stream)
              .filter(counted -> counted.failures() >= LIMIT)
              .findFirst();
      return worst.map(counted -> repeated(run, counted)).orElse(failure);
    } catch (RuntimeException e) {
      log.warn("The failure could not be counted: {}", e.toString());
      return failure;
    }
  }

  /** Forgets the failures of a run that has ended, well or not. */
  void forget(long runId) {
    transaction.executeWithoutResult(
        status -> jdbc.sql("DELETE FROM run_failures WHERE run_id = ?").param(runId).update());
  }

  private List<Place> places(Run run, JobExecution execution) {
    List<StepExecution> failed =
        execution.getStepExecutions().stream()
            .filter(step -> step.getStatus() == BatchStatus.FAILED)
            .toList();
    boolean inPartitions = failed.stream().anyMatch(PartitionName::isPartition);
    return failed.stream()
        // It fails because its partitions did.
        .filter(step -> !(inPartitions && step.getStepName().equals(Progress.EXTRACT_STEP)))
        .map(step -> place(run, step))
        .filter(place -> !isOfService(place.kind()))
        .filter(place -> place.kind() != RunFailure.Kind.STOPPED)
        .sorted(Comparator.comparing(Place::step))
        .toList();
  }

  private Place place(Run run, StepExecution step) {
    long committed =
        PartitionName.isPartition(step)
            ? store.partitions().get(run.runId(), PartitionName.number(step)).counts().entries()
            : 0;
    Throwable cause =
        step.getFailureExceptions().stream()
            .findFirst()
            .orElseGet(() -> new IllegalStateException("ended " + step.getExitStatus()));
    return new Place(step.getStepName(), committed, RunFailure.of(cause, "").kind(), cause);
  }

  private List<Counted> record(long runId, List<Place> places) {
    List<Counted> counted =
        places.stream().map(place -> new Counted(place, before(runId, place) + 1)).toList();
    jdbc.sql("DELETE FROM run_failures WHERE run_id = ?").param(runId).update();
    for (Counted one : counted) {
      jdbc.sql(
              "INSERT INTO run_failures (run_id, step_name, committed, kind, failures)"
                  + " VALUES (?, ?, ?, ?, ?)")
          .params(
              runId,
              one.place().step(),
              one.place().committed(),
              one.place().kind().name(),
              one.failures())
          .update();
    }
    return counted;
  }

  private int before(long runId, Place place) {
    return jdbc.sql(
            "SELECT failures FROM run_failures"
                + " WHERE run_id = ? AND step_name = ? AND committed = ? AND kind = ?")
        .params(runId, place.step(), place.committed(), place.kind().name())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  private static RunFailure repeated(Run run, Counted counted) {
    Place place = counted.place();
    StringBuilder text =
        new StringBuilder(String.valueOf(RunFailure.of(place.cause(), "").getMessage()).strip());
    text.append(" It failed for the ")
        .append(ordinal(counted.failures()))
        .append(" time at the same place (")
        .append(place.step());
    if (place.committed() > 0) {
      text.append(" after ").append(place.committed()).append(" entries");
    }
    text.append("). Mend that and run again");
    // What readers have already is completed, whatever is asked for.
    text.append(
        run.folders().isInPlace() ? "." : ", or give the run up and start anew with --fresh.");
    DocumentFailure document = DocumentFailure.in(place.cause());
    if (document != null && isOfDocument(place.kind())) {
      text.append(" It was reading ")
          .append(document.sourcePath())
          .append(" of `")
          .append(document.collection())
          .append("`, which `exclude` in the job file can leave out.");
    }
    return new RunFailure(RunFailure.Kind.REPEATED, text.toString(), place.cause());
  }

  /** A database or a broker that is away says nothing of the run. */
  private static boolean isOfService(RunFailure.Kind kind) {
    return kind == RunFailure.Kind.DATABASE || kind == RunFailure.Kind.BROKER;
  }

  /** A full disk or an input that is not mounted is no fault of the document it happened on. */
  private static boolean isOfDocument(RunFailure.Kind kind) {
    return kind == RunFailure.Kind.INTERNAL || kind == RunFailure.Kind.IO;
  }

  private static String ordinal(int number) {
    int teen = number % 100;
    if (number == LIMIT) {
      return "third";
    }
    if (teen >= 11 && teen <= 13) {
      return number + "th";
    }
    return number
        + switch (number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }
}
