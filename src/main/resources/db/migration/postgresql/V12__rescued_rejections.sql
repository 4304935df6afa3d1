-- Twin of hsqldb/V12.

-- What was rejected once and is an article now: by which run.
CREATE VIEW rescued_rejections AS
  SELECT r.job_name, x.run_id, x.ordinal, x.collection, x.source_path, x.entry_name, x.reason, x.message,
    r.run_number AS rescued_by_run, r.run_date AS rescued_date, s.by_run_id, s.by_ordinal
  FROM rescued_rows s
  JOIN runs r ON r.run_id = s.by_run_id
  JOIN rejection_rows x ON x.run_id = s.run_id AND x.ordinal = s.ordinal
  WHERE r.state = 'PUBLISHED';
