package io.dateline.extract.body;

import io.dateline.extract.text.WordLists;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What each sign of a block is worth for each part of a page, and each step from one part to the
 * next: a linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001) with weights
 * learned from labelled pages. Plain text has weights of its own beside those of all pages, since
 * it lacks the signs that markup gives.
 *
 * <p>Immutable and safe for use by several threads.
 */
@SuppressWarnings("EnumOrdinal") // The columns of the model's file are the parts in their order.
final class BlockModel {

  /** Name of a row for pages of any kind, and of one for plain text alone. */
  static final List<String> KINDS = List.of("page", "text");

  /** Name of the rows whose columns are steps to the parts. */
  static final String STEP = "step";

  private static final Part[] PARTS = Part.values();

  /** By number of level, those for plain text after those for all pages, then by part. */
  private final float[] weights;

  /** By part and part that follows. */
  private final float[][] steps;

  private BlockModel(float[] weights, float[][] steps) {
    this.weights = weights;
    this.steps = steps;
  }

  /**
   * Reads a model: the columns are the kind of page, the name of the sign's level (or, for a {@code
   * step}, of a part), and one weight for each part in {@link Part}'s order. What stands nowhere
   * weighs nothing.
   *
   * @throws IllegalStateException if a row names no sign
   */
  static BlockModel read(String resource) {
    return of(WordLists.lines(BlockModel.class, resource));
  }

  /** A model of these rows, separated by tabs. */
  static BlockModel of(List<String> rows) {
    Map<String, Integer> numbers = numbers();
    float[] weights = new float[KINDS.size() * Sign.ALL * PARTS.length];
    float[][] steps = new float[PARTS.length][PARTS.length];
    for (String line : rows) {
      List<String> row = List.of(line.split("\t", -1));
      int kind = KINDS.indexOf(row.get(0));
      Integer number = numbers.get(row.get(1));
      float[] values = new float[PARTS.length];
      for (int part = 0; part < PARTS.length; part++) {
        values[part] = Float.parseFloat(row.get(2 + part));
      }
      if (row.get(0).equals(STEP)) {
        steps[Part.valueOf(row.get(1).toUpperCase(Locale.ROOT)).ordinal()] = values;
      } else if (number != null && kind >= 0) {
        int at = (kind * Sign.ALL + number) * PARTS.length;
        System.arraycopy(values, 0, weights, at, PARTS.length);
      } else {
        throw new IllegalStateException("the block model has a sign that nothing shows: " + line);
      }
    }
    return new BlockModel(weights, steps);
  }

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (Sign sign : Sign.values()) {
      for (int level = 0; level < sign.levels(); level++) {
        numbers.put(sign.nameOf(level), sign.at(level));
      }
    }
    return numbers;
  }

  /** What a block that shows these levels is worth for each part. */
  double[] worth(int[] levels, boolean text) {
    // Each part by name, in Part's order, since a loop over the parts takes longer: a page has
    // hundreds of blocks with some forty levels each.
    double before = 0;
    double story = 0;
    double between = 0;
    double after = 0;
    int kinds = text ? KINDS.size() : 1;
    for (int level : levels) {
      for (int kind = 0; kind < kinds; kind++) {
        int at = (kind * Sign.ALL + level) * PARTS.length;
        before += weights[at];
        story += weights[at + 1];
        between += weights[at + 2];
        after += weights[at + 3];
      }
    }
    return new double[] {before, story, between, after};
  }

  /** What a step from one part to the next is worth. */
  double step(Part from, Part to) {
    return steps[from.ordinal()][to.ordinal()];
  }
}
