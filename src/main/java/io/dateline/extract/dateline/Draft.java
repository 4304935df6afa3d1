package io.dateline.extract.dateline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the grammar has read so far; whether it is a dateline is for {@link Evidence} to say. */
final class Draft {

  /** What separates a dateline from its story. */
  enum Close {
    /** A dash with a space on at least one side. */
    DASH,
    /** A dash between two words, without space. */
    TIGHT_DASH,
    COLON,
    STOP,
    /** The end of the line. */
    LINE,
    /** Nothing: the story follows the closing bracket, as Indian agencies have it. */
    NOTHING
  }

  /** Where the printed dateline starts and ends, without its closing mark. */
  int start;

  int end;

  /** Where the story goes on. */
  int storyStart;

  /** The byline before the places, as printed. */
  @Nullable String byline;

  final List<String> places = new ArrayList<>();
  @Nullable String region;
  boolean regionKnown;
  int month;

  /** 0 where none is printed. */
  int year;

  int day;
  @Nullable String agency;
  boolean agencyKnown;
  boolean bracketsLast;
  Close close = Close.NOTHING;

  /** Whether the date has the form {@code 1997-02-11}, which no headline has. */
  boolean isoDate;

  /** Whether a comma separates place and date. */
  boolean commaBeforeDate;

  /** Whether the agency stands before the place, where a picture's credit may stand too. */
  boolean agencyLeads;

  /** Keeps the first agency that is credited, but a known one rather than an unknown. */
  void setAgency(String name, boolean known) {
    if (agency == null || (known && !agencyKnown)) {
      agency = name;
      agencyKnown = known;
    }
  }

  void unsetAgency() {
    agency = null;
    agencyKnown = false;
  }

  /** Keeps the first region that is printed. */
  void setRegion(String name, boolean known) {
    if (region == null) {
      region = name;
      regionKnown = known;
    }
  }

  void date(DayMonthReader.DayMonth date) {
    month = date.month();
    day = date.day();
    year = date.year();
  }

  boolean hasDate() {
    return month > 0;
  }

  /** UTF-16 code units of the paragraph behind the dateline. */
  int storyLength(String paragraph) {
    return paragraph.length() - storyStart;
  }

  /** Whether nothing besides the place speaks for a dateline. */
  boolean isBare() {
    return !hasDate() && agency == null && region == null;
  }
}
