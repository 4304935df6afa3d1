package io.dateline.extract.headline;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.text.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes the site's name and section off a title: {@code Rain falls | Example Times}.
 *
 * <p>Immutable and safe for use by several threads.
 */
final class SiteNames {

  /** Signs that stand between headline, section and site in the titles of windows. */
  private static final List<String> SEPARATORS =
      List.of(
          " | ", " - ", " – ", " — ", " :: ", " : ", " » ", " « ", " · ", " • ", " / ", "｜", "|",
          "_");

  /** Words of a last part that may be a site or section without being known as one. */
  private static final int MAX_SITE_WORDS = 5;

  /** Words of a headline: what is left must be at least this. */
  private static final int MIN_HEADLINE_WORDS = 3;

  private final Set<String> known = new TreeSet<>();

  SiteNames(Collection<String> names) {
    for (String name : names) {
      String folded = Folding.fold(name);
      if (!folded.isEmpty()) {
        known.add(folded);
        known.add(folded.replace(" ", ""));
      }
    }
  }

  /** The title without a known site's name at either end. */
  String withoutKnown(String title) {
    String left = title;
    for (int rounds = 0; rounds < 3; rounds++) {
      String shorter = withoutOneKnown(left);
      if (shorter.equals(left)) {
        return left;
      }
      left = shorter;
    }
    return left;
  }

  /** The title without the site's name, or without what looks like one. */
  String withoutAny(String title) {
    String left = withoutKnown(title);
    if (!left.equals(title)) {
      return left;
    }
    for (String separator : SEPARATORS.subList(0, 7)) {
      int at = title.lastIndexOf(separator);
      if (at > 0) {
        String head = title.substring(0, at).strip();
        String tail = title.substring(at + separator.length()).strip();
        if (wordCount(head) >= MIN_HEADLINE_WORDS
            && wordCount(tail) <= MAX_SITE_WORDS
            && wordCount(tail) < wordCount(head)
            && looksLikeAName(tail)) {
          return separator.equals(" | ") ? withoutSections(head) : head;
        }
      }
    }
    return title;
  }

  /** {@code Rain falls | News | Example}: sections stand between the same bars. */
  private static String withoutSections(String head) {
    int at = head.indexOf(" | ");
    return at > 0 && wordCount(head.substring(0, at)) >= MIN_HEADLINE_WORDS
        ? head.substring(0, at).strip()
        : head;
  }

  /** What stands behind the headline in a longer title, if it is one part. */
  static Optional<String> siteAfter(String title, String headline) {
    if (title.length() <= headline.length() || !title.startsWith(headline)) {
      return Optional.empty();
    }
    String rest = title.substring(headline.length());
    for (String separator : SEPARATORS) {
      if (rest.startsWith(separator)) {
        String site = rest.substring(separator.length()).strip();
        int last = -1;
        for (String inner : SEPARATORS.subList(0, 8)) {
          int at = site.lastIndexOf(inner);
          last = at < 0 ? last : Math.max(last, at + inner.length());
        }
        String name = last < 0 ? site : site.substring(last).strip();
        return wordCount(name) <= MAX_SITE_WORDS && !name.isEmpty()
            ? Optional.of(name)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private String withoutOneKnown(String title) {
    for (String separator : SEPARATORS) {
      int last = title.lastIndexOf(separator);
      if (last > 0 && isKnown(title.substring(last + separator.length()))) {
        return title.substring(0, last).strip();
      }
      int first = title.indexOf(separator);
      if (first > 0 && isKnown(title.substring(0, first))) {
        return title.substring(first + separator.length()).strip();
      }
    }
    return title;
  }

  private boolean isKnown(String part) {
    String folded = Folding.fold(part);
    return known.contains(folded) || known.contains(folded.replace(" ", ""));
  }

  /** Names are written with capitals, their small words aside; a rest of the headline is not. */
  private static boolean looksLikeAName(String tail) {
    if (tail.isEmpty() || tail.endsWith("?") || tail.endsWith("!")) {
      return false;
    }
    for (String word : tail.split(" ", -1)) {
      boolean small = word.length() <= 3 || word.indexOf('.') > 0;
      if (!small && UCharacter.isLowerCase(word.codePointAt(0))) {
        return false;
      }
    }
    return true;
  }

  static int wordCount(String text) {
    String folded = Folding.fold(text);
    if (folded.isEmpty()) {
      return 0;
    }
    List<String> words = new ArrayList<>(List.of(folded.split(" ", -1)));
    int count = words.size();
    // Scripts without spaces: a long run counts as several words.
    for (String word : words) {
      if (word.codePointAt(0) >= 0x2E80) {
        count += word.length() / 3;
      }
    }
    return count;
  }
}
