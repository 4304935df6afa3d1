package io.dateline.extract.dateline;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.place.Gazetteer;
import org.jspecify.annotations.Nullable;

/** Weighs what speaks for and against a dateline that the grammar has read. */
final class Evidence {

  /** How much of the story tells whether it is a headline in capitals, in UTF-16 code units. */
  private static final int STORY_SAMPLE = 60;

  /** Shortest story behind a name in capitals and a dash, in UTF-16 code units: half a line. */
  private static final int MIN_STORY = 40;

  /** Shortest story behind forms that lists and headings have too. */
  private static final int MIN_STORY_OF_WEAK_FORM = 60;

  /** How near the next dash stands in a list, in UTF-16 code units. */
  private static final int DASH_OF_LIST = 24;

  private final Head head;
  private final Draft draft;
  private final @Nullable String language;
  private final Gazetteer gazetteer = Gazetteer.get();

  Evidence(Head head, Draft draft, @Nullable String language) {
    this.head = head;
    this.draft = draft;
    this.language = language;
  }

  boolean isDateline() {
    if (draft.places.isEmpty()) {
      return isDash() || draft.close == Draft.Close.NOTHING;
    }
    boolean known = draft.places.stream().allMatch(this::isKnownPlace);
    boolean capitals = draft.places.stream().allMatch(Evidence::isCapitals);
    if (draft.isBare() && isHeadline(capitals)) {
      return false;
    }
    if (!known && isByline()) {
      return false;
    }
    if (draft.places.stream().anyMatch(place -> Vocabulary.INSTANCE.is("degree", place))) {
      // By Ann Example, M.D., and the day in the next line
      return false;
    }
    boolean label = isLabel();
    if (draft.places.size() == 1 && Vocabulary.INSTANCE.is("weekday", draft.places.get(0))) {
      return false;
    }
    if (draft.agencyKnown) {
      return isCredited(known, capitals, label);
    }
    if (draft.hasDate()) {
      return isDated(known, capitals, label);
    }
    if (draft.agency != null) {
      return known && (isDash() || draft.close == Draft.Close.COLON);
    }
    if (draft.region != null) {
      return switch (draft.close) {
        case DASH -> (draft.regionKnown && (capitals || known)) || (known && capitals);
        case TIGHT_DASH, COLON -> draft.regionKnown && known && startsSentence();
        default -> false;
      };
    }
    return !label && isBareDateline(capitals);
  }

  private boolean isCredited(boolean known, boolean capitals, boolean label) {
    if (draft.places.stream().anyMatch(place -> Vocabulary.INSTANCE.agency(place) != null)) {
      // APA/AFP is the credit of a picture
      return false;
    }
    return switch (draft.close) {
      case LINE, NOTHING ->
          startsSentence() && (draft.hasDate() || (draft.bracketsLast && (known || capitals)));
      case COLON, STOP -> known || draft.hasDate();
      default ->
          known
              || capitals
              || draft.hasDate()
              || draft.region != null
              || (!label && !draft.agencyLeads);
    };
  }

  private boolean isDated(boolean known, boolean capitals, boolean label) {
    return switch (draft.close) {
      case NOTHING ->
          (known || (draft.regionKnown && capitals))
              && startsSentence()
              && (draft.agency == null ? isDatedLead(capitals, label) : draft.bracketsLast);
      case LINE -> draft.isoDate ? known || capitals : draft.region != null || (known && !label);
      case COLON, STOP -> known && startsSentence();
      default -> known || draft.region != null || (capitals && !label);
    };
  }

  /** {@code Lucknow, May 4 President …}: the line break behind the date was folded away. */
  private boolean isDatedLead(boolean capitals, boolean label) {
    boolean word =
        head.isUpper(draft.storyStart) && draft.storyLength(head.text) >= MIN_STORY_OF_WEAK_FORM;
    return draft.isoDate ? capitals : word && !label && draft.commaBeforeDate;
  }

  /**
   * Nothing but a name: it must be a known one, and a story must follow, not an entry of a list.
   */
  private boolean isBareDateline(boolean capitals) {
    boolean all = draft.places.stream().allMatch(gazetteer::isPlace);
    boolean some =
        all || (draft.places.size() > 1 && draft.places.stream().anyMatch(gazetteer::isPlace));
    if (draft.places.stream().anyMatch(this::isOnlyCountry)) {
      return false;
    }
    int story = draft.storyLength(head.text);
    return switch (draft.close) {
      case DASH ->
          capitals
              ? some && story >= MIN_STORY
              : some && story >= MIN_STORY_OF_WEAK_FORM && startsSentence() && !isListOfFacts();
      case TIGHT_DASH, COLON, STOP ->
          (capitals || isHouseStyle())
              && all
              && story >= MIN_STORY_OF_WEAK_FORM
              && startsSentence();
      default -> false;
    };
  }

  /**
   * {@code Berlin. Die …} is how German regional papers open a story, {@code Lucknow: The …} how
   * Indian ones do; elsewhere, and with a name that could mean several places, these are headings.
   */
  private boolean isHouseStyle() {
    boolean style =
        language != null
            && ((draft.close == Draft.Close.STOP && language.startsWith("de"))
                || (draft.close == Draft.Close.COLON && language.startsWith("en")));
    return style
        && head.text.stripTrailing().endsWith(".")
        && draft.places.stream().allMatch(place -> gazetteer.resolve(place, null).isPresent());
  }

  /** {@code Town - ST - Street 11}: addresses repeat the dash at once. */
  private boolean isListOfFacts() {
    for (int i = draft.storyStart + 1; i < draft.storyStart + DASH_OF_LIST; i++) {
      if (head.isDash(i) && head.isSpace(i - 1) && head.isSpace(i + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDash() {
    return draft.close == Draft.Close.DASH || draft.close == Draft.Close.TIGHT_DASH;
  }

  /** {@code IRAN - }: a country by itself is a section's name, unless a town of note shares it. */
  private boolean isOnlyCountry(String name) {
    return gazetteer.country(name).isPresent() && gazetteer.resolve(name, null).isEmpty();
  }

  private boolean isKnownPlace(String name) {
    return gazetteer.isKnown(name);
  }

  /** A line in capitals throughout is a headline, whatever its first word. */
  private boolean isHeadline(boolean capitals) {
    if (!capitals || draft.storyStart >= head.text.length()) {
      return false;
    }
    int to = Math.min(head.text.length(), draft.storyStart + STORY_SAMPLE);
    String sample = head.text.substring(draft.storyStart, to);
    return sample.codePoints().anyMatch(UCharacter::isUpperCase)
        && sample.codePoints().noneMatch(UCharacter::isLowerCase);
  }

  private boolean isByline() {
    String first = draft.places.get(0);
    int space = first.indexOf(' ');
    return space > 0 && Vocabulary.INSTANCE.is("byline", first.substring(0, space));
  }

  private boolean isLabel() {
    for (String place : draft.places) {
      int space = place.indexOf(' ');
      if (Vocabulary.INSTANCE.is("label", space < 0 ? place : place.substring(0, space))) {
        return true;
      }
    }
    return false;
  }

  private boolean startsSentence() {
    int i = draft.storyStart;
    if (i >= head.text.length()) {
      return true;
    }
    char c = head.text.charAt(i);
    return !UCharacter.isLowerCase(c) && c != ',' && c != ';';
  }

  /** Whether a name is printed in capitals; small letters are allowed in {@code McALLEN}. */
  static boolean isCapitals(String name) {
    int capitals = 0;
    int small = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (UCharacter.isUpperCase(c)) {
        capitals++;
      } else if (UCharacter.isLowerCase(c)) {
        small++;
      }
    }
    return capitals >= 2
        && (small == 0
            || (name.startsWith("Mc") && small == 1)
            || (name.startsWith("Mac") && small == 2));
  }
}
