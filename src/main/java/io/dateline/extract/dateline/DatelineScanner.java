package io.dateline.extract.dateline;

import org.jspecify.annotations.Nullable;

/**
 * The grammar of datelines in scripts with words: {@code [byline] [(AGENCY)] PLACE {/ PLACE} [,
 * Region] [, date] [(AGENCY)] close}, with the parts behind the place in any order.
 */
final class DatelineScanner {

  private final Head head;
  private final Draft draft = new Draft();
  private final DayMonthReader dates;
  private final AgencyReader agencies;
  private final PlaceListReader places;
  private final PartReader parts;
  private final CloseReader close;

  DatelineScanner(Head head, @Nullable String language) {
    this.head = head;
    this.dates = new DayMonthReader(head, language);
    this.agencies = new AgencyReader(head, draft);
    PlaceReader placeReader = new PlaceReader(head, language);
    this.places = new PlaceListReader(head, draft, placeReader, dates, agencies);
    this.parts = new PartReader(head, draft, placeReader, dates, agencies);
    this.close = new CloseReader(head, draft, agencies);
  }

  /** What reads like a dateline at the start of the text, or null. */
  @Nullable Draft scan() {
    int i = head.skipSpace(0);
    draft.start = i;
    i = agencies.leading(i);
    if (draft.agency == null) {
      i = agencies.leadingSite(i);
    }
    if (draft.agency == null) {
      i = agencies.byline(i);
    }
    int afterPlaces = places.read(i);
    if (afterPlaces == i && !isDateAhead(i)) {
      return null;
    }
    draft.end = parts.read(afterPlaces);
    boolean located = !draft.places.isEmpty() || (draft.hasDate() && draft.agencyKnown);
    return close.read(draft.end) && located ? draft : null;
  }

  private boolean isDateAhead(int i) {
    return (head.isDigit(i) || head.isInitial(i)) && dates.at(i) != null;
  }
}
