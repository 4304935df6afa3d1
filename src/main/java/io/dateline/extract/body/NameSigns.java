package io.dateline.extract.body;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The signs that a block shows by the names around it: whether they are those that most of the
 * page's prose has around it.
 */
final class NameSigns {

  private final Look look;
  private final Map<String, Integer> wordsInside = new HashMap<>();
  private final Map<String, Integer> wordsWithin = new HashMap<>();
  private int all;

  /** The names around most of the prose. */
  private String main = "";

  NameSigns(Look look) {
    this.look = look;
    for (int i = 0; i < look.size(); i++) {
      if (look.isProse(i)) {
        all += look.words(i);
        wordsWithin.merge(hints(i), look.words(i), Integer::sum);
      }
    }
    int most = 0;
    for (int i = 0; i < look.size(); i++) {
      int words = wordsWithin.getOrDefault(hints(i), 0);
      if (words > most) {
        most = words;
        main = hints(i);
      }
    }
    wordsWithin.forEach(
        (hints, words) ->
            names(hints).forEach(name -> wordsInside.merge(name, words, Integer::sum)));
  }

  void read(Levels[] levels) {
    Set<String> mains = names(main);
    Map<String, Integer> shared = new HashMap<>();
    for (int i = 0; i < look.size(); i++) {
      String hints = hints(i);
      levels[i].add(Sign.COMPANY, Shares.level(wordsWithin.getOrDefault(hints, 0), all));
      if (all > 0) {
        levels[i].add(Sign.NAMES, shared.computeIfAbsent(hints, key -> sixths(names(key), mains)));
        int end = hints.indexOf(' ');
        String nearest = end < 0 ? hints : hints.substring(0, end);
        levels[i].add(Sign.NEAREST, Shares.level(wordsInside.getOrDefault(nearest, 0), all));
      }
    }
  }

  private String hints(int at) {
    return look.features().get(at).block().hints();
  }

  private static Set<String> names(String hints) {
    return new HashSet<>(List.of(hints.split(" ", -1)));
  }

  /** How much two sets have in common: of six parts, and six only if they are the same. */
  private static int sixths(Set<String> names, Set<String> mains) {
    int shared = 0;
    for (String name : names) {
      shared += mains.contains(name) ? 1 : 0;
    }
    int union = names.size() + mains.size() - shared;
    return shared == union ? 6 : Math.min(5, 6 * shared / union);
  }
}
