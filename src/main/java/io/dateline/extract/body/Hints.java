package io.dateline.extract.body;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.text.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The list {@code hints.tsv}: what class names, ids and roles say of the text inside them. The
 * nearest name that says anything decides.
 */
final class Hints {

  /** What a name says. */
  enum Says {
    STORY,
    ASIDE,
    NOTHING
  }

  /** What the names around a block say, and which of them said it. */
  record Hint(Says says, String name) {
    static final Hint NONE = new Hint(Says.NOTHING, "");
  }

  /** Names that describe what else is on the page or what the story is about: {@code has-rail}. */
  private static final List<String> OF_THE_WHOLE =
      List.of(
          "has-",
          "with-",
          "no-",
          "category-",
          "tag-",
          "page-",
          "post-type-",
          "single-",
          "elementor-");

  private final Map<String, Says> whole = new HashMap<>();
  private final List<String> storyParts = new ArrayList<>();
  private final List<String> asideParts = new ArrayList<>();

  Hints() {
    for (List<String> row : WordLists.table(Hints.class, "hints.tsv", 3)) {
      boolean says = row.get(0).equals("story");
      if (row.get(1).equals("in")) {
        (says ? storyParts : asideParts).add(row.get(2));
      } else {
        whole.put(row.get(2), says ? Says.STORY : Says.ASIDE);
      }
    }
  }

  /**
   * What the names say.
   *
   * @param names names, nearest first, separated by spaces
   * @param cache what single names said before on this page
   * @param ignored names that say nothing on this page, since they stand around nearly all of it
   */
  Hint of(String names, Map<String, Says> cache, Set<String> ignored) {
    int start = 0;
    while (start < names.length()) {
      int end = names.indexOf(' ', start);
      if (end < 0) {
        end = names.length();
      }
      String name = names.substring(start, end);
      start = end + 1;
      if (name.isEmpty() || ignored.contains(name)) {
        continue;
      }
      Says says = cache.get(name);
      if (says == null) {
        says = say(name);
        cache.put(name, says);
      }
      if (says != Says.NOTHING) {
        return new Hint(says, name);
      }
    }
    return Hint.NONE;
  }

  private Says say(String name) {
    for (String prefix : OF_THE_WHOLE) {
      if (name.startsWith(prefix)) {
        return Says.NOTHING;
      }
    }
    for (String part : storyParts) {
      if (name.contains(part)) {
        return Says.STORY;
      }
    }
    for (String part : asideParts) {
      if (name.contains(part)) {
        return Says.ASIDE;
      }
    }
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || !UCharacter.isLetterOrDigit(name.charAt(i))) {
        Says says = whole.get(name.substring(start, i));
        if (says != null) {
          return says;
        }
        start = i + 1;
      }
    }
    return whole.getOrDefault(name, Says.NOTHING);
  }
}
