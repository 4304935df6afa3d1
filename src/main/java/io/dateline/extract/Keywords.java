package io.dateline.extract;

import io.dateline.extract.text.WordLists;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes off keywords what content-management systems add for themselves. */
final class Keywords {

  /** An identifier as in RFC 9562. */
  private static final Pattern UUID =
      Pattern.compile(
          "\\{?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\}?");

  private static final Set<String> PREFIXES =
      Set.copyOf(WordLists.lines(Keywords.class, "keyword-prefixes.txt"));

  private Keywords() {}

  /**
   * The keyword without the name of its kind, {@code Category: Fishing}; empty if it is an
   * identifier and no word.
   */
  static String clean(String keyword) {
    String word = keyword;
    int colon = word.indexOf(':');
    if (colon > 0 && PREFIXES.contains(word.substring(0, colon).strip().toLowerCase(Locale.ROOT))) {
      word = word.substring(colon + 1).strip();
    }
    return UUID.matcher(word).matches() ? "" : word;
  }
}
