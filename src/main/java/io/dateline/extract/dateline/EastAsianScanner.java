package io.dateline.extract.dateline;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import io.dateline.extract.place.Gazetteer;
import org.jspecify.annotations.Nullable;

/**
 * The datelines of Chinese, Japanese and Korean agencies, which need no spaces: {@code 新华社兰州3月4日电},
 * {@code 胡志明市，5月4日（路透社）- }, {@code 【ワシントン＝共同】}, {@code (서울=연합뉴스) 홍길동 기자 = }.
 */
final class EastAsianScanner {

  /** Longest dateline, in UTF-16 code units. */
  private static final int MAX = 60;

  /** Places of one dateline, at most. */
  private static final int MAX_PLACES = 5;

  /** Longest name of an agency, in UTF-16 code units. */
  private static final int MAX_NAME = 12;

  /** Shortest story behind a place alone, in UTF-16 code units. */
  private static final int MIN_STORY = 30;

  /** Longest name of a writer, in characters. */
  private static final int MAX_WRITER = 5;

  /** Longest word for a reporter before the name. */
  private static final int MAX_REPORTER_WORD = 4;

  /** Longest words of a paper for news of its own. */
  private static final int MAX_OWN_NEWS = 6;

  private static final String BRACKETS = "【［（([〔";
  private static final String CLOSERS = "】］）)]〕";
  private static final String EQUALS = "=＝";

  private final Head head;
  private final DayMonthReader dates;
  private final Draft draft = new Draft();

  EastAsianScanner(Head head) {
    this.head = head;
    this.dates = new DayMonthReader(head, null);
  }

  @Nullable Draft scan() {
    int i = head.skipSpace(0);
    draft.start = i;
    if (i < head.end && BRACKETS.indexOf(head.at(i)) >= 0) {
      return bracketed(i);
    }
    return isEastAsian(i) ? telegram(i) : null;
  }

  /** {@code 新华社兰州3月4日电}; and with the agency in brackets behind the date. */
  private @Nullable Draft telegram(int start) {
    int i = start;
    if (head.at(i) == '据') {
      i++;
    }
    i = agency(i);
    int placeStart = i;
    int limit = Math.min(head.end, start + MAX);
    while (i < limit && !head.isDigit(i) && (isEastAsian(i) || "/／".indexOf(head.at(i)) >= 0)) {
      i++;
    }
    int placeEnd = i;
    i = skipCommas(i);
    DayMonthReader.DayMonth date = head.isDigit(i) ? dates.at(i) : null;
    if (date == null) {
      return null;
    }
    draft.date(date);
    String place = placeName(head.slice(placeStart, placeEnd));
    if (place.length() > 12) {
      return null;
    }
    if (!place.isEmpty()) {
      addPlaces(place);
    }
    i = head.skipSpace(date.end());
    if (head.at(i) == '专' || head.at(i) == '專') {
      i++;
    }
    char c = head.at(i);
    boolean telegraph = c == '电' || c == '電' || c == '讯' || c == '訊';
    if (telegraph) {
      i++;
    } else if (i < head.end && BRACKETS.indexOf(c) >= 0) {
      int close = closer(i);
      String agency = close < 0 ? null : Vocabulary.INSTANCE.agency(head.slice(i + 1, close));
      if (agency == null) {
        return null;
      }
      draft.agency = agency;
      draft.agencyKnown = true;
      i = close + 1;
    }
    int named = telegraph || draft.agencyKnown ? i : plainAgency(i);
    if (named > i) {
      i = named;
    }
    boolean sure = telegraph ? draft.agency != null || !place.isEmpty() : draft.agencyKnown;
    return sure ? finished(i) : null;
  }

  /** {@code 【ワシントン＝共同】}, {@code ［東京 ５日 ロイター］}, {@code (서울=연합뉴스) … 기자 =}. */
  private @Nullable Draft bracketed(int open) {
    int close = closer(open);
    if (close < 0) {
      return null;
    }
    String inside = head.slice(open + 1, close);
    int cut = -1;
    for (int i = 0; i < inside.length() && cut < 0; i++) {
      if (EQUALS.indexOf(inside.charAt(i)) >= 0) {
        cut = i;
      }
    }
    String place;
    String agency;
    if (cut > 0) {
      place = inside.substring(0, cut).strip();
      agency = Vocabulary.INSTANCE.agency(inside.substring(cut + 1).strip());
    } else {
      int[] split = agencySuffix(inside);
      if (split == null && isPlaceAlone(open, close)) {
        addPlaces(inside);
        return finished(close + 1);
      }
      if (split == null) {
        return chineseInBrackets(open, close);
      }
      place = inside.substring(0, split[0]).strip();
      agency = Vocabulary.INSTANCE.agency(inside.substring(split[0]).strip());
    }
    place = withoutDay(place);
    boolean plausible = !place.isEmpty() && place.length() <= 20 && isEastAsian(place.charAt(0));
    if (!plausible || (agency == null && cut < 0)) {
      return null;
    }
    addPlaces(place);
    draft.agency = agency;
    draft.agencyKnown = agency != null;
    if (agency == null) {
      draft.byline = writer(inside.substring(cut + 1).strip());
    }
    int i = close + 1;
    draft.end = i;
    // the writer's name up to the equals sign, as Korean agencies have it
    for (int at = i; at < Math.min(head.end, i + 40); at++) {
      if (EQUALS.indexOf(head.at(at)) >= 0) {
        draft.end = at;
        i = at + 1;
        break;
      }
      if (head.at(at) == '.' || head.at(at) == '。') {
        break;
      }
    }
    draft.storyStart = skipMarks(i);
    if (draft.end == close + 1 && i != close + 1) {
      draft.end = close + 1;
    }
    return draft;
  }

  /** {@code 【函館】}: a place that is known, in the brackets of datelines, and a story behind it. */
  private boolean isPlaceAlone(int open, int close) {
    String inside = head.slice(open + 1, close);
    return head.at(open) == '【'
        && head.text.length() - close > MIN_STORY
        && Gazetteer.get().isPlace(inside)
        && Gazetteer.get().country(inside).isEmpty();
  }

  /** {@code 【気仙沼＝佐藤健一】}: the writer's name, which no desk has. */
  private static @Nullable String writer(String name) {
    boolean person =
        name.length() >= 2
            && name.length() <= MAX_WRITER
            && name.codePoints().allMatch(c -> UScript.getScript(c) == UScript.HAN)
            && !Vocabulary.INSTANCE.is("desk", name.substring(name.length() - 1));
    return person ? name : null;
  }

  /**
   * {@code 本报讯（记者 王小明）}: a writer in brackets, alone or behind a paper's own words for its news.
   */
  @Nullable StoryCredit credit(int start) {
    int i = start;
    while (i < head.end && i - start <= MAX_OWN_NEWS && isEastAsian(i)) {
      i++;
    }
    boolean own = i == start || Vocabulary.INSTANCE.is("own-news", head.slice(start, i));
    int story = own ? afterReporter(head.skipSpace(i)) : i;
    return draft.byline != null && story < head.end
        ? new StoryCredit(null, draft.byline, story)
        : null;
  }

  /** Keeps the writer who stands in brackets at i; where the story goes on, i if none does. */
  private int afterReporter(int i) {
    int close = i < head.end && BRACKETS.indexOf(head.at(i)) >= 0 ? closer(i) : -1;
    if (close < 0) {
      return i;
    }
    String inside = head.slice(i + 1, close).strip();
    for (int end = 2; end <= Math.min(MAX_REPORTER_WORD, inside.length()); end++) {
      if (Vocabulary.INSTANCE.is("reporter", inside.substring(0, end))) {
        draft.byline = inside;
        return skipMarks(close + 1);
      }
    }
    return i;
  }

  /** {@code （中央社台北5日電）}. */
  private @Nullable Draft chineseInBrackets(int open, int close) {
    int i = agency(open + 1);
    if (draft.agency == null || (head.at(close - 1) != '電' && head.at(close - 1) != '电')) {
      return null;
    }
    int digit = i;
    while (digit < close && !head.isDigit(digit)) {
      digit++;
    }
    String place = placeName(head.slice(i, digit));
    if (place.isEmpty() || place.length() > 12 || digit == close) {
      return null;
    }
    draft.places.add(place);
    return finished(close + 1);
  }

  private void addPlaces(String places) {
    for (String one : places.split("[·・/／]", MAX_PLACES)) {
      if (!one.isBlank()) {
        draft.places.add(one.strip());
      }
    }
  }

  private Draft finished(int end) {
    draft.end = end;
    draft.storyStart = afterReporter(skipMarks(end));
    return draft;
  }

  /** {@code 東京　１月４日　ロイター - }: a known agency without brackets, which a dash must follow. */
  private int plainAgency(int i) {
    int end = i;
    while (end < head.end && end - i < MAX_NAME && isEastAsian(end)) {
      end++;
    }
    String agency = end > i ? Vocabulary.INSTANCE.agency(head.slice(i, end)) : null;
    if (agency == null || !head.isDash(head.skipSpace(end))) {
      return i;
    }
    draft.agency = agency;
    draft.agencyKnown = true;
    return end;
  }

  /** Reads the longest known agency at i and the dot or space behind it. */
  private int agency(int i) {
    int best = i;
    for (int end = i + 2; end <= Math.min(head.end, i + 6); end++) {
      String agency = Vocabulary.INSTANCE.agency(head.slice(i, end));
      if (agency != null) {
        draft.agency = agency;
        draft.agencyKnown = true;
        best = end;
      }
    }
    return best == i ? i : skipCommas(best);
  }

  private static int @Nullable [] agencySuffix(String inside) {
    for (int start = 1; start < inside.length(); start++) {
      if (Vocabulary.INSTANCE.agency(inside.substring(start)) != null) {
        return new int[] {start};
      }
    }
    return null;
  }

  /** {@code 记者王小明北京}: the writer is no part of the place, but cannot be told from it. */
  private static String placeName(String text) {
    String name = text.strip();
    for (String end : new String[] {"，", "、", ",", "（"}) {
      if (name.endsWith(end)) {
        name = name.substring(0, name.length() - 1);
      }
    }
    return name.startsWith("记者") || name.startsWith("記者") || name.contains("。") ? "" : name;
  }

  private static String withoutDay(String place) {
    int i = 0;
    while (i < place.length() && !UCharacter.isDigit(place.charAt(i))) {
      i++;
    }
    boolean day = i > 0 && i < place.length() && place.endsWith("日");
    return day ? place.substring(0, i).strip() : place;
  }

  private int closer(int open) {
    for (int i = open + 1; i < Math.min(head.end, open + MAX); i++) {
      if (CLOSERS.indexOf(head.at(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private int skipCommas(int i) {
    int next = head.skipSpace(i);
    while (next < head.end && ",，、·・".indexOf(head.at(next)) >= 0) {
      next = head.skipSpace(next + 1);
    }
    return next;
  }

  private int skipMarks(int i) {
    int next = head.skipSpace(i);
    while (next < head.end && (head.isDash(next) || ":：，,=＝".indexOf(head.at(next)) >= 0)) {
      next = head.skipSpace(next + 1);
    }
    return next;
  }

  private boolean isEastAsian(int i) {
    return i < head.end && isEastAsian(head.at(i));
  }

  private static boolean isEastAsian(char c) {
    if (c < 0x1100) {
      return false;
    }
    int script = UScript.getScript(c);
    return script == UScript.HAN
        || script == UScript.HIRAGANA
        || script == UScript.KATAKANA
        || script == UScript.HANGUL
        || c == 'ー'
        || c == '・';
  }
}
