package io.dateline.batch.purge;

import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What Spring Batch keeps of a run: an instance, its executions, their steps, parameters and
 * contexts. Its repository could delete them, but in one transaction of any size.
 */
final class ExecutionRecords {

  private static final int STEPS_PER_TRANSACTION = 1_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final JobRepository repository;
  private final Job job;

  ExecutionRecords(
      JdbcTemplate jdbc, TransactionTemplate transaction, JobRepository repository, Job job) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.repository = repository;
    this.job = job;
  }

  /** How many executions of a run there are. */
  long count(Run run) {
    JobInstance instance = instance(run);
    return instance == null ? 0 : executions(instance).size();
  }

  /** Deletes all that there is of a run, children first. May be interrupted and called again. */
  void delete(Run run) {
    JobInstance instance = instance(run);
    if (instance == null) {
      return;
    }
    for (long execution : executions(instance)) {
      deleteExecution(execution);
    }
    transaction.executeWithoutResult(
        status ->
            jdbc.update(
                "DELETE FROM BATCH_JOB_INSTANCE WHERE JOB_INSTANCE_ID = ?",
                instance.getInstanceId()));
  }

  private @Nullable JobInstance instance(Run run) {
    return repository.getJobInstance(job.getName(), RunParameters.of(run));
  }

  private List<Long> executions(JobInstance instance) {
    return jdbc.queryForList(
        "SELECT JOB_EXECUTION_ID FROM BATCH_JOB_EXECUTION WHERE JOB_INSTANCE_ID = ?"
            + " ORDER BY JOB_EXECUTION_ID",
        Long.class,
        instance.getInstanceId());
  }

  private void deleteExecution(long execution) {
    while (deleteSteps(execution)) {
      // The next page.
    }
    transaction.executeWithoutResult(
        status -> {
          for (String table :
              List.of(
                  "BATCH_JOB_EXECUTION_CONTEXT",
                  "BATCH_JOB_EXECUTION_PARAMS",
                  "BATCH_JOB_EXECUTION")) {
            jdbc.update("DELETE FROM " + table + " WHERE JOB_EXECUTION_ID = ?", execution);
          }
        });
  }

  /** Deletes a page of steps; whether there was one. */
  private boolean deleteSteps(long execution) {
    List<Object[]> steps =
        jdbc.query(
            "SELECT STEP_EXECUTION_ID FROM BATCH_STEP_EXECUTION WHERE JOB_EXECUTION_ID = ?"
                + " FETCH FIRST "
                + STEPS_PER_TRANSACTION
                + " ROWS ONLY",
            (rs, row) -> new Object[] {rs.getLong(1)},
            execution);
    if (steps.isEmpty()) {
      // HSQLDB throws on an empty batch.
      return false;
    }
    transaction.executeWithoutResult(
        status -> {
          jdbc.batchUpdate(
              "DELETE FROM BATCH_STEP_EXECUTION_CONTEXT WHERE STEP_EXECUTION_ID = ?", steps);
          jdbc.batchUpdate("DELETE FROM BATCH_STEP_EXECUTION WHERE STEP_EXECUTION_ID = ?", steps);
        });
    return true;
  }
}
