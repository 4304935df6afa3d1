package io.dateline.page;

import com.ibm.icu.lang.UCharacter;
import java.util.Locale;

/** Compares the addresses of web pages. */
final class Addresses {

  private Addresses() {}

  /** Whether both lead to one page: scheme, {@code www.}, fragment and final slash aside. */
  static boolean same(String a, String b) {
    return key(a).equals(key(b));
  }

  private static String key(String address) {
    String key = address.strip();
    int fragment = key.indexOf('#');
    key = fragment < 0 ? key : key.substring(0, fragment);
    int scheme = key.indexOf("://");
    key = scheme < 0 ? key : key.substring(scheme + 3);
    int slash = key.indexOf('/');
    String host = UCharacter.toLowerCase(Locale.ROOT, slash < 0 ? key : key.substring(0, slash));
    String path = slash < 0 ? "" : key.substring(slash);
    host = host.startsWith("www.") ? host.substring(4) : host;
    return host + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }
}
