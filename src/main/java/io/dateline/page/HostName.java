package io.dateline.page;

import com.ibm.icu.lang.UCharacter;
import java.net.IDN;
import java.util.Locale;

/**
 * The name of a web site's host. It fits itself and what ends in it: {@code courier.example} fits
 * {@code www.courier.example}. Case says nothing, nor whether letters beyond ASCII are written as
 * they are or in Punycode. Immutable and safe for use by several threads.
 */
public final class HostName {

  /** Longest name in the Domain Name System, in characters. */
  private static final int MAX_LENGTH = 253;

  private final String name;

  private HostName(String name) {
    this.name = name;
  }

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException with what is wrong, if it is no bare name: with a scheme, a
   *     port or a path
   */
  public static HostName of(String text) {
    String name = ascii(text.strip());
    boolean bare =
        name.chars()
            .allMatch(
                c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-._".indexOf(c) >= 0);
    if (!bare || name.isEmpty() || name.startsWith(".") || name.endsWith(".")) {
      throw new IllegalArgumentException(
          "it must be the bare name of a host, as `courier.example`");
    }
    return new HostName(name);
  }

  /** Whether the page at {@code address} is of this host. */
  boolean fits(String address) {
    String host = hostOf(address);
    return host.equals(name) || host.endsWith("." + name);
  }

  /** The host in an absolute address, or an empty string. */
  private static String hostOf(String address) {
    int scheme = address.indexOf("://");
    if (scheme < 0) {
      return "";
    }
    int start = scheme + 3;
    int end = start;
    while (end < address.length() && "/?#\\".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    String authority = address.substring(start, end);
    authority = authority.substring(authority.lastIndexOf('@') + 1);
    int port = authority.indexOf(':');
    String host = port < 0 ? authority : authority.substring(0, port);
    return ascii(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
  }

  private static String ascii(String host) {
    if (host.length() > MAX_LENGTH) {
      return "";
    }
    try {
      return UCharacter.toLowerCase(Locale.ROOT, IDN.toASCII(host, IDN.ALLOW_UNASSIGNED));
    } catch (IllegalArgumentException e) {
      // No name that a browser would resolve; pages may say anything.
      return UCharacter.toLowerCase(Locale.ROOT, host);
    }
  }
}
