-- Some databases commit each of these statements by itself, and the process may be killed between two: each does
-- nothing if it was done before.

-- Who works on a job. Times are the database's own, in UTC: the clocks of hosts may differ.
CREATE TABLE IF NOT EXISTS job_leases (
  job_name      VARCHAR(100) NOT NULL,
  owner         VARCHAR(100) NOT NULL,
  host          VARCHAR(255) NOT NULL,
  -- Tells hosts and containers of one name apart; empty where the system does not say.
  machine       VARCHAR(200) NOT NULL,
  process_id    BIGINT       NOT NULL,
  -- In the units of the machine's kernel, since its boot.
  process_start BIGINT       NOT NULL,
  token         VARCHAR(36)  NOT NULL,
  acquired      TIMESTAMP    NOT NULL,
  renewed       TIMESTAMP    NOT NULL,
  -- Changes with every sign of life.
  beats         BIGINT       NOT NULL,
  CONSTRAINT job_leases_pk PRIMARY KEY (job_name)
);

-- Where unfinished runs failed last, and how often in a row at that place.
CREATE TABLE IF NOT EXISTS run_failures (
  run_id    BIGINT       NOT NULL,
  step_name VARCHAR(100) NOT NULL,
  -- Entries of the partition that were committed; 0 for steps without partitions.
  committed BIGINT       NOT NULL,
  kind      VARCHAR(20)  NOT NULL,
  failures  INTEGER      NOT NULL,
  CONSTRAINT run_failures_pk PRIMARY KEY (run_id, step_name)
);
