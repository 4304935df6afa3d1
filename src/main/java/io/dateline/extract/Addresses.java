package io.dateline.extract;

import io.dateline.extract.text.LowerCase;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the address of a page or picture says. */
final class Addresses {

  /** {@code /2016/09/05/}, {@code /2016-09-05}, {@code /20160905}. */
  private static final Pattern DAY =
      Pattern.compile(
          "[/_.=-]((?:19|20)[0-9]{2})([/_.-]?)(0?[1-9]|1[0-2])\\2(0[1-9]|[12][0-9]|3[01]|[1-9])(?![0-9])");

  /** {@code /05-09-2016}: only between the same dashes, since lists of numbers look alike. */
  private static final Pattern DAY_FIRST =
      Pattern.compile("[/_-](0[1-9]|[12][0-9]|3[01])-(0[1-9]|1[0-2])-((?:19|20)[0-9]{2})(?![0-9])");

  /** Longest address that is read, in UTF-16 code units. */
  private static final int MAX_LENGTH = 2000;

  private Addresses() {}

  /** The host name, or empty. */
  static String host(String address) {
    int start = address.indexOf("://");
    if (start < 0) {
      return "";
    }
    start += 3;
    int end = start;
    while (end < address.length() && "/?#:".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    return address.substring(start, end);
  }

  /** Whether it is an absolute address on the web. */
  static boolean isAbsolute(String address) {
    return address.length() <= MAX_LENGTH
        && (address.startsWith("https://") || address.startsWith("http://"))
        && address.indexOf(' ') < 0
        && !host(address).isEmpty();
  }

  /** Whether it looks like the address or file name of a picture. */
  static boolean isPicture(String value) {
    String lower = LowerCase.of(value);
    return value.indexOf(' ') < 0
        && (isAbsolute(value)
            || lower.endsWith(".jpg")
            || lower.endsWith(".jpeg")
            || lower.endsWith(".png")
            || lower.endsWith(".gif")
            || lower.endsWith(".webp"));
  }

  /** The day in the address's path as ISO 8601, or null. */
  static @Nullable String day(String address) {
    if (address.length() > MAX_LENGTH) {
      return null;
    }
    Matcher day = DAY.matcher(address);
    if (!day.find()) {
      Matcher last = DAY_FIRST.matcher(address);
      return last.find() ? last.group(3) + "-" + last.group(2) + "-" + last.group(1) : null;
    }
    String separator = day.group(2);
    // Without separators only 20160905 is a day: /2016111 could be anything.
    if (separator.isEmpty() && (day.group(3).length() < 2 || day.group(4).length() < 2)) {
      return null;
    }
    return day.group(1) + "-" + two(day.group(3)) + "-" + two(day.group(4));
  }

  private static String two(String digits) {
    return digits.length() < 2 ? "0" + digits : digits;
  }
}
