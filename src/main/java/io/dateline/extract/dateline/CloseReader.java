package io.dateline.extract.dateline;

/** Reads the mark between dateline and story, and an agency that stands behind the dash. */
final class CloseReader {

  /** Longest name of a writer behind the agency, in UTF-16 code units. */
  private static final int MAX_NAME = 40;

  private final Head head;
  private final Draft draft;
  private final AgencyReader agencies;

  CloseReader(Head head, Draft draft, AgencyReader agencies) {
    this.head = head;
    this.draft = draft;
    this.agencies = agencies;
  }

  /** Reads the closing mark; whether what follows is a story. */
  boolean read(int end) {
    int i = head.skipSpace(end);
    boolean lineBreak = head.hasLineBreak(end, i);
    if (i >= head.end) {
      draft.close = Draft.Close.LINE;
      draft.storyStart = i;
      return i >= head.text.length();
    }
    boolean stop = head.at(i) == '.';
    int mark = stop ? head.skipSpace(i + 1) : i;
    if (head.isDash(mark) || (head.at(mark) == '/' && draft.agencyKnown)) {
      return dash(mark, end);
    }
    if (stop) {
      draft.close = Draft.Close.STOP;
      draft.storyStart = mark;
      return mark > i + 1;
    }
    char c = head.at(i);
    if (c == ':' || c == '：') {
      draft.close = Draft.Close.COLON;
      draft.storyStart = head.skipSpace(i + 1);
      return draft.storyStart > i + 1;
    }
    draft.close = lineBreak ? Draft.Close.LINE : Draft.Close.NOTHING;
    draft.storyStart = i;
    return lineBreak || draft.bracketsLast || draft.hasDate();
  }

  private boolean dash(int first, int end) {
    int i = head.at(first) == '/' ? first + 1 : first;
    boolean spaceBefore = first > end && head.isSpace(first - 1);
    while (i < head.end
        && (head.isDash(i) || (head.isSpace(i) && head.isDash(head.skipSpace(i))))) {
      i++;
    }
    int story = head.skipSpace(i);
    boolean spaceAfter = story > i || story >= head.text.length();
    boolean single = i == first + 1;
    draft.close =
        spaceAfter || (spaceBefore && (single || draft.agency != null))
            ? Draft.Close.DASH
            : Draft.Close.TIGHT_DASH;
    draft.storyStart = story;
    if (draft.agency == null) {
      agencyAfterDash(story);
    }
    return true;
  }

  /** {@code ТОМСК, 7 мая — РИА Новости. } and {@code ROMA - (ANSA) - }. */
  private void agencyAfterDash(int story) {
    boolean bracket = head.isOpening(story);
    int start = bracket ? story + 1 : story;
    int agencyEnd = agencies.plain(start);
    if (agencyEnd == start) {
      return;
    }
    int next = agencyEnd;
    if (bracket) {
      if (!head.isClosing(next)) {
        draft.unsetAgency();
        return;
      }
      next++;
    }
    int end = next;
    if (head.at(next) == ',') {
      // the writer's name up to the full stop
      int stop = next;
      while (stop < head.end && head.at(stop) != '.' && stop - next < MAX_NAME) {
        stop++;
      }
      end = stop;
      next = stop;
    }
    int mark = head.skipSpace(next);
    boolean closed = head.at(mark) == '.' || head.at(mark) == ':' || head.isDash(mark);
    if (!closed) {
      draft.unsetAgency();
      return;
    }
    while (mark < head.end
        && (head.at(mark) == '.'
            || head.at(mark) == ':'
            || head.isDash(mark)
            || head.isSpace(mark))) {
      mark++;
    }
    draft.end = end;
    draft.storyStart = mark;
  }
}
