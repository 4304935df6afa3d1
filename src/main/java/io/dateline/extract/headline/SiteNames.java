package io.dateline.extract.headline;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.text.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

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

  /** Characters of a headline in Chinese or Japanese: what is left must be at least this. */
  private static final int MIN_WIDE_HEADLINE = 8;

  /** Characters of a section's or site's name in those languages. */
  private static final int MAX_WIDE_PART = 10;

  /** Words of a kicker, the line above a headline that some titles begin with. */
  private static final int MAX_KICKER_WORDS = 6;

  /** Signs between kicker and headline. */
  private static final List<String> KICKER_SIGNS =
      List.of(": ", " - ", " – ", " — ", " | ", " / ", "：");

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
    if (known.isEmpty()) {
      return title;
    }
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
    String first = beforeShortParts(title);
    if (!first.isEmpty()) {
      return first;
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

  /** {@code 渡轮九年后复航_新闻_示例网}: Chinese and Japanese pages put section and site behind bare marks. */
  private static String beforeShortParts(String title) {
    if (title.isEmpty() || title.codePointAt(0) < 0x2E80) {
      return "";
    }
    for (String mark : List.of("_", "|", "｜", "－", "--", "-")) {
      int at = title.indexOf(mark);
      if (at >= MIN_WIDE_HEADLINE) {
        String rest = title.substring(at + mark.length());
        for (String part : rest.split(Pattern.quote(mark), -1)) {
          if (part.strip().length() > MAX_WIDE_PART) {
            return "";
          }
        }
        return title.substring(0, at).strip();
      }
    }
    return "";
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

  /** Whether {@code title} is {@code headline} behind a few words and a colon, dash or bar. */
  static boolean isKickerBefore(String title, String headline) {
    return headline.length() < title.length()
        && title.endsWith(headline)
        && isBehindKickerSign(title, title.length() - headline.length())
        && wordCount(headline) >= MIN_HEADLINE_WORDS
        && endsWithKickerSign(title.substring(0, title.length() - headline.length()));
  }

  /** Whether the kicker before {@code headline} ends with a colon, as one title of two parts. */
  static boolean isColonBefore(String title, String headline) {
    return isKickerBefore(title, headline)
        && title.substring(0, title.length() - headline.length()).stripTrailing().endsWith(":");
  }

  /** What two titles end with behind kickers that differ; empty if there is no such thing. */
  static String commonRest(String title, String other) {
    int same = 0;
    while (same < title.length()
        && same < other.length()
        && title.charAt(title.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
      same++;
    }
    for (int at = title.length() - same; at < title.length(); at++) {
      if (!isBehindKickerSign(title, at) || UCharacter.isLowerCase(title.codePointAt(at))) {
        continue;
      }
      String rest = title.substring(at);
      if (isShortBefore(title, rest) && isShortBefore(other, rest)) {
        return other.startsWith(title.substring(0, at)) ? "" : rest;
      }
    }
    return "";
  }

  private static boolean isBehindKickerSign(String title, int at) {
    for (String sign : KICKER_SIGNS) {
      if (at >= sign.length() && title.startsWith(sign, at - sign.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isShortBefore(String title, String rest) {
    if (!isBehindKickerSign(title, title.length() - rest.length())) {
      return false;
    }
    int kicker = wordCount(title.substring(0, title.length() - rest.length()));
    return 2 * kicker <= wordCount(rest) && isKickerBefore(title, rest);
  }

  static boolean endsWithSeparator(String before) {
    return SEPARATORS.stream().anyMatch(before::endsWith);
  }

  static boolean hasSeparator(String title) {
    for (String separator : SEPARATORS) {
      if (title.contains(separator)) {
        return true;
      }
    }
    return false;
  }

  static boolean startsWithSeparator(String rest) {
    return SEPARATORS.stream().anyMatch(rest::startsWith);
  }

  private static boolean endsWithKickerSign(String before) {
    for (String sign : KICKER_SIGNS) {
      if (before.endsWith(sign)) {
        return before.length() > sign.length() && wordCount(before) <= MAX_KICKER_WORDS;
      }
    }
    return false;
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
