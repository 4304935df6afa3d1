package io.dateline.extract;

import io.dateline.extract.body.Phrases;
import io.dateline.extract.credit.PersonNames;
import io.dateline.extract.date.DateHints;
import io.dateline.extract.date.DateParser;
import io.dateline.extract.text.Folding;

/** What makes a text a label's value: a date label wants a date, a picture label an address. */
record LabelValues(DateParser dates, PersonNames names, Phrases phrases) {

  /** Longest line that is a date and nothing else, in UTF-16 code units. */
  private static final int MAX_DATE = 60;

  /** Longest value of most labels. */
  private static final int MAX_VALUE = 120;

  /** Longest headline or summary behind a label. */
  private static final int MAX_TEXT = 300;

  /** Whether {@code value} fits {@code property}; see {@link io.dateline.extract.label}. */
  boolean fits(String property, String value, boolean sameLine, int gap) {
    if (!sameLine && phrases.isLine(Folding.fold(value))) {
      return false;
    }
    return switch (property) {
      case "datePublished", "dateModified" -> isDate(value, sameLine);
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
        && dates.parse(value, DateHints.NONE).isPresent();
  }

  private static boolean isSentence(String value) {
    return value.length() > 40 && (value.endsWith(".") || value.endsWith("。"));
  }
}
