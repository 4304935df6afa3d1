package io.dateline.extract.body;

import java.util.Arrays;

/** The levels that one block shows, by their numbers, while they are being gathered. */
final class Levels {

  /** One for each sign, and a few regions. */
  private static final int EXPECTED = Sign.values().length + 4;

  private int[] numbers = new int[EXPECTED];
  private int count;

  void add(Sign sign, int level) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, count * 2);
    }
    numbers[count++] = sign.at(level);
  }

  int[] toArray() {
    return Arrays.copyOf(numbers, count);
  }
}
