package io.dateline.extract;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.body.Phrases;
import io.dateline.extract.credit.PersonNames;
import io.dateline.extract.date.DateHints;
import io.dateline.extract.date.DateParser;
import io.dateline.extract.place.Gazetteer;
import io.dateline.extract.text.Folding;
import io.dateline.extract.text.WordLists;
import java.util.Set;

/** What makes a text a label's value: a date label wants a date, a picture label an address. */
record LabelValues(DateParser dates, PersonNames names, Phrases phrases) {

  /** Longest line that is a date and nothing else, in UTF-16 code units. */
  private static final int MAX_DATE = 60;

  /** Longest value of most labels. */
  private static final int MAX_VALUE = 120;

  /** Longest headline or summary behind a label. */
  private static final int MAX_TEXT = 300;

  private static final Set<String> TIME_WORDS =
      Set.copyOf(WordLists.lines(LabelValues.class, "body/time-words.txt"));

  /** Whether {@code value} fits {@code property}; see {@link io.dateline.extract.label}. */
  boolean fits(String property, String value, boolean sameLine, int gap) {
    if (!sameLine && phrases.isLine(Folding.fold(value))) {
      return false;
    }
    return switch (property) {
      case "datePublished", "dateModified" -> isDate(value, sameLine);
      case "dateline" -> sameLine && value.length() <= MAX_VALUE && opensWithPlace(value);
      case "image" -> Addresses.isPicture(value);
      case "url" -> Addresses.isAbsolute(value);
      case "author" ->
          value.length() <= MAX_VALUE && (sameLine || (gap <= 1 && !names.in(value).isEmpty()));
      case "headline", "alternativeHeadline", "description" ->
          value.length() <= MAX_TEXT && (sameLine || gap == 0);
      case "inLanguage" -> value.length() <= 20 && (sameLine || gap == 0);
      default -> value.length() <= MAX_VALUE && !isSentence(value) && (sameLine || gap == 0);
    };
  }

  private boolean isDate(String value, boolean sameLine) {
    return value.length() <= (sameLine ? MAX_VALUE : MAX_DATE)
        && !isSentence(value)
        && (dates.parse(value, DateHints.NONE).isPresent() || (sameLine && isFromNow(value)));
  }

  /** {@code 35 minutes ago}: no day, but no paragraph either. */
  private static boolean isFromNow(String value) {
    boolean number = false;
    for (String word : Folding.fold(value).split(" ", -1)) {
      boolean digits = !word.isEmpty() && word.chars().allMatch(UCharacter::isDigit);
      number |= digits;
      if (!digits && !TIME_WORDS.contains(word)) {
        return false;
      }
    }
    return number;
  }

  private static boolean opensWithPlace(String value) {
    int comma = value.indexOf(',');
    return Gazetteer.get().isKnown(comma < 0 ? value : value.substring(0, comma));
  }

  private static boolean isSentence(String value) {
    return value.length() > 40 && (value.endsWith(".") || value.endsWith("。"));
  }
}
