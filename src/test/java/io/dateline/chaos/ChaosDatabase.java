package io.dateline.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** The database of one output folder, as a run is told of it and as a test looks into it. */
interface ChaosDatabase {

  /** What {@code dateline run} is told. */
  List<Object> arguments();

  /** Whether there is one; a process may be killed before it has made it. */
  boolean exists();

  /** A look into it while no process of ours is at work; changes nothing of what the next finds. */
  <T> T look(Query<T> query) throws Exception;

  /** What is asked. */
  interface Query<T> {
    T ask(Connection connection) throws Exception;
  }

  /** The embedded one. */
  record Embedded(Path output) implements ChaosDatabase {

    @Override
    public List<Object> arguments() {
      return List.of();
    }

    @Override
    public boolean exists() {
      return Files.exists(output.resolve("db"));
    }

    /** Asks a copy: opening the files would mend what a crash has left of them. */
    @Override
    public <T> T look(Query<T> query) throws Exception {
      Path copy = Files.createTempDirectory("chaos-db");
      try {
        copy(output.resolve("db"), copy);
        try (Connection connection =
                DriverManager.getConnection(
                    "jdbc:hsqldb:file:" + copy.resolve("dateline") + ";hsqldb.lock_file=false",
                    "SA",
                    "");
            Statement statement = connection.createStatement()) {
          T answer = query.ask(connection);
          statement.execute("SHUTDOWN IMMEDIATELY");
          return answer;
        }
      } finally {
        Site.delete(copy);
      }
    }

    private static void copy(Path from, Path to) throws IOException {
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** One database of a PostgreSQL server for each output folder. */
  record PostgreSql(String server, String name) implements ChaosDatabase {

    /** Makes the database anew. */
    static PostgreSql create(String server, String name) throws SQLException {
      try (Connection connection = connect(server, "postgres");
          Statement statement = connection.createStatement()) {
        statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        statement.execute("CREATE DATABASE " + name);
      }
      return new PostgreSql(server, name);
    }

    private static Connection connect(String server, String name) throws SQLException {
      return DriverManager.getConnection(
          server + name,
          System.getenv().getOrDefault("DATELINE_DATABASE_USER", "postgres"),
          System.getenv().getOrDefault("DATELINE_DATABASE_PASSWORD", ""));
    }

    @Override
    public List<Object> arguments() {
      return List.of("--db", server + name);
    }

    @Override
    public boolean exists() {
      return true;
    }

    @Override
    public <T> T look(Query<T> query) throws Exception {
      try (Connection connection = connect(server, name)) {
        return query.ask(connection);
      }
    }
  }
}
