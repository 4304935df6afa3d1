package io.dateline.extract.dateline;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.date.MonthNames;
import io.dateline.extract.text.LowerCase;
import org.jspecify.annotations.Nullable;

/**
 * Reads day and month of a dateline: {@code Sept. 5}, {@code 5 de septiembre}, {@code 5.
 * September}, {@code 1997-02-11}, {@code 10月22日}; and the year where one is printed with them.
 */
final class DayMonthReader {

  private static final int[] MONTH_LENGTHS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final Head head;
  private final @Nullable String language;

  /**
   * A day.
   *
   * @param year 0 where none is printed
   * @param end offset after the last character
   */
  record DayMonth(int month, int day, int year, int end) {

    DayMonth of(int printedYear) {
      return new DayMonth(month, day, printedYear, end);
    }

    DayMonth to(int newEnd) {
      return new DayMonth(month, day, year, newEnd);
    }
  }

  DayMonthReader(Head head, @Nullable String language) {
    this.head = head;
    this.language = language;
  }

  /** The day and month that start at i, or null. */
  @Nullable DayMonth at(int i) {
    if (head.isDigit(i)) {
      DayMonth numeric = iso(i);
      if (numeric == null) {
        numeric = eastAsian(i);
      }
      if (numeric == null) {
        numeric = hungarian(i);
      }
      return numeric != null ? numeric : dayFirst(i);
    }
    return head.isLetter(i) ? monthFirst(i) : null;
  }

  private @Nullable DayMonth iso(int i) {
    int yearEnd = digitsEnd(i);
    if (yearEnd - i != 4 || head.at(yearEnd) != '-') {
      return null;
    }
    int monthEnd = digitsEnd(yearEnd + 1);
    int dayEnd = digitsEnd(monthEnd + 1);
    if (head.at(monthEnd) != '-' || dayEnd == monthEnd + 1) {
      return null;
    }
    return inYear(
        dayMonth(value(yearEnd + 1, monthEnd), value(monthEnd + 1, dayEnd), dayEnd),
        value(i, yearEnd));
  }

  private @Nullable DayMonth eastAsian(int i) {
    int numberEnd = digitsEnd(i);
    int start = i;
    int year = 0;
    if (head.at(numberEnd) == '年') {
      year = value(i, numberEnd);
      start = head.skipSpace(numberEnd + 1);
      numberEnd = digitsEnd(start);
    }
    char counter = head.at(numberEnd);
    if (counter != '月' && counter != '월') {
      return null;
    }
    int dayStart = head.skipSpace(numberEnd + 1);
    int dayEnd = digitsEnd(dayStart);
    char dayCounter = head.at(dayEnd);
    if (dayEnd == dayStart || (dayCounter != '日' && dayCounter != '일')) {
      return null;
    }
    return inYear(dayMonth(value(start, numberEnd), value(dayStart, dayEnd), dayEnd + 1), year);
  }

  /** {@code 2019. március 7.} */
  private @Nullable DayMonth hungarian(int i) {
    int yearEnd = digitsEnd(i);
    if (yearEnd - i != 4 || head.at(yearEnd) != '.') {
      return null;
    }
    DayMonth date = inYear(monthFirst(head.skipSpace(yearEnd + 1)), value(i, yearEnd));
    boolean stop = date != null && head.at(date.end()) == '.' && head.at(date.end() + 1) == ',';
    return date != null && stop ? date.to(date.end() + 1) : date;
  }

  private @Nullable DayMonth dayFirst(int i) {
    int dayEnd = digitsEnd(i);
    if (dayEnd - i > 2) {
      return null;
    }
    int next = dayEnd;
    if (head.at(next) == '.' || head.at(next) == 'º') {
      next++;
    }
    next = head.skipSpace(next);
    for (int n = 0; n < 2; n++) {
      int wordEnd = head.wordEnd(next);
      String word = LowerCase.of(head.slice(next, wordEnd));
      boolean filler =
          switch (word) {
            case "de", "of", "er", "di", "d", "st", "nd", "rd", "th", "tháng" -> true;
            default -> false;
          };
      if (!filler) {
        break;
      }
      next = head.skipSpace(wordEnd);
    }
    int[] month = month(next);
    return month == null ? null : withYear(dayMonth(month[0], value(i, dayEnd), month[1]));
  }

  private @Nullable DayMonth monthFirst(int i) {
    int[] month = month(i);
    if (month == null) {
      return null;
    }
    int dayStart = head.skipSpace(month[1]);
    int dayEnd = digitsEnd(dayStart);
    if (dayEnd == dayStart || dayEnd - dayStart > 2) {
      return null;
    }
    int end = dayEnd;
    int suffixEnd = head.wordEnd(dayEnd);
    if (suffixEnd - dayEnd == 2) {
      String suffix = LowerCase.of(head.slice(dayEnd, suffixEnd));
      if (suffix.equals("st")
          || suffix.equals("nd")
          || suffix.equals("rd")
          || suffix.equals("th")) {
        end = suffixEnd;
      }
    }
    return withYear(dayMonth(month[0], value(dayStart, dayEnd), end));
  }

  /** Month at i and the offset after its name and dot, or null. */
  private int @Nullable [] month(int i) {
    int wordEnd = head.wordEnd(i);
    if (wordEnd == i) {
      return null;
    }
    int secondEnd = head.wordEnd(head.skipSpace(wordEnd));
    if (secondEnd > wordEnd + 1) {
      int month = MonthNames.get().month(head.slice(i, secondEnd), language);
      if (month > 0) {
        return new int[] {month, secondEnd};
      }
    }
    int month = MonthNames.get().month(head.slice(i, wordEnd), language);
    if (month == 0) {
      return null;
    }
    return new int[] {month, head.at(wordEnd) == '.' ? wordEnd + 1 : wordEnd};
  }

  private @Nullable DayMonth withYear(@Nullable DayMonth date) {
    if (date == null) {
      return null;
    }
    int next = head.skipSpace(head.at(date.end()) == ',' ? date.end() + 1 : date.end());
    int wordEnd = head.wordEnd(next);
    String word = LowerCase.of(head.slice(next, wordEnd));
    if (word.equals("de") || word.equals("del")) {
      // 4 de mayo de 2019
      next = head.skipSpace(wordEnd);
    }
    int yearEnd = digitsEnd(next);
    DayMonth dated = yearEnd - next == 4 ? inYear(date, value(next, yearEnd)) : date;
    return dated == null || dated.year() == 0 ? date : dated.to(yearEnd);
  }

  /** The day in this year, or as it is if news of that year is not to be expected. */
  private static @Nullable DayMonth inYear(@Nullable DayMonth date, int year) {
    return date != null && year >= 1600 && year < 2200 ? date.of(year) : date;
  }

  private static @Nullable DayMonth dayMonth(int month, int day, int end) {
    boolean possible = month >= 1 && month <= 12 && day >= 1 && day <= MONTH_LENGTHS[month - 1];
    return possible ? new DayMonth(month, day, 0, end) : null;
  }

  private int digitsEnd(int i) {
    int next = i;
    while (head.isDigit(next) && next - i < 5) {
      next++;
    }
    return next;
  }

  private int value(int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + UCharacter.digit(head.at(i), 10);
    }
    return value;
  }
}
