package io.dateline.extract.date;

import com.ibm.icu.lang.UCharacter;
import java.util.Arrays;

/** A text cut into numbers, words and single other characters; white space separates. */
final class Tokens {

  /** Further tokens of a text are not looked at. */
  private static final int MAX_TOKENS = 256;

  /** A number that starts with a year may be cut behind it. */
  static final int YEAR_DIGITS = 4;

  enum Kind {
    NUMBER,
    WORD,
    MARK,
    END
  }

  /** Counters that follow a number without a space in Chinese, Japanese and Korean dates. */
  private static final String COUNTERS = "年月日时時点點分秒号號년월일시분초";

  private final String text;
  private Kind[] kinds = new Kind[32];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private long[] values = new long[32];
  private final String[] folded;
  private int count;

  Tokens(String text, int limit) {
    this.text = text;
    int end = Math.min(limit, text.length());
    for (int i = 0; i < end && count < MAX_TOKENS; ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (isSpace(c)) {
        i = next;
      } else if (isDigit(c)) {
        i = number(i, end);
      } else if (isLetter(c)) {
        i = word(i, end);
      } else {
        add(Kind.MARK, i, next, c);
        i = next;
      }
    }
    folded = new String[count];
  }

  private int number(int start, int end) {
    long value = 0;
    int i = start;
    while (i < end && isDigit(text.charAt(i))) {
      // Longer numbers are no dates: the value only must not wrap round to one.
      value = Math.min(Long.MAX_VALUE / 20, value * 10 + UCharacter.digit(text.charAt(i), 10));
      i++;
    }
    if (isYearAndMore(start, i)) {
      i = start + YEAR_DIGITS;
      value = Integer.parseInt(text.substring(start, i));
    }
    add(Kind.NUMBER, start, i, value);
    return i;
  }

  /**
   * {@code 28 June 201914 January 2020}, {@code April 25, 20232:26 PM}: two elements of a page
   * without a space between them.
   */
  private boolean isYearAndMore(int start, int end) {
    int digits = end - start;
    boolean behindWord =
        count > 0
            && (kinds[count - 1] == Kind.WORD
                || (kinds[count - 1] == Kind.MARK && values[count - 1] == ','));
    return behindWord
        && ends[count - 1] < start
        && (digits == YEAR_DIGITS + 1 || digits == YEAR_DIGITS + 2)
        && (text.startsWith("19", start) || text.startsWith("20", start))
        && text.chars().skip(start).limit(YEAR_DIGITS).allMatch(c -> c >= '0' && c <= '9');
  }

  private int word(int start, int end) {
    boolean afterNumber = count > 0 && kinds[count - 1] == Kind.NUMBER && ends[count - 1] == start;
    if (afterNumber && COUNTERS.indexOf(text.charAt(start)) >= 0) {
      add(Kind.WORD, start, start + 1, 0);
      return start + 1;
    }
    int i = start;
    while (i < end) {
      int c = text.codePointAt(i);
      if (!isLetter(c)) {
        break;
      }
      i += Character.charCount(c);
    }
    add(Kind.WORD, start, Math.min(i, end), 0);
    return i;
  }

  private void add(Kind kind, int start, int end, long value) {
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      values = Arrays.copyOf(values, count * 2);
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = end;
    values[count++] = value;
  }

  int count() {
    return count;
  }

  Kind kind(int i) {
    return i >= 0 && i < count ? kinds[i] : Kind.END;
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  /** Value of a number, 0 of anything else. */
  int value(int i) {
    return kind(i) == Kind.NUMBER ? (int) Math.min(Integer.MAX_VALUE, values[i]) : 0;
  }

  long longValue(int i) {
    return kind(i) == Kind.NUMBER ? values[i] : 0;
  }

  /** Digits of a number, 0 of anything else. */
  int digits(int i) {
    return kind(i) == Kind.NUMBER ? ends[i] - starts[i] : 0;
  }

  /** Whether token i is this character. */
  boolean isMark(int i, char c) {
    return kind(i) == Kind.MARK && values[i] == c;
  }

  boolean isOneOf(int i, String marks) {
    return kind(i) == Kind.MARK && marks.indexOf((int) values[i]) >= 0;
  }

  /** The folded word at i, empty if there is none. */
  String word(int i) {
    if (kind(i) != Kind.WORD) {
      return "";
    }
    String word = folded[i];
    if (word == null) {
      word = Folding.fold(text.substring(starts[i], ends[i]));
      folded[i] = word;
    }
    return word;
  }

  boolean is(int i, DateWords.Kind kind) {
    return kind(i) == Kind.WORD && DateWords.INSTANCE.is(kind, word(i));
  }

  /** The text from token i to token j, both included, as it stands. */
  String text(int i, int j) {
    return text.substring(starts[i], ends[j]);
  }

  /** Whether nothing stands between token i and the next. */
  boolean touchesNext(int i) {
    return i >= 0 && i + 1 < count && ends[i] == starts[i + 1];
  }

  private static boolean isSpace(int c) {
    return c <= ' ' || (c >= 128 && (UCharacter.isUWhiteSpace(c) || c == 0x200B));
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 128 && c < 0x10000 && UCharacter.isDigit(c));
  }

  private static boolean isLetter(int c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    int type = UCharacter.getType(c);
    return UCharacter.isLetter(c)
        || type == com.ibm.icu.lang.UCharacterCategory.NON_SPACING_MARK
        || type == com.ibm.icu.lang.UCharacterCategory.COMBINING_SPACING_MARK;
  }
}
