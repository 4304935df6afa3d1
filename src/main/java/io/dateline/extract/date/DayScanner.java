package io.dateline.extract.date;

import com.ibm.icu.lang.UScript;
import io.dateline.extract.date.DateHints.Choice;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Recognises the day in a run of tokens: year, month and day in any of the usual orders. */
final class DayScanner {

  /** Years of four digits; validation looks at their sense. */
  private static final int MIN_YEAR = 1000;

  private static final int MAX_YEAR = 2999;

  /** Two-digit years from here on are of the last century: the newspapers of the archive's time. */
  private static final int TWO_DIGIT_PIVOT = 70;

  /** Years that Thai papers count from the death of the Buddha: 2559 is 2016. */
  private static final int BUDDHIST_ERA = 543;

  private static final int MIN_BUDDHIST = 2400;

  private static final int MAX_BUDDHIST = 2699;

  /** Small words between two parts of a date, at most. */
  private static final int MAX_FILLERS = 3;

  private final Tokens tokens;
  private final DateHints hints;

  /** The day that was recognised, and the token after it. */
  record Day(LocalDate date, int next, @Nullable Choice order, boolean iso) {}

  DayScanner(Tokens tokens, DateHints hints) {
    this.tokens = tokens;
    this.hints = hints;
  }

  /** A scanner of other tokens with the same hints. */
  DayScanner like(Tokens others) {
    return new DayScanner(others, hints);
  }

  /** The day that starts at token i, or null. */
  @Nullable Day at(int i) {
    return switch (tokens.kind(i)) {
      case NUMBER ->
          tokens.digits(i) == 4 ? yearFirst(i) : tokens.digits(i) <= 2 ? dayOrMonthFirst(i) : null;
      case WORD -> monthNameFirst(i);
      default -> null;
    };
  }

  private @Nullable Day yearFirst(int i) {
    if (!isYear(i)) {
      return null;
    }
    int year = tokens.value(i);
    String counter = tokens.word(i + 1);
    if (counter.equals("年") || counter.equals("년") || counter.equals(Folding.fold("년"))) {
      int month = tokens.value(i + 2);
      return tokens.digits(i + 2) <= 2 && tokens.kind(i + 3) == Tokens.Kind.WORD
          ? day(year, month, tokens.value(i + 4), afterCounter(i + 5), false)
          : null;
    }
    for (char mark : new char[] {'-', '/', '.', '‑'}) {
      if (tokens.isMark(i + 1, mark)
          && tokens.isMark(i + 3, mark)
          && tokens.digits(i + 2) <= 2
          && tokens.digits(i + 4) <= 2
          && (mark == '.' || touching(i, i + 4))) {
        return day(year, tokens.value(i + 2), tokens.value(i + 4), i + 5, true);
      }
    }
    // 2016. szeptember 5.; 2016 m. rugsėjo 5 d.; 2016. gada 5. septembris; 2016 September 5
    int next = skipFillers(i + 1);
    int length = monthLength(next);
    if (length > 0) {
      int dayAt = skipFillers(next + length);
      return tokens.digits(dayAt) > 0 && tokens.digits(dayAt) <= 2
          ? day(year, month(next, length), tokens.value(dayAt), dayAt + 1, false)
          : null;
    }
    if (next > i + 1 && tokens.digits(next) > 0 && tokens.digits(next) <= 2) {
      int named = skipFillers(next + 1);
      length = monthLength(named);
      if (length > 0) {
        return day(year, month(named, length), tokens.value(next), named + length, false);
      }
    }
    return null;
  }

  private int afterCounter(int i) {
    String word = tokens.word(i);
    return word.equals("日")
            || word.equals("号")
            || word.equals("號")
            || word.equals(Folding.fold("일"))
        ? i + 1
        : i;
  }

  private @Nullable Day dayOrMonthFirst(int i) {
    Day numeric = numeric(i);
    if (numeric != null) {
      return numeric;
    }
    int named = skipFillers(i + 1);
    int length = monthLength(named);
    if (length == 0) {
      return null;
    }
    int month = month(named, length);
    return withYear(tokens.value(i), month, afterSecondName(named + length, month));
  }

  /** {@code 7 أيار / مايو 2013}: Arabic papers print the Syrian and the Roman name of a month. */
  private int afterSecondName(int i, int month) {
    boolean bracket = tokens.isMark(i, '(');
    if (!bracket && !tokens.isMark(i, '/')) {
      return i;
    }
    int length = monthLength(i + 1);
    if (length == 0 || month(i + 1, length) != month) {
      return i;
    }
    int next = i + 1 + length;
    return bracket ? tokens.isMark(next, ')') ? next + 1 : i : next;
  }

  private @Nullable Day numeric(int i) {
    for (char mark : new char[] {'/', '.', '-', '‑'}) {
      if (!tokens.isMark(i + 1, mark) || !tokens.isMark(i + 3, mark)) {
        continue;
      }
      int yearDigits = tokens.digits(i + 4);
      boolean fits =
          tokens.digits(i + 2) >= 1
              && tokens.digits(i + 2) <= 2
              && (yearDigits == 2 || (yearDigits == 4 && isYear(i + 4)))
              && (mark == '.' ? yearDigits == 4 || touching(i, i + 4) : touching(i, i + 4))
              // 1.2.34.5 is a version or an address, no date
              && !(tokens.isMark(i + 5, mark)
                  && tokens.touchesNext(i + 4)
                  && tokens.digits(i + 6) > 0);
      if (!fits) {
        return null;
      }
      int first = tokens.value(i);
      int second = tokens.value(i + 2);
      int year = year(i + 4);
      boolean ambiguous = first <= 12 && second <= 12 && first != second && mark != '.';
      Choice order = ambiguous ? hints.choice() : null;
      boolean monthFirst =
          first <= 12
              && (second > 12 || (order != null && order.order() == DateHints.Order.MONTH_FIRST));
      Day day =
          monthFirst
              ? day(year, first, second, i + 5, false)
              : day(year, second, first, i + 5, false);
      return day == null ? null : new Day(day.date(), day.next(), order, false);
    }
    return null;
  }

  private @Nullable Day monthNameFirst(int i) {
    int length = isNumberNear(i) ? monthLength(i) : 0;
    if (length == 0) {
      return null;
    }
    int dayAt = skipFillers(i + length);
    if (tokens.digits(dayAt) < 1 || tokens.digits(dayAt) > 2) {
      return null;
    }
    return withYear(tokens.value(dayAt), month(i, length), dayAt + 1);
  }

  /** Most words have no number behind them: they need no look into the names of the months. */
  private boolean isNumberNear(int i) {
    for (int at = i + 1; at <= i + MAX_FILLERS + 2; at++) {
      if (tokens.kind(at) == Tokens.Kind.NUMBER) {
        return true;
      }
    }
    return false;
  }

  /** Looks for the year after day and month: at once, or behind the time as C's asctime has it. */
  private @Nullable Day withYear(int dayOfMonth, int month, int next) {
    int at = skipFillers(next);
    if (tokens.isOneOf(at, "'’‘")) {
      at++;
      if (tokens.digits(at) == 2 && tokens.touchesNext(at - 1)) {
        return day(year(at), month, dayOfMonth, at + 1, false);
      }
    }
    if (isYear(at)) {
      return day(year(at), month, dayOfMonth, at + 1, false);
    }
    boolean hyphen = tokens.isOneOf(next, "-/") && touching(next - 1, next + 1);
    if (hyphen && tokens.digits(next + 1) == 2) {
      return day(year(next + 1), month, dayOfMonth, next + 2, false);
    }
    return null;
  }

  private static @Nullable Day day(int year, int month, int day, int next, boolean iso) {
    try {
      return new Day(LocalDate.of(year, month, day), next, null, iso);
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private boolean isYear(int i) {
    return tokens.digits(i) == 4 && tokens.value(i) >= MIN_YEAR && tokens.value(i) <= MAX_YEAR;
  }

  private int year(int i) {
    int value = tokens.value(i);
    if (tokens.digits(i) != 2) {
      boolean buddhist = value >= MIN_BUDDHIST && value <= MAX_BUDDHIST && isThai(i);
      return buddhist ? value - BUDDHIST_ERA : value;
    }
    return value + (value < TWO_DIGIT_PIVOT ? 2000 : 1900);
  }

  private int skipFillers(int i) {
    int next = i;
    for (int n = 0; n < MAX_FILLERS * 2; n++) {
      boolean mark = tokens.isOneOf(next, ".,/-ºª°،") || (tokens.isOneOf(next, "'’") && n > 0);
      boolean filler = tokens.is(next, DateWords.Kind.FILLER) && monthLength(next) == 0;
      if (!mark && !filler) {
        break;
      }
      next++;
    }
    return next;
  }

  /** Tokens of the month's name at i, 0 if there is none. */
  private int monthLength(int i) {
    if (tokens.kind(i) != Tokens.Kind.WORD || MonthNames.get().isNone(tokens.word(i))) {
      return 0;
    }
    boolean followed =
        tokens.kind(i + 1) == Tokens.Kind.WORD || tokens.kind(i + 1) == Tokens.Kind.NUMBER;
    if (followed && MonthNames.get().isFirstOfTwo(tokens.word(i))) {
      String two = tokens.word(i) + " " + tokens.text(i + 1, i + 1);
      if (MonthNames.get().month(two, hints.language()) > 0) {
        return 2;
      }
    }
    return MonthNames.get().month(tokens.word(i), hints.language()) > 0 ? 1 : 0;
  }

  private int month(int i, int length) {
    String name = length == 1 ? tokens.word(i) : tokens.word(i) + " " + tokens.text(i + 1, i + 1);
    return MonthNames.get().month(name, hints.language());
  }

  /** Whether the page is in Thai, or a word close before token i. */
  private boolean isThai(int i) {
    if (hints.language() != null && hints.language().startsWith("th")) {
      return true;
    }
    for (int at = i - 1; at >= Math.max(0, i - MAX_FILLERS * 2); at--) {
      String word = tokens.word(at);
      if (!word.isEmpty() && UScript.getScript(word.codePointAt(0)) == UScript.THAI) {
        return true;
      }
    }
    return false;
  }

  private boolean touching(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!tokens.touchesNext(i)) {
        return false;
      }
    }
    return true;
  }
}
