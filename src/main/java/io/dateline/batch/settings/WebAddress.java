package io.dateline.batch.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An address that something about runs is sent to: {@code https}, or {@code http} on this machine
 * alone, where nobody listens on the way.
 */
public final class WebAddress {

  /** Longest address, in UTF-16 code units. */
  private static final int MAX_LENGTH = 2_000;

  private WebAddress() {}

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException with what is wrong with it, without repeating it: such
   *     addresses hold secrets
   */
  public static URI of(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("must be an address like https://host/path", e);
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("must be an address like https://host/path");
    }
    if (uri.getUserInfo() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException("must have neither a user nor a fragment (#)");
    }
    if (!scheme.equals("https") && !(scheme.equals("http") && isLoopback(uri))) {
      throw new IllegalArgumentException("must be https, or http to localhost, 127.0.0.1 or [::1]");
    }
    return uri;
  }

  /** Whether an address names this machine. */
  public static boolean isLoopback(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }

  /**
   * The address as far as it may be told: scheme, host and port; what is behind may be a secret.
   */
  public static String shown(URI uri) {
    return uri.getScheme() + "://" + uri.getAuthority();
  }
}
