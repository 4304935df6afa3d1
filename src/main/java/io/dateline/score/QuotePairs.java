package io.dateline.score;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which quote of the run is which of the gold. Equal ones are paired first, in order; of the others
 * those that share the most words, if they share {@link #MIN_OVERLAP} of them.
 */
final class QuotePairs {

  /** F1 over the words from which two quotes are the same: a comma or a clause more or less. */
  private static final double MIN_OVERLAP = 0.8;

  /** Most quotes of one article whose words are compared; beyond, equal ones are still paired. */
  private static final int MAX_COMPARED = 2_000;

  private record Candidate(int gold, int run, double overlap) {}

  private QuotePairs() {}

  /** For each quote of the gold the place of its partner in the run, or -1. */
  static int[] pair(List<String> gold, List<String> run) {
    List<List<String>> goldWords = gold.stream().map(WordBag::words).toList();
    List<List<String>> runWords = run.stream().map(WordBag::words).toList();
    int[] partner = new int[gold.size()];
    boolean[] taken = new boolean[run.size()];
    Map<List<String>, Deque<Integer>> places = new HashMap<>();
    for (int j = 0; j < taken.length; j++) {
      places.computeIfAbsent(runWords.get(j), words -> new ArrayDeque<>()).add(j);
    }
    for (int i = 0; i < partner.length; i++) {
      Deque<Integer> equal = places.get(goldWords.get(i));
      partner[i] = equal == null || equal.isEmpty() ? -1 : equal.remove();
      if (partner[i] >= 0) {
        taken[partner[i]] = true;
      }
    }
    for (Candidate candidate : candidates(goldWords, runWords, partner, taken)) {
      if (partner[candidate.gold] < 0 && !taken[candidate.run]) {
        partner[candidate.gold] = candidate.run;
        taken[candidate.run] = true;
      }
    }
    return partner;
  }

  private static List<Candidate> candidates(
      List<List<String>> gold, List<List<String>> run, int[] partner, boolean[] taken) {
    List<Candidate> candidates = new ArrayList<>();
    List<Map<List<String>, Integer>> runBags =
        run.stream().map(words -> WordBag.shingles(words, 1)).toList();
    for (int i = 0; i < Math.min(MAX_COMPARED, partner.length); i++) {
      if (partner[i] < 0) {
        Map<List<String>, Integer> bag = WordBag.shingles(gold.get(i), 1);
        for (int j = 0; j < Math.min(MAX_COMPARED, taken.length); j++) {
          int all = gold.get(i).size() + run.get(j).size();
          double overlap =
              taken[j] || all == 0 ? 0 : 2.0 * WordBag.common(bag, runBags.get(j)) / all;
          if (overlap >= MIN_OVERLAP) {
            candidates.add(new Candidate(i, j, overlap));
          }
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::overlap)
            .reversed()
            .thenComparingInt(c -> Math.abs(c.gold - c.run)));
    return candidates;
  }
}
