package io.dateline.cli;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The database that belongs to an output folder: the embedded one, or, when the system property
 * {@code dateline.tests.database} is {@code postgresql}, one of a PostgreSQL server that lives as
 * long as the tests.
 */
final class TestDatabase {

  private static final boolean POSTGRESQL =
      System.getProperty("dateline.tests.database", "").equals("postgresql");

  /** Commands that are told of a database. */
  private static final Set<String> COMMANDS = Set.of("run", "export", "purge");

  private static final Map<Path, String> URLS = new ConcurrentHashMap<>();

  private static @Nullable EmbeddedPostgres server;

  private TestDatabase() {}

  /** The server, started by the first who asks. */
  static synchronized EmbeddedPostgres server() {
    EmbeddedPostgres running = server;
    if (running == null) {
      try {
        running = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new UncheckedIOException("PostgreSQL does not start", e);
      }
      server = running;
    }
    return running;
  }

  /** The arguments of a command with the database of its output folder, if it needs to be told. */
  static Object[] told(Object... arguments) {
    List<Object> words = new ArrayList<>(List.of(arguments));
    int output = words.indexOf("--output");
    if (POSTGRESQL
        && output >= 0
        && output + 1 < words.size()
        && COMMANDS.contains(words.get(0).toString())
        && !words.contains("--db")) {
      words.add(1, "--db");
      words.add(2, url(Path.of(words.get(output + 2).toString())));
    }
    return words.toArray();
  }

  /** A connection to the database of an output folder that no process is at work on. */
  static Connection connect(Path output) throws SQLException {
    return POSTGRESQL
        ? DriverManager.getConnection(url(output))
        : DriverManager.getConnection(
            "jdbc:hsqldb:file:"
                + output.resolve("db/dateline")
                + ";hsqldb.lock_file=false;shutdown=true",
            "SA",
            "");
  }

  private static String url(Path output) {
    return URLS.computeIfAbsent(
        output.toAbsolutePath().normalize(), folder -> create("t" + URLS.size()));
  }

  /** The URL of a new database on the server. */
  static String create(String name) {
    try (Connection connection = server().getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return server().getJdbcUrl("postgres", name);
  }
}
