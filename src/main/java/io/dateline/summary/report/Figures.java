package io.dateline.summary.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How numbers, times and texts are written on pages, which are in English. */
public final class Figures {

  /** Longest text of an article that is shown whole, in code points; a name is far shorter. */
  static final int MAX_TEXT = 160;

  private static final int SECONDS_PER_MINUTE = 60;
  private static final int MINUTES_PER_HOUR = 60;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Figures() {}

  /** {@code 1,234,567}. */
  public static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** {@code 1 article}, {@code 1,200 articles}; the plural ends in {@code s}. */
  public static String count(long value, String plural) {
    return number(value) + " " + (value == 1 ? singular(plural) : plural);
  }

  private static String singular(String plural) {
    return plural.endsWith("ies")
        ? plural.substring(0, plural.length() - "ies".length()) + "y"
        : plural.substring(0, plural.length() - 1);
  }

  /** A part of a whole in per cent: {@code 12.5 %}. */
  public static String share(long part, long whole) {
    return whole == 0 ? "" : percent((double) part / whole);
  }

  /** A share from 0 to 1 in per cent. What is neither nothing nor all is not shown as if it was. */
  static String percent(double share) {
    double percent = Math.round(share * 1000) / 10.0;
    if (percent == 0 && share > 0) {
      return "< 0.1 %";
    }
    if (percent == 100 && share < 1) {
      return "> 99.9 %";
    }
    return String.format(
        Locale.ROOT, percent == Math.rint(percent) ? "%.0f %%" : "%.1f %%", percent);
  }

  /** A difference of shares in points of a hundred: {@code +1.2}, {@code −3}. */
  static String points(double difference) {
    double points = Math.round(difference * 1000) / 10.0;
    if (points == 0) {
      return "0";
    }
    return (points > 0 ? "+" : "\u2212") + String.format(Locale.ROOT, "%.1f", Math.abs(points));
  }

  /** {@code 6.7 s}, {@code 12 min 4 s}, {@code 3 h 2 min}. */
  static String duration(double seconds) {
    if (seconds < SECONDS_PER_MINUTE) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    long minutes = whole / SECONDS_PER_MINUTE;
    return minutes < MINUTES_PER_HOUR
        ? minutes + " min " + whole % SECONDS_PER_MINUTE + " s"
        : minutes / MINUTES_PER_HOUR + " h " + minutes % MINUTES_PER_HOUR + " min";
  }

  /** A moment in ISO 8601 as {@code 5 September 2016, 10:15:00 UTC}. */
  static String time(String instant) {
    return TIME.format(Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS));
  }

  /** A text of at most {@value #MAX_TEXT} code points on one line. */
  static String text(String text) {
    return cut(text, MAX_TEXT);
  }

  /** A text of so many code points at most, with an ellipsis where something is left out. */
  static String cut(String text, int most) {
    String line = text.replace('\n', ' ').replace('\t', ' ');
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, most - 1)) + "\u2026";
  }

  /** A path that is cut in its middle, since both ends tell which it is. */
  public static String path(String path) {
    int length = path.codePointCount(0, path.length());
    if (length <= MAX_TEXT) {
      return path;
    }
    int half = MAX_TEXT / 2;
    return path.substring(0, path.offsetByCodePoints(0, half))
        + "\u2026"
        + path.substring(path.offsetByCodePoints(0, length - half));
  }
}
