package io.dateline.cli;

import io.dateline.batch.database.TestDatabases;

/** A partition of which the database takes nothing, whoever extracts it. */
final class PoisonedPartition implements AutoCloseable {

  private final Crew crew;

  /** In a crew's database, whose tables are there. */
  PoisonedPartition(Crew crew, long run, int partition) {
    this.crew = crew;
    TestDatabases.execute(
        crew.database(),
        "CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN RAISE EXCEPTION 'poisoned'; END $$",
        "CREATE TRIGGER poison BEFORE INSERT ON article_rows FOR EACH ROW"
            + " WHEN (NEW.partition_number = "
            + partition
            + " AND NEW.run_id = "
            + run
            + ") EXECUTE FUNCTION poison()");
  }

  /** From now on it is as good as all others. */
  @Override
  public void close() {
    TestDatabases.execute(crew.database(), "DROP TRIGGER poison ON article_rows");
  }
}
