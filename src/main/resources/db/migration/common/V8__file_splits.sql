-- The database may commit each of these statements by itself, and the process may be killed between two:
-- each does nothing if it was done before.

-- Which part of its one file a partition is, as a JSON object; null if it has all of its files. The ledger learns of
-- such a file when all of its parts are read.
ALTER TABLE run_partitions ADD COLUMN IF NOT EXISTS file_split VARCHAR(1000);
