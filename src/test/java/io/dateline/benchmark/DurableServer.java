package io.dateline.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A PostgreSQL server whose commits reach the disk, as on a server of production: that of the tests
 * waits for no disk. Not safe for use by several threads.
 */
final class DurableServer implements AutoCloseable {

  private static final String USER = "postgres";

  /** What PostgreSQL has by itself. */
  private static final int MOST_CONNECTIONS = 100;

  private final EmbeddedPostgres server;
  private int databases;

  DurableServer() throws IOException {
    this(MOST_CONNECTIONS);
  }

  /**
   * Starts a server.
   *
   * @param connections how many it admits
   */
  DurableServer(int connections) throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("max_connections", String.valueOf(connections))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
  }

  /** Makes a database and returns its URL. */
  String create() throws SQLException {
    String name = "benchmark_" + databases++;
    execute("CREATE DATABASE " + name + " ENCODING 'UTF8' TEMPLATE template0");
    return server.getJdbcUrl(USER, name);
  }

  /** Drops the database that was made last. */
  void drop() throws SQLException {
    execute("DROP DATABASE benchmark_" + (databases - 1) + " WITH (FORCE)");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
