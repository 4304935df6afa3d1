package io.dateline.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Publishers by numbers, in the order in which they are met. Not safe for use by several threads.
 */
final class Publishers {

  /** Publishers that are counted one by one; those met later are counted together. */
  static final int MAX_KEPT = 20_000;

  /** Longest name, in UTF-16 code units: pages name themselves as they like. */
  private static final int MAX_NAME = 200;

  /** Number of those that are counted together. */
  static final int OTHERS = 1;

  /** Number of the articles that name none. */
  static final int NONE = 0;

  /** What the others are called. */
  static final String OTHERS_NAME = "(others)";

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  Publishers() {
    names.add("");
    names.add(OTHERS_NAME);
    numbers.put("", NONE);
  }

  /** The number of a publisher, a new one if it has none yet. */
  int number(String publisher) {
    String name = publisher.length() <= MAX_NAME ? publisher : Excerpt.cut(publisher, MAX_NAME);
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    if (names.size() >= MAX_KEPT) {
      return OTHERS;
    }
    names.add(name);
    numbers.put(name, names.size() - 1);
    return names.size() - 1;
  }

  String name(int number) {
    return names.get(number);
  }

  int size() {
    return names.size();
  }

  /** The numbers here of the publishers there. */
  int[] numbersOf(Publishers other) {
    int[] here = new int[other.size()];
    for (int i = 0; i < here.length; i++) {
      here[i] = i == OTHERS ? OTHERS : number(other.name(i));
    }
    return here;
  }
}
