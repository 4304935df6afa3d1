package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.TestDatabases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.TimeUnit;

/** A user of a crew's database for one process, so that its connections can be told from others. */
final class DatabaseUser {

  private static final long MAX_SECONDS = 60;

  private final String database;
  private final String name;

  /** Makes it, with all rights. */
  DatabaseUser(Crew crew, String name) {
    this.database = crew.database();
    this.name = database + "_" + name;
    execute("CREATE ROLE " + this.name + " LOGIN SUPERUSER");
  }

  String name() {
    return name;
  }

  private void execute(String... statements) {
    TestDatabases.execute(database, statements);
  }

  /**
   * Lets each chunk that it writes take so much longer. It waits before it has locked anything, as
   * one does whose documents take long.
   */
  void slowDown(int seconds) {
    slowDown(seconds, "BEFORE");
  }

  /** As {@link #slowDown}, with the rows of the chunk locked meanwhile. */
  void slowDownWithLocks(int seconds) {
    slowDown(seconds, "AFTER");
  }

  private void slowDown(int seconds, String when) {
    execute(
        """
        CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF current_user = '%s'
              AND current_setting('crew.waited', true) IS DISTINCT FROM txid_current()::text THEN
            PERFORM set_config('crew.waited', txid_current()::text, true);
            PERFORM pg_sleep(%d);
          END IF;
          RETURN NULL;
        END $$
        """
            .formatted(name, seconds),
        "CREATE TRIGGER wait "
            + when
            + " INSERT ON article_rows FOR EACH STATEMENT EXECUTE FUNCTION wait()");
  }

  /** From now on its chunks take no longer than they must. */
  void speedUp() {
    execute("DROP TRIGGER wait ON article_rows");
  }

  /** Waits until it is in the middle of a chunk that is slowed down. */
  void awaitWaiting() throws Exception {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_SECONDS);
    String waiting =
        "SELECT 1 AS one FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND usename = '"
            + name
            + "'";
    try (Connection connection =
        DriverManager.getConnection(TestDatabases.urlOf(database, "postgres"))) {
      while (Tables.query(connection, waiting).isEmpty()) {
        assertThat(System.nanoTime()).isLessThan(giveUp);
        Thread.sleep(20);
      }
    }
  }

  /** It is let in no more. */
  void lockOut() {
    execute("ALTER ROLE " + name + " NOLOGIN");
  }

  /**
   * Ends its connections.
   *
   * @param which condition on {@code pg_stat_activity}
   */
  void breakConnections(String which) {
    execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '"
            + name
            + "' AND "
            + which);
  }
}
