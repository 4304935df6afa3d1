package io.dateline.extract.date;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.text.Letters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as people and machines print them: ISO 8601 with its variants, RFC 822 and 1123, C's
 * asctime, {@code 5 de septiembre de 2016}, {@code Sept. 5, 2016, 10:15 a.m.}, {@code 2016年9月5日},
 * {@code 05/09/2016}; and, for metadata only, {@code 20160905} and seconds or milliseconds since
 * 1970. Month names of some 60 languages come from {@code months.tsv}.
 *
 * <p>A date without a year is no match, nor is one that the calendar does not have. Where day and
 * month could be either way round, a number above 12 decides, then {@link DateHints}. Names of
 * zones other than UTC and GMT give no offset: {@code EST} and {@code IST} each mean several.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class DateParser {

  /** Longest text that is searched, in UTF-16 code units; bylines are far shorter. */
  static final int MAX_LINE = 1000;

  /** Longest text that is a date and nothing else, in UTF-16 code units. */
  static final int MAX_DATE = 200;

  /** 1990 to 2100 in seconds: numbers outside are ids or counts rather than times. */
  private static final long MIN_EPOCH = 631_152_000L;

  private static final long MAX_EPOCH = 4_102_444_800L;

  /**
   * Reads a text that should be a date: a metadata value, or what follows a label.
   *
   * @return the first date in it, or empty if there is none
   */
  public Optional<ParsedDate> parse(String text, DateHints hints) {
    String stripped = text.strip();
    if (!Letters.holdsDigit(stripped)) {
      return Optional.empty();
    }
    String head = stripped.length() > MAX_DATE ? stripped.substring(0, MAX_DATE) : stripped;
    Tokens tokens = new Tokens(head, head.length());
    ParsedDate machine = machineDate(head, tokens);
    if (machine != null) {
      return Optional.of(machine);
    }
    List<DateMatch> matches = find(tokens, hints, 1);
    return matches.isEmpty() ? Optional.empty() : Optional.of(matches.get(0).date());
  }

  /**
   * Finds the dates inside a longer line, in their order.
   *
   * @param line only its first {@value #MAX_LINE} code units are searched
   */
  public List<DateMatch> find(String line, DateHints hints) {
    return holdsTwoNumbers(line)
        ? find(new Tokens(line, MAX_LINE), hints, Integer.MAX_VALUE)
        : List.of();
  }

  /** Every date has two: most lines need not be cut up. Of a long one a year may be cut off. */
  private static boolean holdsTwoNumbers(String line) {
    int numbers = 0;
    int digits = 0;
    for (int i = 0; i < line.length() && numbers < 2; i++) {
      digits = Letters.isDigit(line.charAt(i)) ? digits + 1 : 0;
      numbers += digits == 1 || digits == Tokens.YEAR_DIGITS + 1 ? 1 : 0;
    }
    return numbers > 1;
  }

  private static List<DateMatch> find(Tokens tokens, DateHints hints, int most) {
    DayScanner days = new DayScanner(tokens, hints);
    TimeScanner times = new TimeScanner(tokens);
    List<DateMatch> matches = new ArrayList<>();
    int free = 0;
    for (int i = 0; i < tokens.count() && matches.size() < most; i++) {
      if (i < free || (i > 0 && isGlued(tokens, i))) {
        continue;
      }
      DayScanner.Day day = days.at(i);
      TimeScanner.Time time = null;
      int first = i;
      int next;
      if (day != null) {
        time = times.after(day.next(), day.iso());
        next = time == null ? day.next() : time.next();
        if (time == null) {
          TimeScanner.Time before = timeBefore(tokens, times, free, i);
          if (before != null) {
            time = before;
            first = startOfTimeBefore(tokens, times, free, i);
          }
        }
      } else {
        Asctime asctime = asctime(tokens, days, times, i);
        if (asctime == null) {
          continue;
        }
        day = asctime.day();
        time = asctime.time();
        next = day.next();
      }
      while (first > free && isWeekdayBefore(tokens, first)) {
        first = tokens.is(first - 1, DateWords.Kind.WEEKDAY) ? first - 1 : first - 2;
      }
      String iso = day.date() + (time == null ? "" : "T" + time.iso());
      String raw = tokens.text(first, next - 1);
      matches.add(
          new DateMatch(
              tokens.start(first),
              tokens.end(next - 1),
              new ParsedDate(iso, day.date(), raw, time != null, day.order())));
      free = next;
    }
    return matches;
  }

  /** A number that hangs on a word or another number is part of an id, not of a date. */
  private static boolean isGlued(Tokens tokens, int i) {
    if (tokens.kind(i) != Tokens.Kind.NUMBER || !tokens.touchesNext(i - 1)) {
      return false;
    }
    return switch (tokens.kind(i - 1)) {
      case WORD -> {
        // Of accents that stand above nothing, folding leaves nothing.
        String word = tokens.word(i - 1);
        yield word.isEmpty() || word.codePointAt(0) < 0x2E80;
      }
      case MARK ->
          tokens.isOneOf(i - 1, "-/._$#=")
              && i > 1
              && tokens.touchesNext(i - 2)
              && tokens.kind(i - 2) != Tokens.Kind.MARK;
      default -> false;
    };
  }

  private static boolean isWeekdayBefore(Tokens tokens, int first) {
    return (tokens.is(first - 1, DateWords.Kind.WEEKDAY) && !isPreposition(tokens, first - 1))
        || (tokens.isOneOf(first - 1, ".,") && tokens.is(first - 2, DateWords.Kind.WEEKDAY));
  }

  /** {@code on 10 February}: in small letters a preposition, though Norwegian's Wednesday too. */
  private static boolean isPreposition(Tokens tokens, int i) {
    return tokens.is(i, DateWords.Kind.PREPOSITION)
        && tokens.text(i, i).codePoints().noneMatch(UCharacter::isUpperCase);
  }

  private record Asctime(DayScanner.Day day, TimeScanner.Time time) {}

  /** {@code Sep 5 10:15:00 [zone] 2016}: the year stands behind the time. */
  private static @Nullable Asctime asctime(
      Tokens tokens, DayScanner days, TimeScanner times, int i) {
    if (tokens.kind(i) != Tokens.Kind.WORD
        || tokens.digits(i + 1) < 1
        || tokens.digits(i + 1) > 2
        || !tokens.isMark(i + 3, ':')) {
      return null;
    }
    TimeScanner.Time time = times.at(i + 2, false, true);
    if (time == null) {
      return null;
    }
    int at = time.next();
    if (tokens.kind(at) == Tokens.Kind.WORD) {
      at++;
    }
    if (tokens.digits(at) != 4) {
      return null;
    }
    String day = tokens.text(i, i + 1) + " " + tokens.text(at, at);
    Tokens own = new Tokens(day, day.length());
    DayScanner.Day found = days.like(own).at(0);
    return found == null
        ? null
        : new Asctime(new DayScanner.Day(found.date(), at + 1, null, false), time);
  }

  private static TimeScanner.@Nullable Time timeBefore(
      Tokens tokens, TimeScanner times, int free, int i) {
    int start = startOfTimeBefore(tokens, times, free, i);
    return start < i ? times.at(start, false, false) : null;
  }

  /** Where a time starts that ends just before token i, or i. */
  private static int startOfTimeBefore(Tokens tokens, TimeScanner times, int free, int i) {
    // Longest form: 10 : 15 : 00 p . m . ( UTC + 08 : 00 ) , on Monday ,
    for (int start = Math.max(free, i - 18); start < i; start++) {
      if (tokens.kind(start) != Tokens.Kind.NUMBER
          || !tokens.isOneOf(start + 1, ":.h")
          || (start > 0 && tokens.isOneOf(start - 1, ":.") && tokens.touchesNext(start - 1))) {
        continue;
      }
      TimeScanner.Time time = times.at(start, false, false);
      if (time == null || time.next() > i) {
        continue;
      }
      int at = time.next();
      while (at < i && isBetweenTimeAndDate(tokens, at)) {
        at++;
      }
      if (at == i) {
        return start;
      }
    }
    return i;
  }

  private static boolean isBetweenTimeAndDate(Tokens tokens, int at) {
    boolean zoneName =
        tokens.kind(at) == Tokens.Kind.WORD
            && tokens.text(at, at).length() <= 5
            && tokens.text(at, at).chars().allMatch(c -> c >= 'A' && c <= 'Z');
    return zoneName
        || tokens.isOneOf(at, ",-–—|·•.")
        || tokens.is(at, DateWords.Kind.JOIN)
        || tokens.is(at, DateWords.Kind.WEEKDAY)
        || tokens.word(at).equals("on");
  }

  private static @Nullable ParsedDate machineDate(String text, Tokens tokens) {
    int digits = tokens.digits(0);
    try {
      if (digits == 8 && (tokens.count() == 1 || tokens.word(1).equals("t"))) {
        int value = tokens.value(0);
        LocalDate date = LocalDate.of(value / 10_000, value / 100 % 100, value % 100);
        if (date.getYear() < 1000 || date.getYear() > 2999) {
          return null;
        }
        TimeScanner.Time time = tokens.count() == 1 ? null : new TimeScanner(tokens).after(1, true);
        return new ParsedDate(
            date + (time == null ? "" : "T" + time.iso()), date, text, time != null, null);
      }
      if (digits == 14) {
        return parseDigits(text, tokens);
      }
      boolean whole = tokens.count() == 1 || (tokens.count() == 3 && tokens.isMark(1, '.'));
      if (whole && (digits == 9 || digits == 10 || digits == 13)) {
        long seconds = digits == 13 ? tokens.longValue(0) / 1000 : tokens.longValue(0);
        return seconds < MIN_EPOCH || seconds > MAX_EPOCH ? null : epoch(text, seconds);
      }
    } catch (DateTimeException impossible) {
      return null;
    }
    return null;
  }

  /** {@code 20160905101500}, perhaps with an offset. */
  private static @Nullable ParsedDate parseDigits(String text, Tokens tokens) {
    long value = tokens.longValue(0);
    String split =
        String.format(
            java.util.Locale.ROOT,
            "%04d-%02d-%02dT%02d:%02d:%02d",
            value / 10_000_000_000L,
            value / 100_000_000L % 100,
            value / 1_000_000 % 100,
            value / 10_000 % 100,
            value / 100 % 100,
            value % 100);
    String rest = text.substring(tokens.end(0));
    List<DateMatch> found = find(new Tokens(split + rest, MAX_DATE), DateHints.NONE, 1);
    if (found.isEmpty() || !found.get(0).date().hasTime()) {
      return null;
    }
    ParsedDate date = found.get(0).date();
    return new ParsedDate(date.iso(), date.date(), text, true, null);
  }

  private static ParsedDate epoch(String text, long seconds) {
    var moment = Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
    String iso = Instant.ofEpochSecond(seconds).toString();
    return new ParsedDate(iso, moment.toLocalDate(), text, true, null);
  }
}
