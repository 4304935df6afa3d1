-- The database may commit each of these statements by itself, and the process may be killed between two:
-- each does nothing if it was done before.

-- When the run was rolled back; null of all others.
ALTER TABLE runs ADD COLUMN IF NOT EXISTS rolled_back_at VARCHAR(40);
-- Whether the rows that the run took the place of are still there: KEPT, or PURGED by a purge. Null in runs of an older
-- program, where nobody noted it.
ALTER TABLE runs ADD COLUMN IF NOT EXISTS superseded_rows VARCHAR(8);
