package io.dateline.extract.headline;

import io.dateline.extract.text.Folding;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Takes apart the title of a window. */
public final class TitleSite {

  private TitleSite() {}

  /** The last part of {@code title} after {@code headline}; empty if it does not start with it. */
  public static Optional<String> of(String title, String headline) {
    return SiteNames.siteAfter(title, headline);
  }

  /**
   * Whether {@code line} is the part of {@code title} that may be the headline: its beginning, or
   * what stands behind one word, or between a shorter part and the site's name.
   */
  public static boolean isPart(String title, String line) {
    if (of(title, line).isPresent()) {
      return true;
    }
    int at = title.indexOf(line);
    if (at <= 0 || !SiteNames.endsWithSeparator(title.substring(0, at))) {
      return false;
    }
    int before = SiteNames.wordCount(title.substring(0, at));
    String behind = title.substring(at + line.length());
    return SiteNames.wordCount(line) > before
        && (behind.isEmpty()
            ? before == 1 || title.substring(0, at).strip().indexOf('.') > 0
            : SiteNames.startsWithSeparator(behind));
  }

  /** Whether a title has parts with a bar or dash between them, as where a site's name follows. */
  public static boolean hasParts(String title) {
    return SiteNames.hasSeparator(title);
  }

  /** The different words of a title, folded; pairs of characters in scripts without spaces. */
  public static Set<String> words(String title) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : Folding.fold(title).split(" ", -1)) {
      if (!word.isEmpty() && word.codePointAt(0) >= 0x2E80) {
        for (int i = 0; i + 2 <= word.length(); i++) {
          words.add(word.substring(i, i + 2));
        }
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
