package io.dateline.batch.database;

import io.dateline.batch.settings.JobSettings.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * The databases of the job tests: the one below each output folder, or, where {@code
 * -Ddateline.tests.database=postgresql} asks for it, one for each output folder on a PostgreSQL
 * server that lives as long as the JVM of the tests.
 */
public final class TestDatabases {

  private static final String PROPERTY = "dateline.tests.database";

  private static final Map<Path, String> NAMES = new HashMap<>();

  /** Instead of the usual one, as long as a test wants it; null for most. */
  private static volatile EmbeddedPostgres open;

  private TestDatabases() {}

  /** Starts when it is first asked for. */
  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start("localhost");

    private static EmbeddedPostgres start(String addresses) {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder().setServerConfig("listen_addresses", addresses).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** What has stopped before stays so. */
    static void stop(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Whether the job tests run on PostgreSQL. */
  public static boolean arePostgres() {
    String kind = System.getProperty(PROPERTY, "embedded");
    return switch (kind) {
      case "embedded" -> false;
      case "postgresql" -> true;
      default -> throw new IllegalStateException("-D" + PROPERTY + " is embedded or postgresql");
    };
  }

  /** The database of an output folder. */
  public static Database of(Path output) {
    return arePostgres() ? postgres(output) : new EmbeddedDatabase(output);
  }

  /** A database of an output folder on the PostgreSQL server, whatever the job tests run on. */
  public static Database postgres(Path output) {
    return PostgresDatabase.of(new DatabaseSettings(url(output), ""), "a test", null);
  }

  /** URL of the PostgreSQL database of an output folder, made when it is first asked for. */
  public static synchronized String url(Path output) {
    String name =
        NAMES.computeIfAbsent(
            output.toAbsolutePath().normalize(),
            folder -> create("out_" + NAMES.size(), "ENCODING 'UTF8' TEMPLATE template0"));
    return urlOf(name, "postgres");
  }

  /** An output folder was moved, and its database stays the same. */
  public static synchronized void moved(Path from, Path to) {
    String name = NAMES.remove(from.toAbsolutePath().normalize());
    if (name != null) {
      NAMES.put(to.toAbsolutePath().normalize(), name);
    }
  }

  /** An output folder was copied, and has a database of its own with the same content. */
  public static synchronized void copied(Path from, Path to) {
    if (arePostgres()) {
      String template = NAMES.get(from.toAbsolutePath().normalize());
      NAMES.put(
          to.toAbsolutePath().normalize(), create("out_" + NAMES.size(), "TEMPLATE " + template));
    }
  }

  /** Creates a database on the PostgreSQL server and returns its name. */
  public static String create(String name, String options) {
    execute("postgres", "CREATE DATABASE " + name + " " + options);
    return name;
  }

  /** Runs statements as the server's superuser. */
  public static void execute(String database, String... statements) {
    try (Connection connection = DriverManager.getConnection(urlOf(database, "postgres"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Makes the server ask a role for its password; it believes everybody else.
   *
   * @param role its name
   */
  public static void requirePassword(String role) {
    admit(role, "all", "scram-sha-256");
  }

  /**
   * From now on the server is another one, empty, which listens to other hosts too and believes
   * everybody of a network. Databases that were there before are out of reach meanwhile.
   *
   * @param network as {@code 198.18.0.0/15}
   */
  public static void openTo(String network) {
    open = Server.start("0.0.0.0");
    admit("all", network, "trust");
  }

  /** From now on the server is the usual one again. */
  public static void openToNobody() {
    EmbeddedPostgres server = open;
    open = null;
    if (server != null) {
      Server.stop(server);
    }
  }

  /** Port of the PostgreSQL server on this machine. */
  static int port() {
    EmbeddedPostgres server = open;
    return (server == null ? Server.INSTANCE : server).getPort();
  }

  private static void admit(String role, String from, String method) {
    try (Connection connection = DriverManager.getConnection(urlOf("postgres", "postgres"));
        Statement statement = connection.createStatement()) {
      Path file;
      try (ResultSet row = statement.executeQuery("SHOW hba_file")) {
        row.next();
        file = Path.of(row.getString(1));
      }
      Files.writeString(
          file, "host all %s %s %s\n%s".formatted(role, from, method, Files.readString(file)));
      statement.execute("SELECT pg_reload_conf()");
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** URL of a database on the PostgreSQL server. */
  public static String urlOf(String database, String user) {
    return "jdbc:postgresql://localhost:"
        + port()
        + "/"
        + database
        + (user.isEmpty() ? "" : "?user=" + user);
  }

  /** Opens the database of an output folder, which has to be there. */
  public static Connection open(Path output) throws SQLException {
    if (arePostgres()) {
      return DriverManager.getConnection(url(output));
    }
    return openEmbedded(output);
  }

  /** Opens the embedded database of an output folder. */
  public static Connection openEmbedded(Path output) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:hsqldb:file:" + output.resolve("db/dateline") + ";hsqldb.lock_file=false", "SA", "");
  }

  /** Closes the embedded database as its own program would; a server goes on. */
  public static void shutdown(Connection connection) throws SQLException {
    if (!arePostgres()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SHUTDOWN");
      }
    }
  }
}
