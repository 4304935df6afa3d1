package io.dateline.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a PostgreSQL database has to do, as its own counters tell it; with a connection that is left
 * out of them as far as it can be. Not safe for use by several threads.
 */
final class DatabaseLoad implements AutoCloseable {

  /** What the manager asks twice a second, of the newest execution. */
  private static final String POLL =
      "SELECT status, COUNT(*) AS n, SUM(version) AS v FROM batch_step_execution WHERE"
          + " job_execution_id = (SELECT MAX(job_execution_id) FROM batch_job_execution)"
          + " AND step_name LIKE '%:p%' GROUP BY status";

  private static final int POLLS = 20;

  private final Connection connection;
  private final String name;
  private final ServerProcesses processes;
  private int mostConnections;

  DatabaseLoad(String url) throws SQLException, IOException {
    connection = DriverManager.getConnection(url);
    name = connection.getCatalog();
    String data = query("SHOW data_directory", row -> row.getString(1));
    processes = new ServerProcesses(Path.of(data));
  }

  /**
   * Counters of the server.
   *
   * @param commits transactions
   * @param written rows inserted, updated or deleted
   * @param read rows that statements went through
   */
  record Counters(long commits, long written, long read) {
    Counters minus(Counters earlier) {
      return new Counters(
          commits - earlier.commits, written - earlier.written, read - earlier.read);
    }
  }

  /**
   * The partitions as they were handed out.
   *
   * @param seconds from the first to the last row
   */
  record HandedOut(long partitions, double seconds) {}

  Counters counters() throws SQLException {
    return query(
        "SELECT xact_commit, tup_inserted + tup_updated + tup_deleted, tup_returned"
            + " FROM pg_stat_database WHERE datname = current_database()",
        row -> new Counters(row.getLong(1), row.getLong(2), row.getLong(3)));
  }

  HandedOut handedOut() throws SQLException {
    return query(
        "SELECT COUNT(*), EXTRACT(EPOCH FROM MAX(create_time) - MIN(create_time))"
            + " FROM batch_step_execution WHERE step_name LIKE '%:p%'",
        row -> new HandedOut(row.getLong(1), row.getDouble(2)));
  }

  /** Partitions that came to their end. */
  long completed() throws SQLException {
    return query(
        "SELECT COUNT(*) FROM batch_step_execution WHERE step_name LIKE '%:p%'"
            + " AND status = 'COMPLETED'",
        row -> row.getLong(1));
  }

  /** Notes how many connections there are just now, this one left out. */
  void lookAtConnections() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT COUNT(*) - 1 FROM pg_stat_activity WHERE datname = ?")) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        mostConnections = Math.max(mostConnections, row.getInt(1));
      }
    }
  }

  /** Processor seconds of the server so far, 0 where the system does not tell (Linux does). */
  double busySeconds() {
    return processes.busySeconds();
  }

  int mostConnections() {
    return mostConnections;
  }

  /** Milliseconds that the manager's look at the repository takes, on average. */
  double pollMillis() throws SQLException {
    long begun = System.nanoTime();
    for (int i = 0; i < POLLS; i++) {
      query(POLL, row -> row.getLong(2));
    }
    return (System.nanoTime() - begun) / 1e6 / POLLS;
  }

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> T query(String sql, Row<T> row) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return row.of(result);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
