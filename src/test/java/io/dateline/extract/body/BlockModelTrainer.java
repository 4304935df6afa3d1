package io.dateline.extract.body;

import io.dateline.extract.body.LabelledPage.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Learns a {@link BlockModel}: maximises the likelihood of the true parts of the pages, made harder
 * by a cost for each word that is wrong (softmax-margin; Gimpel and Smith, 2010), less the square
 * of the weights, by Adam (Kingma and Ba, 2015) over small batches, and takes the mean of the
 * weights over the later half of the steps. The same pages in the same order give the same model.
 */
@SuppressWarnings("EnumOrdinal") // The arrays are by part, in their order.
final class BlockModelTrainer {

  private static final Part[] PARTS = Part.values();
  private static final int ROWS = BlockModel.KINDS.size() * Sign.ALL;
  private static final double NEVER = -1e30;

  private static final int EPOCHS = 14;
  private static final int BATCH = 16;
  private static final double RATE = 0.02;

  /** Cost of a block on the wrong side, by the logarithm of its words. */
  private static final double COST = 0.8;

  /** Share of a weight that pulls it back to nothing. */
  private static final double DECAY = 0.03;

  /** Blocks of a page that are learned from. */
  private static final int MAX_BLOCKS = 1500;

  /** By sign's level and part; the last rows are the steps by part and part that follows. */
  private final double[][] weights = new double[ROWS + PARTS.length][PARTS.length];

  private final double[][] slopes = new double[ROWS + PARTS.length][PARTS.length];
  private final double[][] means = new double[ROWS + PARTS.length][PARTS.length];
  private final double[][] squares = new double[ROWS + PARTS.length][PARTS.length];
  private final double[][] sums = new double[ROWS + PARTS.length][PARTS.length];
  private int updates;
  private int summed;

  private BlockModelTrainer() {}

  /** The model of these pages, as the rows of its file. */
  static List<String> train(List<LabelledPage> pages) {
    BlockModelTrainer trainer = new BlockModelTrainer();
    trainer.run(pages);
    return trainer.rows();
  }

  private void run(List<LabelledPage> pages) {
    List<LabelledPage> order = new ArrayList<>(pages);
    Random random = new Random(1);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      for (int start = 0; start < order.size(); start += BATCH) {
        List<LabelledPage> batch = order.subList(start, Math.min(order.size(), start + BATCH));
        batch.forEach(page -> addSlopes(page, 1.0 / batch.size()));
        update(RATE * (1 - (double) epoch / EPOCHS));
        if (epoch >= EPOCHS / 2) {
          sum();
        }
      }
    }
  }

  private double step(int from, int to) {
    return PARTS[from].leadsTo(PARTS[to]) ? weights[ROWS + from][to] : NEVER;
  }

  private void addSlopes(LabelledPage page, double share) {
    int size = Math.min(MAX_BLOCKS, page.levels().size());
    BitSet impossible = page.look().barred();
    double[][] free = new double[size][PARTS.length];
    double[][] held = new double[size][PARTS.length];
    for (int i = 0; i < size; i++) {
      Truth truth = page.truth().get(i);
      double cost = COST * Math.log(1 + page.look().words(i));
      boolean barred = impossible.get(i);
      for (Part part : PARTS) {
        int p = part.ordinal();
        double worth = worth(page, i, p);
        boolean right = truth == Truth.UNKNOWN || (truth == Truth.IN) == (part == Part.STORY);
        boolean possible = !barred || part != Part.STORY;
        free[i][p] = possible ? worth + (right ? 0 : cost) : NEVER;
        held[i][p] = possible && right ? worth : NEVER;
      }
    }
    addExpectations(page, free, share);
    addExpectations(page, held, -share);
  }

  private double worth(LabelledPage page, int block, int part) {
    double sum = 0;
    for (int level : page.levels().get(block)) {
      sum += weights[level][part];
      sum += page.look().isText() ? weights[Sign.ALL + level][part] : 0;
    }
    return sum;
  }

  /** Forward and backward over the page; what each sign and step is then expected to be seen. */
  private void addExpectations(LabelledPage page, double[][] worth, double share) {
    int size = worth.length;
    double[][] ahead = new double[size][PARTS.length];
    double[][] behind = new double[size][PARTS.length];
    double[] terms = new double[PARTS.length];
    for (int p = 0; p < PARTS.length; p++) {
      boolean first = PARTS[p] == Part.BEFORE || PARTS[p] == Part.STORY;
      ahead[0][p] = first ? worth[0][p] : NEVER;
      behind[size - 1][p] = PARTS[p] == Part.BETWEEN ? NEVER : 0;
    }
    for (int i = 1; i < size; i++) {
      for (int p = 0; p < PARTS.length; p++) {
        for (int q = 0; q < PARTS.length; q++) {
          terms[q] = ahead[i - 1][q] + step(q, p);
        }
        ahead[i][p] = worth[i][p] + logOfSum(terms);
      }
    }
    for (int i = size - 2; i >= 0; i--) {
      for (int p = 0; p < PARTS.length; p++) {
        for (int q = 0; q < PARTS.length; q++) {
          terms[q] = step(p, q) + worth[i + 1][q] + behind[i + 1][q];
        }
        behind[i][p] = logOfSum(terms);
      }
    }
    for (int p = 0; p < PARTS.length; p++) {
      terms[p] = ahead[size - 1][p] + behind[size - 1][p];
    }
    double all = logOfSum(terms);
    if (all < NEVER / 2) {
      return;
    }
    for (int i = 0; i < size; i++) {
      for (int p = 0; p < PARTS.length; p++) {
        addSeen(page, i, p, share * Math.exp(ahead[i][p] + behind[i][p] - all));
        for (int q = 0; q < PARTS.length && i + 1 < size; q++) {
          slopes[ROWS + p][q] +=
              share * Math.exp(ahead[i][p] + step(p, q) + worth[i + 1][q] + behind[i + 1][q] - all);
        }
      }
    }
  }

  private void addSeen(LabelledPage page, int block, int part, double seen) {
    if (seen == 0) {
      return;
    }
    for (int level : page.levels().get(block)) {
      slopes[level][part] += seen;
      if (page.look().isText()) {
        slopes[Sign.ALL + level][part] += seen;
      }
    }
  }

  private static double logOfSum(double[] terms) {
    double max = Arrays.stream(terms).max().orElse(NEVER);
    if (max <= NEVER / 2) {
      return NEVER;
    }
    double sum = 0;
    for (double term : terms) {
      sum += Math.exp(term - max);
    }
    return max + Math.log(sum);
  }

  private void update(double rate) {
    updates++;
    double meanBias = 1 - Math.pow(0.9, updates);
    double squareBias = 1 - Math.pow(0.999, updates);
    for (int row = 0; row < weights.length; row++) {
      for (int p = 0; p < PARTS.length; p++) {
        double slope = slopes[row][p] + DECAY * weights[row][p];
        means[row][p] = 0.9 * means[row][p] + 0.1 * slope;
        squares[row][p] = 0.999 * squares[row][p] + 0.001 * slope * slope;
        weights[row][p] -=
            rate * (means[row][p] / meanBias) / (Math.sqrt(squares[row][p] / squareBias) + 1e-6);
        slopes[row][p] = 0;
      }
    }
  }

  private void sum() {
    summed++;
    for (int row = 0; row < weights.length; row++) {
      for (int p = 0; p < PARTS.length; p++) {
        sums[row][p] += weights[row][p];
      }
    }
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (Part part : PARTS) {
      addRow(rows, BlockModel.STEP, part.name().toLowerCase(Locale.ROOT), ROWS + part.ordinal());
    }
    for (int kind = 0; kind < BlockModel.KINDS.size(); kind++) {
      for (Sign sign : Sign.values()) {
        for (int level = 0; level < sign.levels(); level++) {
          addRow(
              rows,
              BlockModel.KINDS.get(kind),
              sign.nameOf(level),
              kind * Sign.ALL + sign.at(level));
        }
      }
    }
    return rows;
  }

  private void addRow(List<String> rows, String kind, String name, int row) {
    StringBuilder line = new StringBuilder(kind).append('\t').append(name);
    boolean any = false;
    for (double sum : sums[row]) {
      String weight = String.format(Locale.ROOT, "%.2f", sum / summed);
      any |= Double.parseDouble(weight) != 0;
      line.append('\t').append(weight);
    }
    if (any) {
      rows.add(line.toString());
    }
  }
}
