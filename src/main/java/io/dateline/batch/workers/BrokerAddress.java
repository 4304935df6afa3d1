package io.dateline.batch.workers;

import io.dateline.batch.settings.SettingsException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a broker is.
 *
 * @param protocol how it is spoken to
 * @param embedded whether it is to run in this process
 * @param url for the broker's client, or for the acceptor of an embedded one
 * @param place host and port, for a person
 * @param open whether an embedded one accepts connections of other hosts
 */
public record BrokerAddress(
    Protocol protocol, boolean embedded, String url, String place, boolean open) {

  private static final String EMBEDDED = "embedded:";

  private static final String LOOPBACK = "127.0.0.1";

  private static final Pattern LISTEN =
      Pattern.compile(
          "(?:([A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{1,60}]):)?(\\d{1,5})(\\?.{0,2000})?");

  /** What is no host and no port. */
  private static final Pattern AROUND_PLACE = Pattern.compile("failover:|[a-z]+://|[()]");

  private static final int MAX_PORT = 65_535;

  private static final String ALLOWED =
      "allowed are `tcp://HOST:PORT` (Artemis), `amqp://HOST:PORT` or `amqps://HOST:PORT` (any broker"
          + " of AMQP 1.0) and `embedded:[HOST:]PORT`";

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
    for (Protocol protocol : Protocol.values()) {
      Matcher client = protocol.address().matcher(text);
      if (client.matches()) {
        String place = AROUND_PLACE.matcher(client.group(1)).replaceAll("");
        return new BrokerAddress(protocol, false, text, place, false);
      }
    }
    throw new SettingsException("The broker of --broker cannot be read; " + ALLOWED + ".");
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
    return new BrokerAddress(
        Protocol.CORE, true, "tcp://" + place + "?protocols=CORE" + query, place, open);
  }

  /** Of an embedded one: where it listens. */
  String host() {
    return place.substring(0, place.lastIndexOf(':'));
  }

  /** Of an embedded one. */
  int port() {
    return Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
  }

  @Override
  public String toString() {
    return place;
  }
}
