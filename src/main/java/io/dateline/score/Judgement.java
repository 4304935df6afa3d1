package io.dateline.score;

/**
 * What one article adds to the sums of a field.
 *
 * @param cases values that the gold has
 * @param found values that the run has
 * @param correct values that agree
 * @param precise how much of the found is right, 0 to {@code found}
 * @param recalled how much of the cases was found, 0 to {@code cases}
 * @param agrees whether a person would see no difference
 */
record Judgement(
    long cases, long found, long correct, double precise, double recalled, boolean agrees) {

  /** Of values that are either right or wrong. */
  static Judgement ofCounts(long cases, long found, long correct) {
    return new Judgement(
        cases, found, correct, correct, correct, correct == cases && correct == found);
  }
}
