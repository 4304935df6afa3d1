package io.dateline.page.newsroom;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and compares days as the IPTC's formats spell them: ISO 8601, with hyphens or without. */
final class Days {

  private static final int DIGITS = 8;

  private static final String MIDNIGHT = "000000";

  /** The basic format of ISO 8601, with which NITF is written, in NITF 3.1 without the T too. */
  private static final Pattern BASIC =
      Pattern.compile(
          "(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

  private Days() {}

  /**
   * The basic format with a time as the extended one, all else as it stands. Midnight is how NITF
   * spells that no time is known, and becomes the day alone.
   */
  static @Nullable String extended(@Nullable String value) {
    Matcher basic = BASIC.matcher(value == null ? "" : value.strip());
    if (!basic.matches() || basic.group(4) == null) {
      return value;
    }
    String seconds = basic.group(6) == null ? "00" : basic.group(6);
    if ((basic.group(4) + basic.group(5) + seconds).equals(MIDNIGHT)) {
      return basic.group(1) + '-' + basic.group(2) + '-' + basic.group(3);
    }
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

  /** Whether a moment is later than another, or a later day where a time or zone is not stated. */
  static boolean isAfter(@Nullable String value, @Nullable String other) {
    Instant moment = moment(value);
    Instant before = moment(other);
    if (moment == null || before == null) {
      return isLater(value, other);
    }
    return moment.isAfter(before);
  }

  private static @Nullable Instant moment(@Nullable String value) {
    String extended = extended(value);
    try {
      return extended == null ? null : OffsetDateTime.parse(extended.strip()).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
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
