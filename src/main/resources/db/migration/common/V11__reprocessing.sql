-- The database may commit each of these statements by itself, and the process may be killed between two:
-- each does nothing if it was done before.

-- Whether the run read a selection of what was known: then it says nothing of how often fields are filled in what
-- comes in.
ALTER TABLE runs ADD COLUMN IF NOT EXISTS selective BOOLEAN DEFAULT FALSE NOT NULL;

-- Articles that it made of entries which earlier runs had rejected; null before it was summarised.
ALTER TABLE runs ADD COLUMN IF NOT EXISTS rescued BIGINT;

-- Articles and rejections of entries that were not selected: rows taken over as they were.
ALTER TABLE run_partitions ADD COLUMN IF NOT EXISTS kept BIGINT DEFAULT 0 NOT NULL;

-- Which run made the rows that a later one took over.
CREATE TABLE IF NOT EXISTS kept_rows (
  run_id         BIGINT NOT NULL,
  ordinal        BIGINT NOT NULL,
  made_by_run_id BIGINT NOT NULL,
  CONSTRAINT kept_rows_pk PRIMARY KEY (run_id, ordinal)
);

-- Number of the file that took the place of a superseded one; null where none did, and in runs of an older program.
ALTER TABLE superseded_files ADD COLUMN IF NOT EXISTS by_file_number BIGINT;

-- Rejections of entries that a later run made articles of.
CREATE TABLE IF NOT EXISTS rescued_rows (
  run_id     BIGINT NOT NULL,
  ordinal    BIGINT NOT NULL,
  by_run_id  BIGINT NOT NULL,
  by_ordinal BIGINT NOT NULL,
  CONSTRAINT rescued_rows_pk PRIMARY KEY (run_id, ordinal, by_run_id)
);
CREATE INDEX IF NOT EXISTS rescued_rows_by ON rescued_rows (by_run_id, run_id, ordinal);
