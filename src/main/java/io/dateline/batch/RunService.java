package io.dateline.batch;

import static java.util.Objects.requireNonNull;

import io.dateline.batch.lease.HeldLease;
import io.dateline.batch.lease.JobLeases;
import io.dateline.batch.publish.Publication;
import io.dateline.batch.rollback.UnfinishedRollbacks;
import io.dateline.batch.rows.RunRows;
import io.dateline.batch.run.ConfigHash;
import io.dateline.batch.run.CurrentExecution;
import io.dateline.batch.run.Progress;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.Run.Frozen;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunFolders;
import io.dateline.batch.run.RunParameters;
import io.dateline.batch.run.RunRequest;
import io.dateline.batch.run.RunStore;
import io.dateline.batch.run.RunSummary;
import io.dateline.batch.settings.JobSettings;
import io.dateline.extract.ExtractorVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a job: resumes what an earlier process left unfinished, then starts anew. It holds the job's
 * lease all the while, so every execution it finds running is a dead one.
 */
@Component
public class RunService {

  private static final Logger log = LoggerFactory.getLogger(RunService.class);

  private static final String RESUME = "Run the same command again to resume.";

  /** What Spring Batch has not heard of must not bring these back. */
  private static final Set<Run.State> ENDED_FOR_GOOD =
      Set.of(Run.State.ABANDONED, Run.State.ROLLING_BACK, Run.State.ROLLED_BACK);

  /** Other jobs that may take the key of a new run before this one is through. */
  private static final int MAX_BEGINNINGS = 100;

  private final Job job;
  private final JobOperator operator;
  private final DeadExecutions dead;
  private final JobRepository repository;
  private final RunStore store;
  private final RunRows rows;
  private final CurrentExecution current;
  private final Progress progress;
  private final TransactionTemplate transaction;
  private final Preconditions preconditions;
  private final JobLeases leases;
  private final RepeatedFailures repeated;
  private final UnfinishedRollbacks rollbacks;
  private volatile boolean stopRequested;

  RunService(
      Job job,
      JobOperator operator,
      DeadExecutions dead,
      JobRepository repository,
      RunStore store,
      RunRows rows,
      CurrentExecution current,
      Progress progress,
      TransactionTemplate transaction,
      Preconditions preconditions,
      JobLeases leases,
      RepeatedFailures repeated,
      UnfinishedRollbacks rollbacks) {
    this.rollbacks = rollbacks;
    this.leases = leases;
    this.repeated = repeated;
    this.preconditions = preconditions;
    this.job = job;
    this.operator = operator;
    this.dead = dead;
    this.repository = repository;
    this.store = store;
    this.rows = rows;
    this.current = current;
    this.progress = progress;
    this.transaction = transaction;
  }

  /** Hears of a run before it is started or resumed. */
  public interface Listener {

    /** A run is about to work in this folder. */
    void starting(Run run, boolean resumed);

    /** The run was published, or found nothing new. */
    default void ended(Run run, RunSummary summary) {}

    /** The job was taken over from a process that had not ended its work. */
    default void takenOver(String sentence) {
      note(sentence);
    }

    /** An unfinished run was given up, for the reason that this sentence tells. */
    default void abandoned(Run run, String sentence) {}

    /** Something the operator should know, as a sentence. */
    void note(String sentence);
  }

  /**
   * Resumes and runs.
   *
   * @return what each run did, in order: the resumed one, if there was one, and the new one
   * @throws RunFailure if the surroundings stopped it, somebody asked it to stop, or another
   *     process works on the job
   */
  public List<RunSummary> run(RunRequest request, Listener listener) {
    checkStop();
    try (HeldLease lease = leases.take(request.jobName(), current::requestStop)) {
      lease.takeover().ifPresent(listener::takenOver);
      try {
        return runAlone(request, listener);
      } catch (RuntimeException e) {
        // Whatever a process runs into that has lost its lease, this is why.
        RunFailure loss = lease.loss();
        throw loss == null ? e : loss;
      }
    }
  }

  private List<RunSummary> runAlone(RunRequest request, Listener listener) {
    List<RunSummary> done = new ArrayList<>();
    preconditions.requireWritable(request);
    rollbacks.finish(request.jobName()).forEach(listener::note);
    preconditions.remarks(request).forEach(listener::note);
    // The process may have died between publishing a run and deleting what was gone.
    store.newestPublished(request.jobName()).ifPresent(this::deleteRemoved);
    Optional<Run> unfinished = unfinished(request.jobName());
    if (unfinished.isPresent()) {
      Run run = unfinished.get();
      String obstacle = Resumability.obstacle(run, request);
      if (obstacle == null) {
        listener.starting(run, true);
        transaction.executeWithoutResult(status -> store.countResume(run.runId()));
        done.add(finish(run, resume(run), listener));
        if (Resumability.isWhatIsAsked(run, request)) {
          return done;
        }
      } else if (request.resumeOnly() && !request.fresh()) {
        throw new RunFailure(
            RunFailure.Kind.CONFIGURATION,
            "Run "
                + run.folders().name()
                + " cannot be resumed: "
                + obstacle
                + ". Run without --resume-only to give it up and start anew.",
            null);
      } else {
        String sentence =
            "Gave up the unfinished run " + run.folders().name() + ": " + obstacle + ".";
        listener.note(sentence);
        abandon(run);
        listener.abandoned(run, sentence);
      }
    }
    if (request.resumeOnly()) {
      if (done.isEmpty()) {
        listener.note("There is no unfinished run of " + request.jobName() + " to resume.");
      }
      return done;
    }
    preconditions.requirePlausibleDate(request);
    Run run = begin(request);
    listener.starting(run, false);
    done.add(finish(run, start(run), listener));
    return done;
  }

  /** Asks the run in this process to end at its next checkpoint. */
  public void stop() {
    stopRequested = true;
    current.requestStop();
    JobExecution execution = current.get();
    if (execution == null) {
      return;
    }
    try {
      operator.stop(execution);
    } catch (JobExecutionNotRunningException | RuntimeException e) {
      // It ended just now, or a step committed at the same moment; each step asks again by itself.
      log.info("The run could not be stopped at once: {}", e.toString());
    }
  }

  /** The newest run, if it is unfinished in our tables or in those of Spring Batch. */
  private Optional<Run> unfinished(String jobName) {
    Optional<Run> running = store.unfinished(jobName);
    if (running.isPresent()) {
      return running;
    }
    return store
        .newest(jobName)
        .filter(run -> !ENDED_FOR_GOOD.contains(run.state()))
        .filter(
            run -> {
              JobExecution last = lastExecution(run);
              return last != null && last.isRunning();
            });
  }

  private @Nullable JobExecution lastExecution(Run run) {
    return repository.getLastJobExecution(job.getName(), RunParameters.of(run));
  }

  private Run begin(RunRequest request) {
    JobSettings settings = request.settings();
    Frozen frozen =
        new Frozen(
            settings.ofRun(),
            request.roots().stream()
                .map(r -> new Run.Root(r.collection(), r.folder().toString()))
                .toList(),
            request.output().toString(),
            request.full(),
            request.verifyHashes(),
            request.limit(),
            request.keepOld());
    for (int attempt = 1; ; attempt++) {
      try {
        return requireNonNull(
            transaction.execute(
                status ->
                    store.begin(
                        request.jobName(),
                        RunFolders.highestNumber(request.output().resolve(request.jobName())),
                        request.runDate().toString(),
                        ExtractorVersion.CURRENT,
                        ConfigHash.of(settings),
                        frozen)));
      } catch (DuplicateKeyException e) {
        // Another job began in the same database at this moment, and has this key now.
        if (attempt >= MAX_BEGINNINGS) {
          throw e;
        }
      }
    }
  }

  private JobExecution start(Run run) {
    checkStop();
    progress.reset();
    try {
      JobParameters parameters = RunParameters.of(run);
      return operator.start(job, parameters);
    } catch (Exception e) {
      throw RunFailure.of(e, RESUME);
    }
  }

  private JobExecution resume(Run run) {
    JobExecution last = lastExecution(run);
    if (last == null) {
      // The process died between the run's row and Spring Batch's.
      return start(run);
    }
    checkStop();
    progress.reset();
    if (run.plan() != null) {
      progress.resume(run.plan().files(), store.partitions().of(run.runId()));
    }
    try {
      return operator.restart(dead.recover(last));
    } catch (Exception e) {
      throw RunFailure.of(e, RESUME);
    }
  }

  private void checkStop() {
    if (stopRequested) {
      throw new RunFailure(RunFailure.Kind.STOPPED, "Stopped before the run began.", null);
    }
  }

  private RunSummary finish(Run run, JobExecution execution, Listener listener) {
    if (execution.getStatus() == BatchStatus.STOPPED || (stopRequested && !completed(execution))) {
      throw new RunFailure(
          RunFailure.Kind.STOPPED, "Stopped at a checkpoint. " + RESUME, firstCause(execution));
    }
    if (!completed(execution)) {
      throw failed(run, execution);
    }
    Run ended = store.get(run.runId());
    repeated.forget(run.runId());
    deleteRemoved(ended);
    RunSummary summary =
        RunSummary.of(
            ended,
            // No run is published whose tables and files do not have just these rows.
            store.partitions().committed(run.runId()),
            store.rejectionsByReason(run.runId()),
            RunSummary.publishedFiles(ended),
            store.countOlderArticles(run.jobName(), ExtractorVersion.CURRENT),
            store.quality().filled(run.runId()),
            store.quality().drops(run.runId()));
    listener.ended(ended, summary);
    return summary;
  }

  private RunFailure failed(Run run, JobExecution execution) {
    Throwable cause = firstCause(execution);
    if (store.get(run.runId()).plan() != null) {
      return repeated.count(run, execution, RunFailure.of(cause, RESUME));
    }
    // Nothing was read yet: the next run had better see the input as it is then, with its own date.
    RunFailure failure = RunFailure.of(cause, "Run the same command again.");
    try {
      abandon(run);
    } catch (RuntimeException e) {
      log.warn("The run that failed could not be given up", e);
    }
    return failure;
  }

  /** After the run is current, so that a run that is given up has deleted nothing. */
  private void deleteRemoved(Run run) {
    if (run.state() == Run.State.PUBLISHED
        && run.frozen().settings().removed() == JobSettings.Removed.DELETE
        && !store.areRemovedRowsDeleted(run.runId())) {
      rows.deleteRemoved(run.runId());
      transaction.executeWithoutResult(status -> store.recordRemovedRowsDeleted(run.runId()));
    }
  }

  private static boolean completed(JobExecution execution) {
    return execution.getStatus() == BatchStatus.COMPLETED;
  }

  private static Throwable firstCause(JobExecution execution) {
    List<Throwable> causes = execution.getAllFailureExceptions();
    // Of a database that is lost all else is a consequence; and a partition's own exception says
    // more than the step's remark that a partition failed.
    return causes.stream()
        .filter(t -> RunFailure.of(t, "").kind() == RunFailure.Kind.DATABASE)
        .findFirst()
        .or(() -> causes.stream().filter(t -> !(t instanceof JobExecutionException)).findFirst())
        .or(() -> causes.stream().findFirst())
        .orElseGet(() -> new IllegalStateException("the job ended " + execution.getExitStatus()));
  }

  private void abandon(Run run) {
    JobExecution last = lastExecution(run);
    if (last != null && last.getStatus() != BatchStatus.ABANDONED) {
      try {
        operator.abandon(dead.recover(last));
      } catch (Exception e) {
        throw RunFailure.of(e, RESUME);
      }
    }
    leases.requireHeld();
    try {
      new Publication(run, store).discard();
    } catch (IOException e) {
      throw RunFailure.of(e, RESUME);
    }
    rows.delete(run);
    repeated.forget(run.runId());
    // Last: until then the next start finds it unfinished and gives it up again.
    transaction.executeWithoutResult(
        status -> store.finish(run.runId(), Run.State.ABANDONED, null));
  }
}
