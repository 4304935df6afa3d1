package io.dateline.batch.purge;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long ago something has to have ended: {@code 90d} or {@code 12w}. */
public final class Age {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,5})([dw])");

  private static final int DAYS_OF_A_WEEK = 7;

  /** A hundred years; older runs there are none. */
  private static final int MAX_DAYS = 36_525;

  private Age() {}

  /**
   * Reads a number of days ({@code d}) or weeks ({@code w}), from 0 to a hundred years.
   *
   * @throws IllegalArgumentException with a sentence that says what is allowed
   */
  public static Duration parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      long days =
          Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("w") ? DAYS_OF_A_WEEK : 1);
      if (days <= MAX_DAYS) {
        return Duration.ofDays(days);
      }
    }
    throw new IllegalArgumentException(
        "--older-than takes a number of days or weeks, such as 90d or 12w, up to "
            + MAX_DAYS
            + "d, and not `"
            + text.replaceAll("\\p{Cntrl}", "?")
            + "`");
  }
}
