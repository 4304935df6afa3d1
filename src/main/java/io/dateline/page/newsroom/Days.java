package io.dateline.page.newsroom;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and compares days as the IPTC's formats spell them: ISO 8601, with hyphens or without. */
final class Days {

  private static final int DIGITS = 8;

  /** The basic format of ISO 8601, with which NITF is written. */
  private static final Pattern BASIC =
      Pattern.compile(
          "(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

  private Days() {}

  /** The basic format with a time as the extended one, all else as it stands. */
  static @Nullable String extended(@Nullable String value) {
    Matcher basic = BASIC.matcher(value == null ? "" : value.strip());
    if (!basic.matches() || basic.group(4) == null) {
      return value;
    }
    String seconds = basic.group(6) == null ? "00" : basic.group(6);
    String zone = basic.group(7) == null ? "" : basic.group(7);
    if (zone.length() == "+0200".length() && zone.indexOf(':') < 0) {
      zone = zone.substring(0, 3) + ':' + zone.substring(3);
    } else if (zone.length() == "+02".length()) {
      zone += ":00";
    }
    return basic.group(1)
        + '-'
        + basic.group(2)
        + '-'
        + basic.group(3)
        + 'T'
        + basic.group(4)
        + ':'
        + basic.group(5)
        + ':'
        + seconds
        + zone;
  }

  /** Whether {@code value} is a day, and a later one than {@code other} or the only one. */
  static boolean isLater(@Nullable String value, @Nullable String other) {
    String day = digits(value);
    String before = digits(other);
    return day.length() == DIGITS && (before.length() < DIGITS || day.compareTo(before) > 0);
  }

  private static String digits(@Nullable String value) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; value != null && i < value.length() && digits.length() < DIGITS; i++) {
      char c = value.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c != '-' && c != ' ') {
        break;
      }
    }
    return digits.toString();
  }
}
