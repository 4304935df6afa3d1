-- Twin of hsqldb/V2: same tables, columns, views and indexes.
--
-- Rows are insert-only and keyed by numbers in manifest order: random keys make inserts several times
-- slower and the files twice as large. What is current changes only by the state of a run.

CREATE TABLE runs (
  run_id            BIGINT       NOT NULL PRIMARY KEY,
  job_name          VARCHAR(100) NOT NULL,
  run_number        BIGINT       NOT NULL,
  run_date          VARCHAR(10)  NOT NULL,
  state             VARCHAR(16)  NOT NULL,
  extractor_version VARCHAR(32)  NOT NULL,
  config_sha256     VARCHAR(64)  NOT NULL,
  frozen            TEXT  NOT NULL,
  started_at        VARCHAR(40)  NOT NULL,
  finished_at       VARCHAR(40),
  resumed_count     INTEGER      NOT NULL,
  manifest_sha256   VARCHAR(64),
  planned_files     BIGINT,
  planned_bytes     BIGINT,
  unchanged         BIGINT,
  ignored           TEXT,
  folder            VARCHAR(200),
  CONSTRAINT runs_number UNIQUE (job_name, run_number)
);

CREATE TABLE run_partitions (
  run_id           BIGINT       NOT NULL,
  partition_number INTEGER      NOT NULL,
  manifest_offset  BIGINT       NOT NULL,
  files            BIGINT       NOT NULL,
  entries          BIGINT       NOT NULL,
  articles         BIGINT       NOT NULL,
  quotes           BIGINT       NOT NULL,
  rejections       BIGINT       NOT NULL,
  articles_part    VARCHAR(200),
  articles_bytes   BIGINT       NOT NULL,
  articles_offset  BIGINT,
  quotes_part      VARCHAR(200),
  quotes_bytes     BIGINT       NOT NULL,
  rejections_part  VARCHAR(200),
  rejections_bytes BIGINT       NOT NULL,
  CONSTRAINT run_partitions_pk PRIMARY KEY (run_id, partition_number)
);

-- The ledger: what each run read. A file is current from the publication of its run until a later
-- published run supersedes it.
CREATE TABLE source_files (
  run_id         BIGINT        NOT NULL,
  file_number    BIGINT        NOT NULL,
  collection     TEXT   NOT NULL,
  source_path    TEXT   NOT NULL,
  size_bytes     BIGINT        NOT NULL,
  modified_nanos BIGINT        NOT NULL,
  content_sha256 VARCHAR(64),
  retry          BOOLEAN       NOT NULL,
  CONSTRAINT source_files_pk PRIMARY KEY (run_id, file_number)
);

CREATE TABLE superseded_files (
  run_id      BIGINT NOT NULL,
  file_number BIGINT NOT NULL,
  by_run_id   BIGINT NOT NULL,
  CONSTRAINT superseded_files_pk PRIMARY KEY (run_id, file_number, by_run_id)
);
CREATE INDEX superseded_files_by ON superseded_files (by_run_id);

CREATE TABLE article_rows (
  run_id               BIGINT      NOT NULL,
  ordinal              BIGINT      NOT NULL,
  file_number          BIGINT      NOT NULL,
  partition_number     INTEGER     NOT NULL,
  row_offset           BIGINT      NOT NULL,
  row_bytes            BIGINT      NOT NULL,
  article_id           VARCHAR(32) NOT NULL,
  collection           TEXT NOT NULL,
  source_path          TEXT NOT NULL,
  entry_name           TEXT,
  record_id            TEXT,
  url                  TEXT,
  publisher            TEXT,
  headline             TEXT,
  alternative_headline TEXT,
  date_published       VARCHAR(40),
  date_published_raw   TEXT,
  date_modified        VARCHAR(40),
  capture_date         VARCHAR(40),
  dateline             TEXT,
  dateline_place       TEXT,
  dateline_region      TEXT,
  dateline_country     VARCHAR(2),
  dateline_latitude    DOUBLE PRECISION,
  dateline_longitude   DOUBLE PRECISION,
  dateline_month       INTEGER,
  dateline_day         INTEGER,
  date_created         VARCHAR(40),
  provider             TEXT,
  byline               TEXT,
  authors              TEXT,
  article_section      TEXT,
  keywords             TEXT,
  in_language          VARCHAR(100),
  abstract             TEXT,
  word_count           INTEGER     NOT NULL,
  paragraph_count      INTEGER     NOT NULL,
  quote_count          INTEGER     NOT NULL,
  image                TEXT,
  media_type           VARCHAR(100),
  charset              VARCHAR(100),
  size_bytes           BIGINT      NOT NULL,
  content_sha256       VARCHAR(64) NOT NULL,
  field_sources        TEXT,
  warnings             TEXT,
  extractor_version    VARCHAR(32) NOT NULL,
  CONSTRAINT article_rows_pk PRIMARY KEY (run_id, ordinal)
);

CREATE TABLE quote_rows (
  run_id              BIGINT      NOT NULL,
  ordinal             BIGINT      NOT NULL,
  file_number         BIGINT      NOT NULL,
  article_id          VARCHAR(32) NOT NULL,
  quote_number        INTEGER     NOT NULL,
  paragraph_number    INTEGER     NOT NULL,
  start_offset        INTEGER     NOT NULL,
  end_offset          INTEGER     NOT NULL,
  text                TEXT NOT NULL,
  speaker             TEXT,
  speaker_as_written  TEXT,
  speaker_description TEXT,
  cue                 TEXT,
  kind                VARCHAR(16) NOT NULL,
  CONSTRAINT quote_rows_pk PRIMARY KEY (run_id, ordinal, quote_number)
);

CREATE TABLE rejection_rows (
  run_id        BIGINT      NOT NULL,
  ordinal       BIGINT      NOT NULL,
  file_number   BIGINT      NOT NULL,
  collection    TEXT NOT NULL,
  source_path   TEXT NOT NULL,
  entry_name    TEXT,
  byte_offset   BIGINT,
  stage         VARCHAR(16) NOT NULL,
  reason        VARCHAR(64) NOT NULL,
  message       TEXT NOT NULL,
  size_bytes    BIGINT,
  environmental BOOLEAN     NOT NULL,
  CONSTRAINT rejection_rows_pk PRIMARY KEY (run_id, ordinal)
);

CREATE TABLE summary_counts (
  run_id     BIGINT      NOT NULL,
  summary    VARCHAR(64) NOT NULL,
  position   INTEGER     NOT NULL,
  group_key  TEXT,
  group_rows BIGINT      NOT NULL,
  CONSTRAINT summary_counts_pk PRIMARY KEY (run_id, summary, position)
);

-- What is current: rows of published runs whose file no later published run read again.
CREATE VIEW current_files AS
  SELECT r.job_name, x.*
  FROM source_files x
  JOIN runs r ON r.run_id = x.run_id
  WHERE r.state = 'PUBLISHED'
  AND NOT EXISTS (
    SELECT 1 FROM superseded_files s
    JOIN runs later ON later.run_id = s.by_run_id
    WHERE s.run_id = x.run_id AND s.file_number = x.file_number AND later.state = 'PUBLISHED');

CREATE VIEW articles AS
  SELECT r.job_name, x.*
  FROM article_rows x
  JOIN runs r ON r.run_id = x.run_id
  WHERE r.state = 'PUBLISHED'
  AND NOT EXISTS (
    SELECT 1 FROM superseded_files s
    JOIN runs later ON later.run_id = s.by_run_id
    WHERE s.run_id = x.run_id AND s.file_number = x.file_number AND later.state = 'PUBLISHED');

CREATE VIEW quotes AS
  SELECT r.job_name, x.*
  FROM quote_rows x
  JOIN runs r ON r.run_id = x.run_id
  WHERE r.state = 'PUBLISHED'
  AND NOT EXISTS (
    SELECT 1 FROM superseded_files s
    JOIN runs later ON later.run_id = s.by_run_id
    WHERE s.run_id = x.run_id AND s.file_number = x.file_number AND later.state = 'PUBLISHED');

CREATE VIEW rejections AS
  SELECT r.job_name, x.*
  FROM rejection_rows x
  JOIN runs r ON r.run_id = x.run_id
  WHERE r.state = 'PUBLISHED'
  AND NOT EXISTS (
    SELECT 1 FROM superseded_files s
    JOIN runs later ON later.run_id = s.by_run_id
    WHERE s.run_id = x.run_id AND s.file_number = x.file_number AND later.state = 'PUBLISHED');
