package io.dateline.extract.dateline;

import io.dateline.extract.place.Gazetteer;

/** Reads the places of a dateline, one or several, with a region in front of a slash. */
final class PlaceListReader {

  /** Places of one dateline, at most. */
  private static final int MAX_PLACES = 5;

  /** Longest name in small letters, in UTF-16 code units. */
  private static final int MAX_LOWER_CASE = 40;

  private final Head head;
  private final Draft draft;
  private final PlaceReader placeReader;
  private final DayMonthReader dates;
  private final AgencyReader agencies;
  private final Gazetteer gazetteer = Gazetteer.get();

  PlaceListReader(
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

  /** Reads the places that start at i; offset after them, i if there are none. */
  int read(int start) {
    int i = start;
    int end = start;
    while (draft.places.size() < MAX_PLACES) {
      int placeEnd = placeReader.end(i, false);
      boolean date = placeEnd > i && dates.at(i) != null;
      if (placeEnd == i && draft.places.isEmpty()) {
        placeEnd = lowerCasePlace(i);
      }
      if (placeEnd == i || date) {
        break;
      }
      addPlace(i, placeEnd);
      end = placeEnd;
      int next = afterSeparator(placeEnd);
      if (next < 0) {
        next = afterRegionAndSlash(placeEnd);
      }
      if (next < 0) {
        break;
      }
      i = next;
    }
    return end;
  }

  /** {@code Castilla y León} is one place, {@code PARIS and LONDON} are two. */
  private void addPlace(int start, int end) {
    int last = draft.places.size() - 1;
    if (last >= 0) {
      int joined = start;
      while (joined > draft.start && !head.text.startsWith(draft.places.get(last), joined)) {
        joined--;
      }
      String both = head.slice(joined, end);
      if (both.indexOf('/') < 0 && gazetteer.isKnown(both)) {
        draft.places.set(last, both);
        return;
      }
    }
    String name = head.slice(start, end);
    int hyphen = name.indexOf('-');
    if (hyphen > 0 && isTwoPlaces(name, hyphen)) {
      draft.places.add(name.substring(0, hyphen));
      draft.places.add(name.substring(hyphen + 1));
      return;
    }
    draft.places.add(name);
  }

  /** {@code TOKYO-SEOUL} are two, {@code WINSTON-SALEM} and {@code Port-au-Prince} are one. */
  private boolean isTwoPlaces(String name, int hyphen) {
    String first = name.substring(0, hyphen);
    String second = name.substring(hyphen + 1);
    return second.indexOf('-') < 0
        && !gazetteer.isKnown(name)
        && gazetteer.resolve(first, null).isPresent()
        && gazetteer.resolve(second, null).isPresent();
  }

  /** Old wires in small letters: {@code томск, 7 мая — риа новости.} */
  private int lowerCasePlace(int i) {
    if (!head.isLower(i)) {
      return i;
    }
    int comma = i;
    while (comma < head.end && comma - i < MAX_LOWER_CASE && !head.isComma(comma)) {
      comma++;
    }
    if (!head.isComma(comma)) {
      return i;
    }
    String name = head.slice(i, comma);
    boolean dated = dates.at(head.skipSpace(comma + 1)) != null;
    return dated && name.chars().noneMatch(c -> c >= '0' && c <= '9') ? comma : i;
  }

  /** Where the next place starts after {@code /}, {@code and} or {@code - }, or -1. */
  private int afterSeparator(int i) {
    int next = head.skipSpace(i);
    if (head.at(next) == '/' && !agencies.isSlashed(next)) {
      int place = head.skipSpace(next + 1);
      return head.isInitial(place) ? place : -1;
    }
    int wordEnd = head.at(next) == '&' ? next + 1 : head.wordEnd(next);
    if (next > i && wordEnd > next && Vocabulary.INSTANCE.is("and", head.slice(next, wordEnd))) {
      int place = head.skipSpace(wordEnd);
      return head.isInitial(place) ? place : -1;
    }
    if (head.isDash(next)) {
      int place = head.skipSpace(next + 1);
      int placeEnd = head.isUpper(place) ? placeReader.end(place, false) : place;
      boolean capitals = placeEnd > place + 2 && Evidence.isCapitals(head.slice(place, placeEnd));
      int behind = head.skipSpace(placeEnd);
      boolean goesOn = head.isDash(behind) || "(/,".indexOf(head.at(behind)) >= 0;
      if (capitals && goesOn && gazetteer.isKnown(head.slice(place, placeEnd))) {
        return place;
      }
    }
    return -1;
  }

  /** {@code ESTELÍ, Nicaragua/NEW YORK}: the region of the first place stands before the slash. */
  private int afterRegionAndSlash(int i) {
    int next = head.skipSpace(i);
    if (head.at(next) != ',') {
      return -1;
    }
    int regionStart = head.skipSpace(next + 1);
    int regionEnd = placeReader.regionEnd(regionStart);
    int slash = head.skipSpace(regionEnd);
    if (regionEnd == regionStart || head.at(slash) != '/' || agencies.isSlashed(slash)) {
      return -1;
    }
    int place = head.skipSpace(slash + 1);
    if (!head.isInitial(place)) {
      return -1;
    }
    draft.setRegion(head.slice(regionStart, regionEnd), true);
    return place;
  }
}
