package io.dateline.extract.dateline;

import org.jspecify.annotations.Nullable;

/** Reads who is credited: in brackets, between slashes, plain, before the place or in a byline. */
final class AgencyReader {

  /** Longest name between slashes, in UTF-16 code units. */
  private static final int MAX_SLASHED = 48;

  /** Longest name of an agency's service, in UTF-16 code units. */
  private static final int MAX_SERVICE = 24;

  /** Letters of a regional desk's code: {@code lni}, {@code bb}. */
  private static final int MAX_DESK = 4;

  /** Words of a writer's name, at most. */
  private static final int MAX_NAME_WORDS = 5;

  private final Head head;
  private final Draft draft;
  private final Vocabulary vocabulary = Vocabulary.INSTANCE;

  AgencyReader(Head head, Draft draft) {
    this.head = head;
    this.draft = draft;
  }

  /** {@code (ANSA) - ROMA, ...}: the agency before the place, with or without a dash. */
  int leading(int i) {
    if (!head.isOpening(i)) {
      return i;
    }
    int close = head.bracketEnd(i);
    if (close < 0) {
      return i;
    }
    String agency = vocabulary.agency(head.slice(i + 1, close));
    if (agency == null) {
      return i;
    }
    draft.setAgency(agency, true);
    draft.agencyLeads = true;
    int next = head.skipSpace(close + 1);
    while (head.isDash(next) || head.at(next) == '.') {
      next = head.skipSpace(next + 1);
    }
    return next;
  }

  /** {@code By NAME, PLACE, ...}: the place follows the first comma. */
  int byline(int i) {
    int wordEnd = head.wordEnd(i);
    if (wordEnd - i < 2 || wordEnd - i > 4 || !vocabulary.is("byline", head.slice(i, wordEnd))) {
      return i;
    }
    int next = head.skipSpace(wordEnd);
    boolean allCapitals = true;
    for (int words = 0; words < MAX_NAME_WORDS; words++) {
      int end = head.wordEnd(next);
      if (end == next || !head.isInitial(next)) {
        return i;
      }
      boolean capitals = Evidence.isCapitals(head.slice(next, end));
      if (capitals && !allCapitals && words > 1) {
        // By Jane Example LONDON (Reuters): the capitals begin the place
        draft.byline = head.slice(i, next).strip();
        draft.start = next;
        return next;
      }
      allCapitals &= capitals;
      if (head.at(end) == '.') {
        end++;
      }
      int space = head.skipSpace(end);
      if (head.at(space) == ',') {
        String name = head.slice(head.skipSpace(wordEnd), end);
        String agency = vocabulary.agency(name);
        if (agency != null) {
          draft.setAgency(agency, true);
        }
        int place = head.skipSpace(space + 1);
        draft.byline = head.slice(i, end);
        draft.start = place;
        return place;
      }
      next = space;
    }
    return i;
  }

  /**
   * The agency of a bracket, also with the name of a service behind it: {@code AP Sports}, {@code
   * dpa/lni}, whose small letters are those of a regional desk.
   */
  @Nullable String credited(String inside) {
    String agency = vocabulary.agency(inside);
    if (agency != null || inside.length() > MAX_SERVICE) {
      return agency;
    }
    int slash = inside.indexOf('/');
    if (slash > 1 && isDesk(inside.substring(slash + 1))) {
      return vocabulary.agency(inside.substring(0, slash));
    }
    int space = inside.indexOf(' ');
    return space > 1 ? vocabulary.agency(inside.substring(0, space)) : null;
  }

  private static boolean isDesk(String service) {
    return service.length() >= 2
        && service.length() <= MAX_DESK
        && service.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  /** The agency in brackets at i, with the dash behind it; null if no story follows that. */
  @Nullable StoryCredit beforeStory(int i) {
    int close = head.isOpening(i) ? head.bracketEnd(i) : -1;
    String agency = close < 0 ? null : credited(head.slice(i + 1, close).strip());
    int story = head.skipSpace(close + 1);
    if (agency == null || !head.isDash(story)) {
      return null;
    }
    while (head.isDash(story)) {
      story = head.skipSpace(story + 1);
    }
    return story < head.end ? new StoryCredit(agency, null, story) : null;
  }

  boolean isAhead(int i) {
    if (head.at(i) == '/') {
      return isSlashed(i);
    }
    int close = head.isOpening(i) ? head.bracketEnd(i) : -1;
    return close > 0 && vocabulary.agency(head.slice(i + 1, close)) != null;
  }

  /** Whether a known agency stands at i without brackets, closed by a dash or full stop. */
  boolean isPlainAhead(int i) {
    int end = plain(i);
    draft.unsetAgency();
    int behind = head.skipSpace(end);
    return end > i && (head.isDash(behind) || head.at(behind) == '.');
  }

  boolean isSlashed(int i) {
    int close = head.text.indexOf('/', i + 1);
    return close > 0 && close < head.end && vocabulary.agency(head.slice(i + 1, close)) != null;
  }

  int slashed(int i) {
    for (int close = i + 1; close < head.end && close - i < MAX_SLASHED; close++) {
      if (head.at(close) == '/') {
        String agency = vocabulary.agency(head.slice(i + 1, close));
        if (agency != null) {
          draft.setAgency(agency, true);
          draft.bracketsLast = true;
          return close + 1;
        }
      }
    }
    return i;
  }

  /** Sets a known agency that stands at i without brackets; offset after it, or i. */
  int plain(int i) {
    int best = i;
    int next = i;
    String found = null;
    for (int words = 0; words < Vocabulary.MAX_AGENCY_WORDS && head.isLetter(next); words++) {
      int end = head.wordEnd(next);
      String agency = vocabulary.agency(head.slice(i, end));
      if (agency != null) {
        best = end;
        found = agency;
      }
      next = head.skipSpace(end);
      if (next == end) {
        break;
      }
    }
    if (found != null) {
      draft.setAgency(found, true);
    }
    return best;
  }

  /**
   * Reads a web site that is credited like an agency, {@code berita.example}; i if there is none.
   */
  int site(int i) {
    int end = i;
    int segment = i;
    boolean dot = false;
    while (end < head.end
        && (head.isLetter(end) || head.isDigit(end) || isInnerDot(end, segment))) {
      if (head.at(end) == '.') {
        dot = true;
        segment = end + 1;
      }
      end++;
    }
    int behind = head.skipSpace(end);
    boolean ends = head.isDash(behind) || head.isComma(behind) || head.at(behind) == ':';
    if (!dot || end - segment < 2 || !ends) {
      return i;
    }
    String name = head.slice(i, end);
    String known = vocabulary.agency(name);
    draft.setAgency(known == null ? name : known, known != null);
    return end;
  }

  /** Abbreviations such as {@code N.Y.} have single letters between their dots, names have more. */
  private boolean isInnerDot(int i, int segment) {
    return head.at(i) == '.' && i - segment >= 2 && head.isLetter(i + 1);
  }

  /** Reads {@code TEMPO.EXAMPLE, }: a site or agency before the place; i if there is none. */
  int leadingSite(int i) {
    int end = site(i);
    if (end == i || !head.isComma(end)) {
      draft.unsetAgency();
      return i;
    }
    draft.agencyLeads = true;
    return head.skipSpace(end + 1);
  }
}
