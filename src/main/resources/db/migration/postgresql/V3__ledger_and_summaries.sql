-- Twin of hsqldb/V3: same tables, columns, views and indexes. Here a script is one transaction.

-- What planning found and what the run came to. Null in runs of an older program, where nobody counted.
ALTER TABLE runs ADD COLUMN hashed BIGINT;
ALTER TABLE runs ADD COLUMN known_files BIGINT;
ALTER TABLE runs ADD COLUMN gone_files BIGINT;
ALTER TABLE runs ADD COLUMN removed_files BIGINT;
ALTER TABLE runs ADD COLUMN gates VARCHAR(200);
ALTER TABLE runs ADD COLUMN articles BIGINT;
ALTER TABLE runs ADD COLUMN quotes BIGINT;
ALTER TABLE runs ADD COLUMN rejections BIGINT;
ALTER TABLE runs ADD COLUMN output_bytes BIGINT;
ALTER TABLE runs ADD COLUMN older_articles BIGINT;
-- Which definition of the summaries the run's groups follow; null or another one: count anew.
ALTER TABLE runs ADD COLUMN summary_version INTEGER;
-- Whether the rows of removed files are deleted, where the job says so.
ALTER TABLE runs ADD COLUMN removed_rows_deleted BOOLEAN DEFAULT FALSE NOT NULL;

-- The run date from which a file is worth reading again although it did not change.
ALTER TABLE source_files ADD COLUMN retry_on VARCHAR(10);

-- A file that a run found gone is superseded by nothing.
ALTER TABLE superseded_files ADD COLUMN removed BOOLEAN DEFAULT FALSE NOT NULL;
CREATE INDEX superseded_files_by_run ON superseded_files (by_run_id, run_id, file_number);
DROP INDEX superseded_files_by;

-- Known files that have the same bytes at another time: their new time, once the run has ended well.
CREATE TABLE touched_files (
  run_id         BIGINT NOT NULL,
  file_number    BIGINT NOT NULL,
  by_run_id      BIGINT NOT NULL,
  modified_nanos BIGINT NOT NULL,
  CONSTRAINT touched_files_pk PRIMARY KEY (run_id, file_number, by_run_id)
);
CREATE INDEX touched_files_by ON touched_files (by_run_id);

-- Which rows have a text: its key is the first 64 bits of content_sha256. A table of its own, since keys in
-- random order make inserts into wide rows slow.
CREATE TABLE article_texts (
  text_key BIGINT NOT NULL,
  run_id   BIGINT NOT NULL,
  ordinal  BIGINT NOT NULL,
  CONSTRAINT article_texts_pk PRIMARY KEY (text_key, run_id, ordinal)
);

-- Groups of the summaries: what each came to by the run that last touched it. The key is the group's values in
-- UTF-8, so that their order is that of bytes and of no collation.
CREATE TABLE summary_groups (
  job_name     VARCHAR(100)    NOT NULL,
  summary      VARCHAR(40)     NOT NULL,
  group_key    BYTEA           NOT NULL,
  run_id       BIGINT          NOT NULL,
  key_1        TEXT,
  key_2        TEXT,
  group_rows   BIGINT          NOT NULL,
  second_count BIGINT          NOT NULL,
  CONSTRAINT summary_groups_pk PRIMARY KEY (job_name, summary, group_key, run_id)
);
CREATE INDEX summary_groups_run ON summary_groups (run_id);

DROP TABLE summary_counts;

-- The state of the archive: of each group, the newest published count, unless it has come to nothing.
CREATE VIEW summary_current AS
  SELECT g.*
  FROM summary_groups g
  JOIN runs r ON r.run_id = g.run_id
  WHERE r.state = 'PUBLISHED' AND g.group_rows > 0
  AND NOT EXISTS (
    SELECT 1 FROM summary_groups n
    JOIN runs later ON later.run_id = n.run_id
    WHERE n.job_name = g.job_name AND n.summary = g.summary AND n.group_key = g.group_key
    AND n.run_id > g.run_id AND later.state = 'PUBLISHED');

CREATE VIEW summary_articles_by_day AS
  SELECT job_name, key_1 AS day_published, group_rows AS articles, second_count AS distinct_texts
  FROM summary_current WHERE summary = 'articles_by_day';
CREATE VIEW summary_articles_by_month AS
  SELECT job_name, key_1 AS month_published, group_rows AS articles, second_count AS distinct_texts
  FROM summary_current WHERE summary = 'articles_by_month';
CREATE VIEW summary_articles_by_provider AS
  SELECT job_name, key_1 AS provider, group_rows AS articles, second_count AS distinct_texts
  FROM summary_current WHERE summary = 'articles_by_provider';
CREATE VIEW summary_articles_by_country AS
  SELECT job_name, key_1 AS dateline_country, group_rows AS articles, second_count AS distinct_texts
  FROM summary_current WHERE summary = 'articles_by_country';
CREATE VIEW summary_articles_by_place AS
  SELECT job_name, key_1 AS dateline_place, key_2 AS dateline_country, group_rows AS articles,
    second_count AS distinct_texts
  FROM summary_current WHERE summary = 'articles_by_place';
CREATE VIEW summary_articles_by_publisher AS
  SELECT job_name, key_1 AS publisher, group_rows AS articles, second_count AS distinct_texts
  FROM summary_current WHERE summary = 'articles_by_publisher';
CREATE VIEW summary_articles_by_language AS
  SELECT job_name, key_1 AS in_language, group_rows AS articles, second_count AS distinct_texts
  FROM summary_current WHERE summary = 'articles_by_language';
CREATE VIEW summary_articles_by_section AS
  SELECT job_name, key_1 AS article_section, group_rows AS articles, second_count AS distinct_texts
  FROM summary_current WHERE summary = 'articles_by_section';
CREATE VIEW summary_articles_by_extractor_version AS
  SELECT job_name, key_1 AS extractor_version, group_rows AS articles, second_count AS distinct_texts
  FROM summary_current WHERE summary = 'articles_by_extractor_version';
CREATE VIEW summary_quotes_by_speaker AS
  SELECT job_name, key_1 AS speaker, group_rows AS quotes, second_count AS distinct_texts
  FROM summary_current WHERE summary = 'quotes_by_speaker';
CREATE VIEW summary_rejections_by_reason AS
  SELECT job_name, key_1 AS reason, group_rows AS rejections
  FROM summary_current WHERE summary = 'rejections_by_reason';
CREATE VIEW summary_fields_by_publisher AS
  SELECT job_name, key_1 AS publisher, key_2 AS field, group_rows AS articles, second_count AS filled
  FROM summary_current WHERE summary = 'fields_by_publisher';

-- Files that are gone: when they went, and what they were.
CREATE VIEW removed_files AS
  SELECT r.job_name, f.collection, f.source_path, f.size_bytes, f.content_sha256, f.run_id,
    s.by_run_id AS removed_by_run_id, r.run_date AS removed_date
  FROM superseded_files s
  JOIN runs r ON r.run_id = s.by_run_id
  JOIN source_files f ON f.run_id = s.run_id AND f.file_number = s.file_number
  WHERE s.removed AND r.state = 'PUBLISHED';
