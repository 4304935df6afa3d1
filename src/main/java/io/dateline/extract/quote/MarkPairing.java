package io.dateline.extract.quote;

import io.dateline.extract.quote.QuotationMark.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the marks of one paragraph: the reading of all of them that costs least. A mark may open,
 * close, open or close a quote inside a quote, or be none; reading it against its looks costs, and
 * so does leaving a quote open. One misplaced space thus changes one mark, and not every pair after
 * it.
 *
 * <p>A shortest path over few states (nothing open, a family open, a family open inside another),
 * linear in the number of marks.
 */
final class MarkPairing {

  /** More marks than any paragraph of prose has; the rest of such a paragraph is left unread. */
  static final int MAX_MARKS = 2_000;

  private static final int NEST = 1;
  private static final int OTHER_FAMILY = 2;
  private static final int LEFT_OPEN = 3;
  private static final int INFINITE = Integer.MAX_VALUE / 2;

  private static final int FAMILIES = Family.values().length;
  private static final int STATES = 1 + FAMILIES + FAMILIES * FAMILIES;

  /** What a mark is read as; the state before it stands in the bits above. */
  private static final int SKIP = 0;

  private static final int OPEN = 1;
  private static final int CLOSE = 2;
  private static final int STEP_BITS = 2;
  private static final int STEP_MASK = 3;

  /** A pair; {@code close} is null if the quote runs to the end of the paragraph. */
  record Pair(QuotationMark open, @Nullable QuotationMark close) {}

  private MarkPairing() {}

  /**
   * The outermost pairs, in order.
   *
   * @param continues whether the next paragraph opens with a mark, so that a quote left open costs
   *     little: each paragraph of a long quote is reopened and only the last is closed
   */
  static List<Pair> pair(List<QuotationMark> all, boolean continues) {
    if (all.isEmpty()) {
      return List.of();
    }
    List<QuotationMark> marks = all.size() > MAX_MARKS ? all.subList(0, MAX_MARKS) : all;
    int count = marks.size();
    int[] cost = new int[STATES];
    Arrays.fill(cost, INFINITE);
    cost[0] = 0;
    short[][] moves = new short[count][STATES];
    for (int m = 0; m < count; m++) {
      QuotationMark mark = marks.get(m);
      int[] next = new int[STATES];
      Arrays.fill(next, INFINITE);
      for (int s = 0; s < STATES; s++) {
        if (cost[s] >= INFINITE) {
          continue;
        }
        relax(next, moves[m], s, s, cost[s] + mark.skipCost(), SKIP);
        if (depth(s) < 2) {
          int nest = depth(s) == 0 ? 0 : NEST + (top(s) == mark.family().number() ? 1 : 0);
          relax(
              next,
              moves[m],
              s,
              opened(s, mark.family()),
              cost[s] + mark.openingCost() + nest,
              OPEN);
        }
        if (depth(s) > 0) {
          int other = top(s) == mark.family().number() ? 0 : OTHER_FAMILY;
          relax(next, moves[m], s, closed(s), cost[s] + mark.closingCost() + other, CLOSE);
        }
      }
      cost = next;
    }
    int best = 0;
    int bestCost = INFINITE;
    for (int s = 0; s < STATES; s++) {
      int open = depth(s) == 0 ? 0 : continues ? depth(s) : LEFT_OPEN * depth(s);
      if (cost[s] + open < bestCost) {
        best = s;
        bestCost = cost[s] + open;
      }
    }
    return outermost(marks, moves, best);
  }

  private static void relax(int[] next, short[] moves, int state, int target, int cost, int step) {
    if (cost < next[target]) {
      next[target] = cost;
      moves[target] = (short) (state << STEP_BITS | step);
    }
  }

  private static List<Pair> outermost(List<QuotationMark> marks, short[][] moves, int last) {
    int[] path = new int[marks.size()];
    int state = last;
    for (int m = marks.size() - 1; m >= 0; m--) {
      path[m] = moves[m][state] & STEP_MASK;
      state = moves[m][state] >> STEP_BITS;
    }
    List<Pair> pairs = new ArrayList<>();
    int depth = 0;
    QuotationMark open = null;
    for (int m = 0; m < path.length; m++) {
      if (path[m] == OPEN && depth++ == 0) {
        open = marks.get(m);
      } else if (path[m] == CLOSE && --depth == 0 && open != null) {
        pairs.add(new Pair(open, marks.get(m)));
        open = null;
      }
    }
    if (open != null) {
      pairs.add(new Pair(open, null));
    }
    return pairs;
  }

  private static int depth(int state) {
    return state == 0 ? 0 : state <= FAMILIES ? 1 : 2;
  }

  private static int top(int state) {
    return state <= FAMILIES ? state - 1 : (state - 1 - FAMILIES) % FAMILIES;
  }

  private static int opened(int state, Family family) {
    return state == 0
        ? 1 + family.number()
        : 1 + FAMILIES + (state - 1) * FAMILIES + family.number();
  }

  private static int closed(int state) {
    return state <= FAMILIES ? 0 : 1 + (state - 1 - FAMILIES) / FAMILIES;
  }
}
