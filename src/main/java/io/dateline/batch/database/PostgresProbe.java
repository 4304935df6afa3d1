package io.dateline.batch.database;

import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.SqlTrouble;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a PostgreSQL database before anything is begun in it, so that whatever is wrong ends
 * with one sentence and within seconds.
 */
final class PostgresProbe {

  /** Oldest server, as the server itself counts versions: 12. */
  private static final int OLDEST_SERVER = 120_000;

  private static final String GUIDE = "docs/postgresql.md shows how to set it up";

  private static final String LOOK =
      """
      SELECT current_setting('server_encoding') AS encoding,
        current_setting('server_version_num')::integer AS version,
        current_setting('transaction_read_only') AS read_only,
        current_schema() AS schema,
        has_schema_privilege(current_schema(), 'CREATE') AS may_create,
        to_regclass(quote_ident(current_schema()) || '.flyway_schema_history') IS NOT NULL AS ours,
        EXISTS (SELECT 1 FROM pg_catalog.pg_class c
          JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v')) AS in_use
      """;

  private final PostgresUrl url;
  private final String user;
  private final Properties properties;

  /**
   * A look that was not taken yet.
   *
   * @param user role, empty for the driver's choice
   */
  PostgresProbe(PostgresUrl url, String user, Properties properties) {
    this.url = url;
    this.user = user;
    this.properties = properties;
  }

  /**
   * Whether there is a schema of ours.
   *
   * @throws RunFailure of kind DATABASE or CONFIGURATION if the database cannot be used
   */
  boolean look() {
    try (Connection connection = DriverManager.getConnection(url.text(), properties);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LOOK)) {
      row.next();
      return check(row);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private boolean check(ResultSet row) throws SQLException {
    String encoding = row.getString("encoding");
    if (!"UTF8".equals(encoding)) {
      throw configuration(
          "has the encoding " + encoding + "; create it with ENCODING 'UTF8'", null);
    }
    if (row.getInt("version") < OLDEST_SERVER) {
      throw configuration("is on a server older than PostgreSQL 12; update the server", null);
    }
    if ("on".equals(row.getString("read_only"))) {
      throw configuration(
          "can only be read, as one on a standby server; name the primary server", null);
    }
    String schema = row.getString("schema");
    if (schema == null) {
      throw configuration("has no schema that the user " + user() + " may use; " + GUIDE, null);
    }
    boolean ours = row.getBoolean("ours");
    if (!ours && !row.getBoolean("may_create")) {
      throw configuration(
          "does not let the user "
              + user()
              + " create tables in the schema "
              + schema
              + "; "
              + GUIDE,
          null);
    }
    if (!ours && row.getBoolean("in_use")) {
      throw configuration(
          "has tables of something else in the schema "
              + schema
              + "; give Dateline a schema or a database of its own: "
              + GUIDE,
          null);
    }
    return ours;
  }

  private RunFailure failure(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (state.startsWith("28")) {
      return configuration(
          "does not let the user "
              + user()
              + " in; check DATELINE_DATABASE_USER and DATELINE_DATABASE_PASSWORD, and the server's"
              + " pg_hba.conf",
          e);
    }
    if (state.equals("08004")) {
      return configuration(
          "wants a password of the user "
              + user()
              + "; give it by the environment variable DATELINE_DATABASE_PASSWORD",
          e);
    }
    if (state.equals("3D000")) {
      return configuration("is not there; " + GUIDE, e);
    }
    if (state.equals("42501")) {
      return configuration("denies the user " + user() + " what it needs; " + GUIDE, e);
    }
    String reason = reason(e);
    return new RunFailure(
        RunFailure.Kind.DATABASE,
        capital(url.place())
            + " cannot be reached: "
            + (reason == null ? SqlTrouble.sentence(e) : reason)
            + "; check that the server runs and accepts connections at this host and port, and try"
            + " again.",
        e);
  }

  private static @Nullable String reason(SQLException e) {
    Throwable cause = e.getCause();
    if (cause instanceof UnknownHostException) {
      return "there is no such host";
    }
    if (cause instanceof SocketTimeoutException) {
      return "no answer within " + PostgresDatabase.CONNECT_SECONDS + " s";
    }
    return cause instanceof ConnectException ? "the connection was refused" : null;
  }

  private RunFailure configuration(String what, @Nullable Throwable cause) {
    return new RunFailure(
        RunFailure.Kind.CONFIGURATION, capital(url.place()) + " " + what + ".", cause);
  }

  private String user() {
    return user.isEmpty() ? "(that of the operating system)" : "`" + user + "`";
  }

  private static String capital(String place) {
    return "T" + place.substring(1);
  }
}
