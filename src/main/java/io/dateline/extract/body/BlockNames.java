package io.dateline.extract.body;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The names around the blocks of one page, by numbers: many blocks have the same few names around
 * them, so that each is cut out and looked up once.
 */
final class BlockNames {

  private final TermNumbers numbers = new TermNumbers();
  private final Map<String, int[]> known = new HashMap<>();

  /**
   * The numbers of the names, nearest first, each once.
   *
   * @param hints names that single spaces part
   */
  int[] of(String hints) {
    return known.computeIfAbsent(hints, this::read);
  }

  private int[] read(String hints) {
    int[] names = new int[4];
    int count = 0;
    for (int start = 0; start <= hints.length(); ) {
      int space = hints.indexOf(' ', start);
      int end = space < 0 ? hints.length() : space;
      int number = numbers.of(hints, start, end);
      if (!holds(names, count, number)) {
        names = count == names.length ? Arrays.copyOf(names, count * 2) : names;
        names[count++] = number;
      }
      start = end + 1;
    }
    return Arrays.copyOf(names, count);
  }

  /** Hints are bounded, and have few names. */
  private static boolean holds(int[] names, int count, int number) {
    for (int i = 0; i < count; i++) {
      if (names[i] == number) {
        return true;
      }
    }
    return false;
  }

  /** The name of a number. */
  String name(int number) {
    return numbers.term(number);
  }

  /** How many different names were met: above all their numbers. */
  int count() {
    return numbers.count();
  }
}
