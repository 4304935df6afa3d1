package io.dateline.extract.body;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The signs that a block shows by the names around it: whether they are those that most of the
 * page's prose has around it.
 */
final class NameSigns {

  private final Look look;
  private final BlockNames names;
  private final Map<String, Integer> wordsWithin = new HashMap<>();
  private final int all;

  /** By name, the words of prose that it stands around. */
  private final int[] wordsInside;

  /** The names around most of the prose. */
  private final BitSet mains = new BitSet();

  NameSigns(Look look) {
    this.look = look;
    this.names = look.signs().names();
    int words = 0;
    for (int i = 0; i < look.size(); i++) {
      if (look.isProse(i)) {
        words += look.words(i);
        wordsWithin.merge(hints(i), look.words(i), Integer::sum);
      }
    }
    all = words;
    String main = "";
    int most = 0;
    for (int i = 0; i < look.size(); i++) {
      int within = wordsWithin.getOrDefault(hints(i), 0);
      if (within > most) {
        most = within;
        main = hints(i);
      }
    }
    for (int name : names.of(main)) {
      mains.set(name);
    }
    wordsInside = new int[names.count()];
    wordsWithin.forEach(
        (hints, within) -> {
          for (int name : names.of(hints)) {
            wordsInside[name] += within;
          }
        });
  }

  void read(Levels[] levels) {
    Map<String, Integer> shared = new HashMap<>();
    for (int i = 0; i < look.size(); i++) {
      String hints = hints(i);
      levels[i].add(Sign.COMPANY, Shares.level(wordsWithin.getOrDefault(hints, 0), all));
      if (all > 0) {
        levels[i].add(Sign.NAMES, shared.computeIfAbsent(hints, h -> sixths(names.of(h))));
        levels[i].add(Sign.NEAREST, Shares.level(wordsInside[names.of(hints)[0]], all));
      }
    }
  }

  private String hints(int at) {
    return look.features().get(at).block().hints();
  }

  /** How much names have in common with the main ones: of six parts, and six only if all. */
  private int sixths(int[] own) {
    int shared = 0;
    for (int name : own) {
      shared += mains.get(name) ? 1 : 0;
    }
    int union = own.length + mains.cardinality() - shared;
    return shared == union ? 6 : Math.min(5, 6 * shared / union);
  }
}
