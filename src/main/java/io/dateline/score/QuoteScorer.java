package io.dateline.score;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges the quotes of one article after the other. Not safe for use by several threads. */
final class QuoteScorer {

  private final GoldQuotes gold;
  private final DisagreementListener listener;
  private final List<Tally> tallies = new ArrayList<>();
  private final Set<String> judged = new HashSet<>();

  QuoteScorer(GoldQuotes gold, DisagreementListener listener) {
    this.gold = gold;
    this.listener = listener;
    tallies.add(new Tally("quote"));
    gold.columns().stream().skip(1).forEach(name -> tallies.add(new Tally("quote and " + name)));
  }

  /**
   * Judges the quotes of an article.
   *
   * @param key its key in the gold
   * @param run its quotes in the run, cells in the order of the gold's columns
   */
  void judge(String key, List<List<String>> run) throws IOException, ScoreRefusedException {
    if (!judged.add(key)) {
      throw new ScoreRefusedException(
          ScoreRefusedException.Reason.RUN,
          "The quotes of "
              + Join.name(key)
              + " do not stand together in quotes.csv; score a run's own files.");
    }
    List<List<String>> wanted = gold.quotes().getOrDefault(key, List.of());
    int[] partner = QuotePairs.pair(texts(wanted), texts(run));
    int[] correct = new int[tallies.size()];
    boolean[] used = new boolean[run.size()];
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] < 0) {
        tell(key, "quote", wanted.get(i).get(0), "", "");
        continue;
      }
      used[partner[i]] = true;
      correct[0]++;
      for (int c = 1; c < correct.length; c++) {
        String want = wanted.get(i).get(c);
        String have = run.get(partner[i]).get(c);
        if (Comparison.folded(want).equals(Comparison.folded(have))) {
          correct[c]++;
        } else {
          tell(key, gold.columns().get(c), want, have, wanted.get(i).get(0));
        }
      }
    }
    for (int j = 0; j < used.length; j++) {
      if (!used[j]) {
        tell(key, "quote", "", run.get(j).get(0), "");
      }
    }
    for (int c = 0; c < correct.length; c++) {
      tallies.get(c).add(Judgement.ofCounts(wanted.size(), run.size(), correct[c]));
    }
  }

  /** Judges the articles in which the run has no quotes. */
  void judgeTheRest() throws IOException, ScoreRefusedException {
    for (Map.Entry<String, List<List<String>>> article : gold.quotes().entrySet()) {
      if (!judged.contains(article.getKey())) {
        judge(article.getKey(), List.of());
      }
    }
  }

  List<FieldScore> scores() {
    return tallies.stream().map(Tally::score).toList();
  }

  private void tell(String key, String field, String want, String have, String quote)
      throws IOException {
    listener.accept(
        new Disagreement(
            Join.name(key), field, Disagreement.Kind.of(want, have), want, have, quote));
  }

  private static List<String> texts(List<List<String>> quotes) {
    return quotes.stream().map(quote -> quote.get(0)).toList();
  }
}
