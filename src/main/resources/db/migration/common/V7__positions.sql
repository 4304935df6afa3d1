-- The database may commit each of these statements by itself, and the process may be killed between two:
-- each does nothing if it was done before.

-- How far a partition is read: files that are finished, and entries of the next one that are read or passed over.
-- In runs of an older program each file was one entry.
ALTER TABLE run_partitions ADD COLUMN IF NOT EXISTS files_read BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE run_partitions ADD COLUMN IF NOT EXISTS entries_read BIGINT DEFAULT 0 NOT NULL;
UPDATE run_partitions SET files_read = entries WHERE files_read = 0 AND entries <> 0;

-- Of the file that is not finished: whether the next run is to read it again, and from which run date.
ALTER TABLE run_partitions ADD COLUMN IF NOT EXISTS file_retry BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE run_partitions ADD COLUMN IF NOT EXISTS file_retry_on VARCHAR(10);

-- Entries of containers that are no documents by their nature, by kind, as a JSON object.
ALTER TABLE run_partitions ADD COLUMN IF NOT EXISTS ignored VARCHAR(20000) DEFAULT '{}' NOT NULL;
