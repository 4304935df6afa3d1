-- The database may commit each of these statements by itself, and the process may be killed between two:
-- each does nothing if it was done before.

-- How often each field was filled in what a run read, by publisher, for the runs after it to compare with. Number 0 is
-- the whole run, its publisher `*`; the others are numbered by how many articles they have, and a null publisher
-- stands for the articles that name none.
CREATE TABLE IF NOT EXISTS run_fields (
  run_id           BIGINT      NOT NULL,
  publisher_number INTEGER     NOT NULL,
  field            VARCHAR(40) NOT NULL,
  publisher        VARCHAR(600),
  articles         BIGINT      NOT NULL,
  filled           BIGINT      NOT NULL,
  CONSTRAINT run_fields_pk PRIMARY KEY (run_id, publisher_number, field)
);

-- Fields that a run filled much less often than the runs before it, the worst first.
CREATE TABLE IF NOT EXISTS quality_drops (
  run_id            BIGINT      NOT NULL,
  drop_number       INTEGER     NOT NULL,
  publisher         VARCHAR(600),
  field             VARCHAR(40) NOT NULL,
  articles          BIGINT      NOT NULL,
  filled            BIGINT      NOT NULL,
  trailing_articles BIGINT      NOT NULL,
  trailing_filled   BIGINT      NOT NULL,
  CONSTRAINT quality_drops_pk PRIMARY KEY (run_id, drop_number)
);
