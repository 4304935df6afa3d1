package io.dateline.score;

import org.jspecify.annotations.Nullable;

/** Sums of one field over the articles. Not safe for use by several threads. */
final class Tally {

  private final String field;
  private long cases;
  private long found;
  private long correct;
  private double precise;
  private double recalled;

  Tally(String field) {
    this.field = field;
  }

  void add(Judgement judgement) {
    cases += judgement.cases();
    found += judgement.found();
    correct += judgement.correct();
    precise += judgement.precise();
    recalled += judgement.recalled();
  }

  FieldScore score() {
    Double precision = share(precise, found);
    Double recall = share(recalled, cases);
    return new FieldScore(field, cases, found, correct, precision, recall, f1(precision, recall));
  }

  private static @Nullable Double share(double right, long all) {
    return all == 0 ? null : right / all;
  }

  private static @Nullable Double f1(@Nullable Double precision, @Nullable Double recall) {
    if (precision == null && recall == null) {
      return null;
    }
    double p = precision == null ? 0 : precision;
    double r = recall == null ? 0 : recall;
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }
}
