-- The database may commit each of these statements by itself, and the process may be killed between two:
-- each does nothing if it was done before.

-- Spring Batch's own tables have no index but those of their keys. The last execution of an instance:
CREATE INDEX IF NOT EXISTS batch_job_execution_instance ON BATCH_JOB_EXECUTION (JOB_INSTANCE_ID, JOB_EXECUTION_ID);
CREATE INDEX IF NOT EXISTS batch_job_parameters ON BATCH_JOB_EXECUTION_PARAMS (JOB_EXECUTION_ID);
-- The steps of an execution, and the last try of each of its up to 1,000 partitions: without the name each of
-- them would look at all of them.
CREATE INDEX IF NOT EXISTS batch_step_execution_job ON BATCH_STEP_EXECUTION (JOB_EXECUTION_ID, STEP_NAME);

-- The unfinished run, the published runs, the newest of a kind: not by way of every night there was.
CREATE INDEX IF NOT EXISTS runs_state ON runs (job_name, state, run_id);

-- When the run's folder was deleted, since no current row pointed into it; null while it should be there.
ALTER TABLE runs ADD COLUMN IF NOT EXISTS purged_at VARCHAR(40);
-- Whether it read nothing, and holds copies of the rows that were current when it was made.
ALTER TABLE runs ADD COLUMN IF NOT EXISTS baseline BOOLEAN DEFAULT FALSE NOT NULL;
