package io.dateline.batch.workers;

import io.dateline.batch.settings.SettingsException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a broker is.
 *
 * @param embedded whether it is to run in this process
 * @param url for the broker's client, or for the acceptor of an embedded one
 * @param place host and port, for a person
 * @param open whether an embedded one accepts connections of other hosts
 */
public record BrokerAddress(boolean embedded, String url, String place, boolean open) {

  private static final String EMBEDDED = "embedded:";

  private static final String LOOPBACK = "127.0.0.1";

  private static final Pattern LISTEN =
      Pattern.compile(
          "(?:([A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{1,60}]):)?(\\d{1,5})(\\?.{0,2000})?");

  private static final Pattern CLIENT =
      Pattern.compile("(\\(?tcp://[A-Za-z0-9._:,/()\\[\\]-]{1,500}?\\)?)(\\?.{0,2000})?");

  private static final int MAX_PORT = 65_535;

  private static final String ALLOWED = "allowed are `tcp://HOST:PORT` and `embedded:[HOST:]PORT`";

  /**
   * Reads what {@code --broker} says.
   *
   * @throws SettingsException if it is none that is known, or holds a password; its sentence does
   *     not repeat it, since it may be a secret
   */
  public static BrokerAddress parse(String text) {
    String query = text.indexOf('?') < 0 ? "" : text.substring(text.indexOf('?'));
    if (text.indexOf('@') >= 0 || query.toLowerCase(Locale.ROOT).contains("password")) {
      throw new SettingsException(
          "The broker of --broker holds a password, which others can read; give user and password"
              + " by DATELINE_BROKER_USER and DATELINE_BROKER_PASSWORD alone, and certificates as"
              + " PEM files, which need none.");
    }
    if (text.startsWith(EMBEDDED)) {
      return listening(text.substring(EMBEDDED.length()));
    }
    Matcher client = CLIENT.matcher(text);
    if (!client.matches()) {
      throw new SettingsException("The broker of --broker cannot be read; " + ALLOWED + ".");
    }
    return new BrokerAddress(false, text, client.group(1).replaceAll("[()]|tcp://", ""), false);
  }

  private static BrokerAddress listening(String text) {
    Matcher parts = LISTEN.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > MAX_PORT) {
      throw new SettingsException(
          "The embedded broker of --broker cannot be read; " + ALLOWED + ".");
    }
    String host = parts.group(1) == null ? LOOPBACK : parts.group(1);
    String query = parts.group(3) == null ? "" : "&" + parts.group(3).substring(1);
    String place = host + ":" + parts.group(2);
    boolean open = !host.equals(LOOPBACK) && !host.equals("localhost") && !host.equals("[::1]");
    return new BrokerAddress(true, "tcp://" + place + "?protocols=CORE" + query, place, open);
  }

  @Override
  public String toString() {
    return place;
  }
}
