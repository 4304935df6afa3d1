package io.dateline.extract;

import io.dateline.article.Block;
import io.dateline.article.Page;
import io.dateline.extract.credit.Bylines;
import io.dateline.extract.date.ParsedDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines around a story as the Associated Press sent it over the wire until the 1990s: {@code
 * ^Town Loses Bridge<} above it, and at its end {@code AP-NY-06-12-90 1843EDT<}, the day and time
 * in New York. Bylines with such marks are read by {@link Bylines}.
 */
final class WireMarks {

  /** Lines at the start in which the headline stands. */
  private static final int HEAD = 12;

  /** Longest headline, in UTF-16 code units. */
  private static final int MAX_TITLE = 200;

  private static final Pattern TRAILER =
      Pattern.compile("AP-[A-Z]{2}-([0-9]{2})-([0-9]{2})-([0-9]{2}) [0-9]{4}[A-Z]{0,3}<?");

  /** The last year of two digits that is of this century: the wire bore such lines from 1980 on. */
  private static final int LAST_OF_CENTURY = 40;

  private WireMarks() {}

  /** The headline between the marks, or null. */
  static @Nullable String title(List<Block> head) {
    for (Block block : head.subList(0, Math.min(HEAD, head.size()))) {
      String text = block.text().strip();
      if (text.length() > 2
          && text.length() <= MAX_TITLE
          && text.startsWith("^")
          && text.endsWith("<")) {
        return text.substring(1, text.length() - 1).strip();
      }
    }
    return null;
  }

  /** The last line of the transmission, or null. */
  static @Nullable String trailer(Page page) {
    for (int i = page.blocks().size() - 1; i >= 0; i--) {
      String text = page.blocks().get(i).text().strip();
      if (text.startsWith("AP-") && TRAILER.matcher(text).matches()) {
        return text;
      }
    }
    return null;
  }

  /** The day of a transmission whose last line this is, or null. */
  static @Nullable ParsedDate day(String trailer) {
    Matcher matcher = TRAILER.matcher(trailer);
    if (!matcher.matches()) {
      return null;
    }
    int year = Integer.parseInt(matcher.group(3));
    try {
      LocalDate day =
          LocalDate.of(
              year + (year <= LAST_OF_CENTURY ? 2000 : 1900),
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)));
      return new ParsedDate(day.toString(), day, trailer, false, null);
    } catch (DateTimeException impossible) {
      return null;
    }
  }
}
