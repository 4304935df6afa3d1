package io.dateline.extract.dateline;

import io.dateline.article.Dateline;
import io.dateline.extract.place.Gazetteer;
import io.dateline.extract.place.Place;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the dateline that opens a news story: where it was filed, when and by whom.
 *
 * <p>Recognises the forms of the wire services, old and new, in scripts with capitals ({@code
 * QINGDAO, China, Oct. 7 (Xinhua) --}, {@code Cádiz, 8 abr (EFE).-}, {@code (ANSA) - BARI, 9 GIU
 * -}, {@code ODESSA, May 4. /TASS/.}, {@code Lucknow, May 4 (PTI)}), without them, and the Chinese,
 * Japanese and Korean ones. The result corresponds to <a
 * href="https://schema.org/dateline">schema.org {@code dateline}</a>.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class DatelineParser {

  /**
   * Paragraphs that are looked at: a dateline stands behind headline, kicker and byline at most.
   */
  static final int MAX_PARAGRAPHS = 8;

  /** A dateline's first line that is wrapped has at most so many UTF-16 code units. */
  private static final int MAX_WRAPPED = 80;

  private final Gazetteer gazetteer = Gazetteer.get();

  /**
   * The dateline of a place that no list knows: {@code ELLERBY FALLS}, with what follows a comma as
   * its region. Of more parts nobody can say which is the place, so that it has none.
   *
   * @param printed a name without a day, an agency or a dash
   */
  public static Dateline ofUnknownPlace(String printed) {
    String[] parts = printed.split(", *", 3);
    List<String> places = parts.length > 2 ? List.of() : List.of(Casing.ordinary(parts[0]));
    String region = parts.length == 2 ? parts[1] : null;
    return new Dateline(printed, places, region, null, null, null, null, null, null, null);
  }

  /**
   * Returns the dateline of a story.
   *
   * @param firstParagraphs the beginning of the body as plain text, entities already decoded; the
   *     first {@value #MAX_PARAGRAPHS} are looked at
   * @param language BCP 47 tag of the story, which decides between months of one name
   * @return the first dateline, or empty if no paragraph opens with one; never a guess
   */
  public Optional<DatelineMatch> parse(List<String> firstParagraphs, @Nullable String language) {
    int count = Math.min(MAX_PARAGRAPHS, firstParagraphs.size());
    for (int i = 0; i < count; i++) {
      String paragraph = firstParagraphs.get(i);
      Draft draft = read(paragraph, language);
      if (draft != null) {
        return Optional.of(
            new DatelineMatch(dateline(paragraph, draft), i, draft.storyStart, i, draft.byline));
      }
      if (i + 1 < firstParagraphs.size() && mayBeWrapped(paragraph)) {
        String joined = paragraph + " " + firstParagraphs.get(i + 1);
        draft = read(joined, language);
        int prefix = draft == null ? 0 : draft.storyStart - paragraph.length() - 1;
        boolean wrapped = draft != null && prefix > 0 && draft.end > paragraph.length();
        boolean alone = draft != null && prefix == 0;
        if (draft != null && (wrapped || alone)) {
          return Optional.of(
              new DatelineMatch(dateline(joined, draft), i + 1, prefix, i, draft.byline));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a paragraph opens with a dateline or, without a place, with an agency's credit. */
  public boolean opens(String paragraph) {
    return read(paragraph, null) != null
        || credit(paragraph).filter(credit -> credit.agency() != null).isPresent();
  }

  /**
   * The credit that opens a paragraph without a place: {@code (AFP) - }, {@code 本报讯（记者 王小明）}. It is
   * no dateline.
   */
  public Optional<StoryCredit> credit(String paragraph) {
    Head head = new Head(paragraph);
    int first = head.skipSpace(0);
    if (first >= head.end) {
      return Optional.empty();
    }
    StoryCredit agency = new AgencyReader(head, new Draft()).beforeStory(first);
    return Optional.ofNullable(agency != null ? agency : new EastAsianScanner(head).credit(first));
  }

  /**
   * The day of filing: the dateline's day and month, in the year that is printed with them, else in
   * the one that brings it nearest to the day of publication.
   *
   * @return empty if the dateline has no day, or no year can be known
   */
  public Optional<LocalDate> dateCreated(Dateline dateline, @Nullable LocalDate published) {
    Integer month = dateline.month();
    Integer day = dateline.day();
    if (month == null || day == null) {
      return Optional.empty();
    }
    MonthDay filed = MonthDay.of(month, day);
    Integer printed = dateline.year();
    if (printed != null) {
      return filed.isValidYear(printed) ? Optional.of(filed.atYear(printed)) : Optional.empty();
    }
    if (published == null) {
      return Optional.empty();
    }
    LocalDate nearest = null;
    for (int year = published.getYear() - 1; year <= published.getYear() + 1; year++) {
      if (!filed.isValidYear(year)) {
        continue;
      }
      LocalDate date = filed.atYear(year);
      if (nearest == null || distance(date, published) < distance(nearest, published)) {
        nearest = date;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static long distance(LocalDate a, LocalDate b) {
    return Math.abs(ChronoUnit.DAYS.between(a, b));
  }

  /** Only a line that ends inside the grammar can go on in the next one. */
  private boolean mayBeWrapped(String paragraph) {
    String line = paragraph.strip();
    if (line.isEmpty() || line.length() > MAX_WRAPPED) {
      return false;
    }
    char last = line.charAt(line.length() - 1);
    if (last == '.') {
      // DULUTH, Minn.
      int comma = line.lastIndexOf(',');
      return comma > 0 && gazetteer.isRegion(line.substring(comma + 1));
    }
    if ("-–—".indexOf(last) >= 0) {
      // MADRID, 9 Sep. (EFE) -, the story in the next line
      return true;
    }
    return last == ',' || last == '،' || last == '，' || last == '/';
  }

  private static @Nullable Draft read(String paragraph, @Nullable String language) {
    Head head = new Head(paragraph);
    int first = head.skipSpace(0);
    if (first >= head.end) {
      return null;
    }
    Draft draft = null;
    if (head.at(first) >= 0x1100 || "([".indexOf(head.at(first)) >= 0) {
      draft = new EastAsianScanner(head).scan();
      if (draft != null) {
        return draft;
      }
    }
    draft = new DatelineScanner(head, language).scan();
    return draft != null && new Evidence(head, draft, language).isDateline() ? draft : null;
  }

  /** A town's country; a district that is no region of the gazetteer lies in its town's. */
  private @Nullable String country(String place, @Nullable String region) {
    return gazetteer
        .countryOf(place, region)
        .or(
            () ->
                region == null
                    ? Optional.empty()
                    : gazetteer
                        .countryOf(place, null)
                        .filter(
                            own ->
                                gazetteer.countryOf(region, null).filter(own::equals).isPresent()))
        .orElse(null);
  }

  private Dateline dateline(String paragraph, Draft draft) {
    String raw = withPlainSpaces(paragraph.substring(draft.start, draft.end)).strip();
    String first = draft.places.isEmpty() ? null : draft.places.get(0);
    Place place = first == null ? null : gazetteer.resolve(first, draft.region).orElse(null);
    return new Dateline(
        raw,
        draft.places.stream().map(Casing::ordinary).toList(),
        draft.region,
        first == null ? null : place != null ? place.country() : country(first, draft.region),
        place == null ? null : Double.valueOf(place.latitude()),
        place == null ? null : Double.valueOf(place.longitude()),
        draft.hasDate() ? Integer.valueOf(draft.month) : null,
        draft.hasDate() ? Integer.valueOf(draft.day) : null,
        draft.year > 0 ? Integer.valueOf(draft.year) : null,
        draft.agency);
  }

  /** Each run of white space as one space. */
  private static String withPlainSpaces(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || (c >= '\t' && c <= '\r');
      if (!space) {
        plain.append(c);
      } else if (!gap) {
        plain.append(' ');
      }
      gap = space;
    }
    return plain.toString();
  }
}
