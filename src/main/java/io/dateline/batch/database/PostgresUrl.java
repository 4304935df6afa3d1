package io.dateline.batch.database;

import io.dateline.batch.settings.SettingsException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JDBC URL of PostgreSQL that holds no secret.
 *
 * @param text the URL as it was given
 * @param hosts names or addresses, each with its port if it has one, separated by commas
 * @param database name of the database
 * @param user role that the URL names, or null
 */
record PostgresUrl(String text, String hosts, String database, @Nullable String user) {

  private static final String PREFIX = "jdbc:postgresql:";

  private static final int MAX_PORT = 65_535;

  private static final Pattern PLACE =
      Pattern.compile("jdbc:postgresql://([A-Za-z0-9._:,\\[\\]-]*)/([^/]+)");

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
    Matcher parts = PLACE.matcher(place);
    if (!parts.matches()) {
      throw new SettingsException(
          "The database of " + origin + " cannot be read; " + ALLOWED + ".");
    }
    requirePorts(parts.group(1), origin);
    return new PostgresUrl(
        url,
        parts.group(1),
        decode(parts.group(2)),
        user(query < 0 ? "" : url.substring(query + 1)));
  }

  /** The driver takes a URL with a bad port for one of another database, and says so. */
  private static void requirePorts(String hosts, String origin) {
    for (String host : hosts.split(",", -1)) {
      int colon = host.lastIndexOf(':');
      if (colon > host.lastIndexOf(']') && !isPort(host.substring(colon + 1))) {
        throw new SettingsException(
            "The database of "
                + origin
                + " has a port that is no number from 1 to "
                + MAX_PORT
                + "; "
                + ALLOWED
                + ".");
      }
    }
  }

  private static boolean isPort(String text) {
    if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int port = Integer.parseInt(text);
    return port >= 1 && port <= MAX_PORT;
  }

  private static @Nullable String user(String query) {
    for (String parameter : query.split("&", -1)) {
      if (parameter.startsWith("user=")) {
        return decode(parameter.substring("user=".length()));
      }
    }
    return null;
  }

  /** The driver ignores names in the wrong case; they are secrets all the same. */
  private static boolean namesSecret(String query) {
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name =
          decode(equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
      if (name.contains("password") || name.equals("service")) {
        return true;
      }
    }
    return false;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // No percent-encoding: the driver refuses it when it connects.
      return text;
    }
  }

  /** Database, host and port, for a person. */
  String place() {
    String at = hosts.isEmpty() ? "localhost" : hosts;
    return ("the PostgreSQL database `" + database + "` at " + at).replaceAll("\\p{Cntrl}", "");
  }
}
