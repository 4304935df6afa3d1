package io.dateline.batch.database;

import io.dateline.batch.settings.SettingsException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * A JDBC URL of PostgreSQL that holds no secret.
 *
 * @param text the URL as it was given
 * @param hosts names or addresses, separated by commas
 * @param ports as many ports
 * @param database name of the database
 * @param user role that the URL names, or null
 */
record PostgresUrl(
    String text, String hosts, String ports, String database, @Nullable String user) {

  private static final String PREFIX = "jdbc:postgresql:";

  private static final String ALLOWED =
      "allowed are `" + PREFIX + "//HOST[:PORT]/DATABASE` and nothing for the embedded database";

  /**
   * Reads a URL.
   *
   * @param origin where it was given, for a person
   * @throws SettingsException if it is none of PostgreSQL, or holds a password; its sentence does
   *     not repeat the URL, which may be a secret
   */
  static PostgresUrl parse(String url, String origin) {
    if (!url.startsWith(PREFIX)) {
      throw new SettingsException(
          "The database of " + origin + " is of no kind that Dateline knows; " + ALLOWED + ".");
    }
    int query = url.indexOf('?');
    String place = query < 0 ? url : url.substring(0, query);
    if (place.indexOf('@') >= 0 || namesSecret(query < 0 ? "" : url.substring(query + 1))) {
      throw new SettingsException(
          "The database of "
              + origin
              + " holds a user's password or a service file, which others can read; name the user"
              + " as database.user, and give the password by DATELINE_DATABASE_PASSWORD alone.");
    }
    Properties parts = Driver.parseURL(url, new Properties());
    String database = parts == null ? null : PGProperty.PG_DBNAME.getOrDefault(parts);
    if (parts == null || database == null || database.isEmpty()) {
      throw new SettingsException(
          "The database of " + origin + " cannot be read; " + ALLOWED + ".");
    }
    return new PostgresUrl(
        url,
        String.valueOf(PGProperty.PG_HOST.getOrDefault(parts)),
        String.valueOf(PGProperty.PG_PORT.getOrDefault(parts)),
        database,
        PGProperty.USER.getOrDefault(parts));
  }

  /** The driver ignores names in the wrong case; they are secrets all the same. */
  private static boolean namesSecret(String query) {
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = decode(equals < 0 ? parameter : parameter.substring(0, equals));
      if (name.contains("password") || name.equals("service")) {
        return true;
      }
    }
    return false;
  }

  private static String decode(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      // The driver says so itself when it parses the whole.
      return name.toLowerCase(Locale.ROOT);
    }
  }

  /** Database, host and port, for a person. */
  String place() {
    String[] names = hosts.split(",", -1);
    String[] numbers = ports.split(",", -1);
    StringBuilder place = new StringBuilder("the PostgreSQL database `" + database + "` at ");
    for (int i = 0; i < names.length; i++) {
      place.append(i == 0 ? "" : ", ").append(names[i]);
      if (i < numbers.length) {
        place.append(':').append(numbers[i]);
      }
    }
    return place.toString().replaceAll("\\p{Cntrl}", "");
  }
}
