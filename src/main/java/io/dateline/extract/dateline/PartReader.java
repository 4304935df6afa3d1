package io.dateline.extract.dateline;

import io.dateline.extract.place.Gazetteer;
import org.jspecify.annotations.Nullable;

/** Reads what stands between places and closing mark, in any order: region, date, agency. */
final class PartReader {

  /** Parts behind the place, at most: region, country, weekday, date, agency, writer. */
  private static final int MAX_PARTS = 8;

  /** Words of what a paper calls its own writer. */
  private static final int MAX_WRITER_WORDS = 5;

  /** Longest name of an unknown agency, in UTF-16 code units. */
  private static final int MAX_UNKNOWN_AGENCY = 20;

  private final Head head;
  private final Draft draft;
  private final PlaceReader placeReader;
  private final DayMonthReader dates;
  private final AgencyReader agencies;
  private final Gazetteer gazetteer = Gazetteer.get();
  private final Vocabulary vocabulary = Vocabulary.INSTANCE;

  PartReader(
      Head head,
      Draft draft,
      PlaceReader placeReader,
      DayMonthReader dates,
      AgencyReader agencies) {
    this.head = head;
    this.draft = draft;
    this.placeReader = placeReader;
    this.dates = dates;
    this.agencies = agencies;
  }

  /** Reads the parts that start at i; offset after them. */
  int read(int start) {
    int i = start;
    for (int n = 0; n < MAX_PARTS; n++) {
      int next = part(i);
      if (next <= i) {
        break;
      }
      i = next;
    }
    return i;
  }

  private int part(int i) {
    int at = head.skipSpace(i);
    // the dot of an abbreviated month, which the date has taken, may be a full stop as well
    boolean taken = draft.hasDate() && i > 0 && head.at(i - 1) == '.' && isPartAhead(at);
    boolean stop = head.at(at) == '.' && isPartAhead(head.skipSpace(at + 1));
    boolean comma = head.isComma(at);
    if (comma || stop) {
      at = head.skipSpace(at + 1);
    }
    if (head.isOpening(at)) {
      return bracket(at, i);
    }
    if (head.at(at) == '/') {
      int end = agencies.slashed(at);
      return end > at ? end : i;
    }
    if (!draft.hasDate()) {
      DayMonthReader.DayMonth date = dates.at(at);
      if (date == null) {
        date = datedBehindWord(at);
      }
      if (date != null) {
        draft.date(date);
        draft.bracketsLast = false;
        draft.commaBeforeDate = comma;
        draft.isoDate = head.at(date.end() - 3) == '-';
        return date.end();
      }
    }
    if (stop || taken) {
      return agencies.plain(at);
    }
    if (!comma) {
      return i;
    }
    int wordEnd = head.wordEnd(at);
    if (draft.hasDate() && vocabulary.is("weekday", head.slice(at, wordEnd))) {
      return wordEnd;
    }
    int regionEnd = placeReader.regionEnd(at);
    if (regionEnd > at && !draft.hasDate()) {
      draft.setRegion(head.slice(at, regionEnd), true);
      return regionEnd;
    }
    int districtEnd = district(at);
    if (districtEnd > at) {
      return districtEnd;
    }
    int writerEnd = ownWriter(at);
    if (writerEnd > at) {
      return writerEnd;
    }
    int agencyEnd = agencies.plain(at);
    if (agencyEnd > at) {
      return agencyEnd;
    }
    int siteEnd = agencies.site(at);
    return siteEnd > at ? siteEnd : i;
  }

  /** {@code Peniche, Leiria, 11 jun (Lusa)}: the district's town, with the day or agency behind. */
  private int district(int at) {
    if (draft.region != null || draft.hasDate() || draft.agency != null) {
      return at;
    }
    int end = placeReader.end(at, false);
    if (end == at || !gazetteer.isPlace(head.slice(at, end))) {
      return at;
    }
    int behind = head.skipSpace(end);
    int next = head.skipSpace(behind + 1);
    boolean credited = agencies.isAhead(behind);
    boolean dated = head.isComma(behind) && (head.isDigit(next) && dates.at(next) != null);
    if (credited || dated) {
      draft.setRegion(head.slice(at, end), false);
      return end;
    }
    return at;
  }

  /** {@code Rennes, envoyé spécial}: the paper's own writer, who goes without a name. */
  private int ownWriter(int at) {
    int best = at;
    int next = at;
    for (int words = 0; words < MAX_WRITER_WORDS && head.isLetter(next); words++) {
      int end = head.wordEnd(next);
      if (vocabulary.is("writer", head.slice(at, end))) {
        best = end;
      }
      next = head.skipSpace(end);
      if (next == end) {
        break;
      }
    }
    return best;
  }

  /** {@code Mon., Sept. 5} and {@code le 5 septembre}. */
  private DayMonthReader.@Nullable DayMonth datedBehindWord(int at) {
    int wordEnd = head.wordEnd(at);
    if (wordEnd - at < 2 || !head.isLetter(at)) {
      return null;
    }
    int next = wordEnd;
    while (next < head.end
        && (head.at(next) == '.' || head.at(next) == ',' || head.isSpace(next))) {
      next++;
    }
    return next > wordEnd && isBeforeDate(head.slice(at, wordEnd), next) ? dates.at(next) : null;
  }

  private boolean isBeforeDate(String word, int next) {
    return vocabulary.is("weekday", word) || (head.isDigit(next) && vocabulary.is("article", word));
  }

  /** What may follow a full stop: {@code Томск. 10 февраля. INTERFAX.EXAMPLE - }. */
  private boolean isPartAhead(int i) {
    if (agencies.isAhead(i)) {
      return true;
    }
    return draft.hasDate()
        ? draft.agency == null && agencies.isPlainAhead(i)
        : dates.at(i) != null || (draft.agency == null && agencies.isPlainAhead(i));
  }

  private int bracket(int at, int otherwise) {
    int close = head.bracketEnd(at);
    if (close < 0) {
      return otherwise;
    }
    String inside = head.slice(at + 1, close).strip();
    String agency = agencies.credited(inside);
    draft.bracketsLast = true;
    if (vocabulary.is("writer", inside)) {
      return close + 1;
    }
    // Old Spanish wires: RFA before a comma is West Germany, not Radio Free Asia.
    boolean region = draft.region == null && head.isComma(close + 1) && gazetteer.isRegion(inside);
    if (agency != null && !region) {
      draft.setAgency(agency, true);
      return close + 1;
    }
    if (draft.region == null
        && !draft.hasDate()
        && draft.agency == null
        && gazetteer.isRegion(inside)) {
      draft.setRegion(inside, true);
      return close + 1;
    }
    if (!draft.hasDate()) {
      DayMonthReader.DayMonth date = dates.at(at + 1);
      if (date != null && head.skipSpace(date.end()) == close) {
        draft.date(date);
        return close + 1;
      }
    }
    if (draft.agency == null
        && Evidence.isCapitals(inside)
        && inside.length() <= MAX_UNKNOWN_AGENCY
        && inside.indexOf(',') < 0) {
      draft.setAgency(inside, false);
      return close + 1;
    }
    if (draft.region == null && !draft.hasDate() && head.isInitial(at + 1)) {
      draft.setRegion(inside, false);
      return close + 1;
    }
    if (draft.agency == null && draft.hasDate() && head.isInitial(at + 1)) {
      draft.setAgency(inside, false);
      return close + 1;
    }
    return otherwise;
  }
}
