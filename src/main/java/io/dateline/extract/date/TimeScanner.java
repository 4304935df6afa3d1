package io.dateline.extract.date;

import org.jspecify.annotations.Nullable;

/** Recognises the time of day and the offset in a run of tokens. */
final class TimeScanner {

  /** Marks and small words between a date and its time, at most. */
  private static final int MAX_JOINS = 4;

  private final Tokens tokens;

  /**
   * @param offset {@code Z}, {@code +08:00}, or empty where none is given
   * @param next the token after it
   */
  record Time(int hour, int minute, int second, String offset, int next) {
    String iso() {
      return pad(hour) + ':' + pad(minute) + ':' + pad(second) + offset;
    }

    private static String pad(int number) {
      return number < 10 ? "0" + number : Integer.toString(number);
    }
  }

  TimeScanner(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The time that follows a date which ends before token i, or null. */
  @Nullable Time after(int i, boolean isoDate) {
    if (tokens.word(i).equals("t") && tokens.touchesNext(i - 1)) {
      return isoTime(i + 1);
    }
    int at = i;
    boolean joined = false;
    for (int n = 0; n < MAX_JOINS && at < tokens.count(); n++) {
      Time time = at(at, joined, isoDate);
      if (time != null) {
        return time;
      }
      joined = tokens.is(at, DateWords.Kind.JOIN);
      boolean skipped =
          joined
              || tokens.isOneOf(at, ".,-–—|·•(;/،")
              || tokens.is(at, DateWords.Kind.WEEKDAY)
              || tokens.is(at, DateWords.Kind.YEAR);
      if (!skipped) {
        return null;
      }
      at++;
    }
    return at(at, joined, isoDate);
  }

  /** The time that starts at token i, or null. */
  @Nullable Time at(int i, boolean joined, boolean isoDate) {
    int at = i;
    boolean pm = tokens.is(at, DateWords.Kind.PM);
    boolean am = !pm && tokens.is(at, DateWords.Kind.AM);
    if (am || pm) {
      at++;
    }
    int digits = tokens.digits(at);
    if (digits < 1 || digits > 2) {
      return null;
    }
    int hour = tokens.value(at);
    int minute = 0;
    int second = 0;
    boolean certain = false;
    int next = at + 1;
    boolean colon = tokens.isOneOf(next, ":：");
    boolean dot = tokens.isMark(next, '.') && tokens.touchesNext(at) && tokens.touchesNext(next);
    boolean unit = isHourUnit(next);
    if ((colon || dot || unit) && tokens.digits(next + 1) == 2) {
      minute = tokens.value(next + 1);
      certain = colon || unit;
      next += 2;
      if (unit && isMinuteUnit(next)) {
        next++;
      }
      if (tokens.isOneOf(next, ":：") && tokens.digits(next + 1) == 2) {
        second = tokens.value(next + 1);
        next += 2;
        if (tokens.isOneOf(next, ".,")
            && tokens.touchesNext(next - 1)
            && tokens.touchesNext(next)
            && tokens.digits(next + 1) > 0) {
          next += 2;
        }
      }
    } else if (unit && (am || pm || !tokens.word(next).equals("h") || tokens.touchesNext(at))) {
      certain = true;
      next++;
    }
    int meridiem = meridiem(next);
    if (meridiem != 0) {
      pm = tokens.word(next).startsWith("p");
      am = !pm;
      next += meridiem;
    }
    if (tokens.is(next, DateWords.Kind.CLOCK)) {
      certain = true;
      next++;
    }
    certain |= am || pm || (joined && dot);
    if (!certain) {
      return null;
    }
    if (am || pm) {
      if (pm && hour < 12) {
        hour += 12;
      } else if (am && hour == 12) {
        hour = 0;
      }
    }
    return time(hour, minute, second, next, isoDate);
  }

  private boolean isHourUnit(int i) {
    String word = tokens.word(i);
    return switch (word) {
      case "h", "時", "时", "点", "點" -> true;
      default -> word.equals(Folding.fold("시"));
    };
  }

  private boolean isMinuteUnit(int i) {
    String word = tokens.word(i);
    return word.equals("分") || word.equals("min") || word.equals(Folding.fold("분"));
  }

  /** Tokens of {@code am}, {@code p.m.} at i, 0 if there are none. */
  private int meridiem(int i) {
    String word = tokens.word(i);
    if (word.equals("am") || word.equals("pm")) {
      return 1;
    }
    boolean dotted =
        (word.equals("a") || word.equals("p"))
            && tokens.isMark(i + 1, '.')
            && tokens.word(i + 2).equals("m");
    if (!dotted) {
      return 0;
    }
    return tokens.isMark(i + 3, '.') ? 4 : 3;
  }

  /** {@code 10:15:00.000+08:00} or {@code 101500Z} after the letter T. */
  private @Nullable Time isoTime(int i) {
    int digits = tokens.digits(i);
    int value = tokens.value(i);
    if (digits == 6) {
      return time(value / 10_000, value / 100 % 100, value % 100, i + 1, true);
    }
    if (digits == 4) {
      return time(value / 100, value % 100, 0, i + 1, true);
    }
    return at(i, true, true);
  }

  private @Nullable Time time(int hour, int minute, int second, int next, boolean isoDate) {
    if (hour > 23 || minute > 59 || second > 60) {
      return null;
    }
    Offset offset = offset(next, isoDate);
    // A leap second has no LocalTime; the second before stands for it.
    int whole = Math.min(second, 59);
    return offset == null
        ? new Time(hour, minute, whole, "", next)
        : new Time(hour, minute, whole, offset.text(), offset.next());
  }

  private record Offset(String text, int next) {}

  private @Nullable Offset offset(int i, boolean isoDate) {
    int at = tokens.isOneOf(i, "([") ? i + 1 : i;
    boolean bracket = at > i;
    boolean named = tokens.is(at, DateWords.Kind.ZONE);
    if (named) {
      at++;
    }
    boolean plus = tokens.isMark(at, '+');
    boolean minus = tokens.isOneOf(at, "-−");
    if ((plus || minus) && tokens.touchesNext(at)) {
      int digits = tokens.digits(at + 1);
      int value = tokens.value(at + 1);
      boolean colon = digits <= 2 && tokens.isMark(at + 2, ':') && tokens.digits(at + 3) == 2;
      int hours = digits == 4 ? value / 100 : value;
      int minutes = digits == 4 ? value % 100 : colon ? tokens.value(at + 3) : 0;
      boolean shaped = digits == 4 || colon || (digits >= 1 && (named || isoDate || bracket));
      // 10:15-11:30 is a span of time: only a machine's date puts an offset there.
      boolean offset = plus || named || isoDate || !tokens.touchesNext(at - 1);
      if (shaped && offset && hours <= 14 && minutes % 15 == 0 && minutes < 60) {
        int next = at + (colon ? 4 : 2);
        String text =
            (minus ? "-" : "+")
                + (hours < 10 ? "0" : "")
                + hours
                + ':'
                + (minutes < 10 ? "0" : "")
                + minutes;
        return new Offset(text, closed(bracket, next));
      }
    }
    return named ? new Offset("Z", closed(bracket, at)) : null;
  }

  private int closed(boolean bracket, int next) {
    return bracket && tokens.isOneOf(next, ")]") ? next + 1 : next;
  }
}
