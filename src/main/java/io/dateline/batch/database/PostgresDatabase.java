package io.dateline.batch.database;

import com.zaxxer.hikari.HikariConfig;
import io.dateline.batch.settings.JobSettings.DatabaseSettings;
import io.dateline.batch.settings.SettingsException;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A database on a PostgreSQL server. Several processes may be at work in it. */
public final class PostgresDatabase implements Database {

  /** Most seconds until a server answers at all. */
  static final int CONNECT_SECONDS = 10;

  /** Most seconds until a server has let a user in. */
  private static final int LOGIN_SECONDS = 15;

  /**
   * Most seconds until an answer: counting the rows of a large archive and building an index take
   * minutes, and a server that is gone takes for ever.
   */
  private static final int ANSWER_SECONDS = 900;

  /** Most milliseconds until a connection is to be had, the server being there. */
  private static final int POOL_MS = 10_000;

  /**
   * A client that is frozen in the middle of a chunk holds locks no longer than five minutes, and
   * one whose host or network is gone no longer than one. The driver begins a transaction with its
   * first statement, so that extracting takes none of this time.
   */
  private static final String EACH_CONNECTION =
      "SET idle_in_transaction_session_timeout = '5min'; SET tcp_keepalives_idle = 20;"
          + " SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 4;"
          + " SET tcp_user_timeout = '60s'";

  private final PostgresUrl url;
  private final @Nullable String user;
  private final String password;

  private PostgresDatabase(PostgresUrl url, @Nullable String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /**
   * A database as settings name it.
   *
   * @param origin where the URL was given, for a person
   * @param password null if none was given; the driver's own places are not looked at
   * @throws SettingsException if the URL is none of PostgreSQL, or holds a password
   */
  public static PostgresDatabase of(
      DatabaseSettings settings, String origin, @Nullable String password) {
    PostgresUrl url = PostgresUrl.parse(settings.url(), origin);
    if (!settings.user().isEmpty() && url.user() != null) {
      throw new SettingsException(
          "The database's user is named twice, by the URL of "
              + origin
              + " and by database.user or DATELINE_DATABASE_USER; name it once.");
    }
    String user = settings.user().isEmpty() ? url.user() : settings.user();
    return new PostgresDatabase(url, user, password == null ? "" : password);
  }

  @Override
  public String place() {
    return "T" + url.place().substring(1);
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public boolean exists() {
    return new PostgresProbe(url, user == null ? "" : user, driver()).look();
  }

  @Override
  public Path lockFolder(Path output, String jobName) {
    return output.resolve(jobName);
  }

  @Override
  public void configure(HikariConfig pool) {
    pool.setDriverClassName("org.postgresql.Driver");
    pool.setJdbcUrl(url.text());
    // User and password among them: where there is no user, the driver chooses.
    pool.setDataSourceProperties(driver());
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(POOL_MS);
    pool.setConnectionInitSql(EACH_CONNECTION);
  }

  /** What the driver is told; parameters in the URL win. */
  private Properties driver() {
    Properties properties = new Properties();
    if (user != null) {
      properties.setProperty("user", user);
    }
    // Never null: then the driver would look for one in the home folder.
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "dateline");
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
    properties.setProperty("loginTimeout", String.valueOf(LOGIN_SECONDS));
    properties.setProperty("socketTimeout", String.valueOf(ANSWER_SECONDS));
    // The detail of an error repeats the row, and article text belongs in no log.
    properties.setProperty("logServerErrorDetail", "false");
    return properties;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return url.place();
  }
}
