package io.dateline.source.container;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a document was fetched, in ISO 8601, from the spellings that crawlers and corpora use. */
final class CaptureDate {

  private static final int MAX_CHARS = 40;

  private static final int DAY = "2019-03-04".length();

  private CaptureDate() {}

  /**
   * The date in ISO 8601, to the precision that was given: {@code 2019-03-04T05:06:07Z} as it
   * stands, a space for the {@code T}, 8 or 14 digits as in ARC files and addresses of archives, or
   * seconds or milliseconds since 1970. Null for everything else, and for days that do not exist.
   */
  static @Nullable String of(@Nullable String value) {
    String text = value == null ? "" : value.strip();
    if (text.length() < 4 || text.length() > MAX_CHARS) {
      return null;
    }
    if (isDigits(text)) {
      return ofDigits(text);
    }
    if (text.length() == "2019-03".length()) {
      return text.charAt(4) == '-' && exists(text + "-01") ? text : null;
    }
    if (text.length() < DAY || !exists(text.substring(0, DAY))) {
      return null;
    }
    if (text.length() == DAY) {
      return text;
    }
    char between = text.charAt(DAY);
    String time = text.substring(DAY + 1);
    boolean fits = (between == 'T' || between == ' ') && isTime(time);
    return fits ? text.substring(0, DAY) + "T" + time : null;
  }

  private static @Nullable String ofDigits(String digits) {
    return switch (digits.length()) {
      case 4 -> digits;
      case 8 -> day(digits);
      case 10 -> Instant.ofEpochSecond(Long.parseLong(digits)).toString();
      case 13 -> Instant.ofEpochSecond(Long.parseLong(digits) / 1000).toString();
      case 14 -> {
        String day = day(digits);
        String time =
            digits.substring(8, 10) + ":" + digits.substring(10, 12) + ":" + digits.substring(12);
        if (day == null || !isTime(time)) {
          yield null;
        }
        yield day + "T" + time + "Z";
      }
      default -> null;
    };
  }

  private static @Nullable String day(String digits) {
    String day =
        digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6, 8);
    return exists(day) ? day : null;
  }

  private static boolean exists(String day) {
    try {
      LocalDate.parse(day);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Hours and minutes, and perhaps seconds, their parts, and an offset. */
  private static boolean isTime(String text) {
    if (text.length() < 5
        || !isBelow(text.substring(0, 2), 24)
        || text.charAt(2) != ':'
        || !isBelow(text.substring(3, 5), 60)) {
      return false;
    }
    int at = 5;
    if (text.length() >= 8 && text.charAt(5) == ':') {
      if (!isBelow(text.substring(6, 8), 61)) {
        return false;
      }
      at = 8;
    }
    if (at == 8 && at < text.length() && text.charAt(at) == '.') {
      at++;
      while (at < text.length() && isDigits(text.substring(at, at + 1))) {
        at++;
      }
    }
    String offset = text.substring(at);
    return offset.isEmpty()
        || offset.equals("Z")
        || (offset.length() == 6
            && "+-".indexOf(offset.charAt(0)) >= 0
            && isBelow(offset.substring(1, 3), 19)
            && offset.charAt(3) == ':'
            && isBelow(offset.substring(4), 60));
  }

  private static boolean isBelow(String digits, int limit) {
    return isDigits(digits) && Integer.parseInt(digits) < limit;
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
