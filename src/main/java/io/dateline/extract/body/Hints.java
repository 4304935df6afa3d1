package io.dateline.extract.body;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.text.WordLists;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /** Parts of names by their first characters: few of them need be compared at any place. */
  private static final class PartList {

    private static final int ASCII = 0x80;

    private final String[][] byInitial = new String[ASCII][0];

    /** Adds a part, whose first character is one of ASCII. */
    void add(String part) {
      String[] parts = byInitial[part.charAt(0)];
      byInitial[part.charAt(0)] = Arrays.copyOf(parts, parts.length + 1);
      byInitial[part.charAt(0)][parts.length] = part;
    }

    boolean isAnyIn(String name) {
      for (int i = 0; i < name.length(); i++) {
        char initial = name.charAt(i);
        for (String part : byInitial[initial < ASCII ? initial : 0]) {
          if (name.startsWith(part, i)) {
            return true;
          }
        }
      }
      return false;
    }
  }

  private final Map<String, Says> whole = new HashMap<>();
  private final PartList storyParts = new PartList();
  private final PartList asideParts = new PartList();

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

  /** What a name says; an empty one says nothing. */
  Says says(String name) {
    if (name.isEmpty()) {
      return Says.NOTHING;
    }
    for (String prefix : OF_THE_WHOLE) {
      if (name.startsWith(prefix)) {
        return Says.NOTHING;
      }
    }
    if (storyParts.isAnyIn(name)) {
      return Says.STORY;
    }
    if (asideParts.isAnyIn(name)) {
      return Says.ASIDE;
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
