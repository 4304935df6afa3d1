package io.dateline.score;

import io.dateline.output.ArticleColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scores a run: reads its files once, row by row, and keeps only what the gold names.
 *
 * <p>One scoring each. Not safe for use by several threads.
 */
public final class Scorer {

  private final RunFolder run;
  private final GoldArticles gold;
  private final @Nullable GoldQuotes goldQuotes;
  private final DisagreementListener listener;
  private final List<Tally> tallies;

  /** Keys of the gold of the quotes, by article of the run. */
  private final Map<String, String> quoted = new HashMap<>();

  private final Set<String> seen = new HashSet<>();
  private final Set<String> seenByQuotes = new HashSet<>();
  private long disagreements;

  private Scorer(
      RunFolder run,
      GoldArticles gold,
      @Nullable GoldQuotes goldQuotes,
      DisagreementListener listener) {
    this.run = run;
    this.gold = gold;
    this.goldQuotes = goldQuotes;
    this.listener = listener;
    tallies = gold.columns().stream().map(column -> new Tally(column.label())).toList();
  }

  /**
   * Scores a run.
   *
   * @throws ScoreRefusedException if a file is missing or cannot be used
   * @throws IOException if a file of the run cannot be read, or the listener fails
   */
  public static ScoreReport score(ScoreRequest request, DisagreementListener listener)
      throws IOException, ScoreRefusedException {
    GoldArticles gold = GoldArticles.read(request.gold(), request.goldQuotes() != null);
    GoldQuotes quotes = request.goldQuotes() == null ? null : GoldQuotes.read(request.goldQuotes());
    RunFolder run = RunFolder.of(request.run());
    if (quotes != null) {
      run.require("quotes.csv");
    }
    return new Scorer(run, gold, quotes, listener).score();
  }

  private ScoreReport score() throws IOException, ScoreRefusedException {
    readArticles();
    long rejected = judgeAbsent(readRejections());
    List<FieldScore> quotes = goldQuotes == null ? List.of() : scoreQuotes(goldQuotes);
    return new ScoreReport(
        gold.rows().size(),
        seen.size(),
        rejected,
        tallies.stream().map(Tally::score).toList(),
        quotes,
        disagreements);
  }

  private void readArticles() throws IOException, ScoreRefusedException {
    try (CsvRows rows = run.open("articles.csv")) {
      for (String column : needed()) {
        if (!rows.columns().contains(column)) {
          throw run.lacks("articles.csv", column);
        }
      }
      for (CsvRow row = rows.next(); row != null; row = rows.next()) {
        String key = gold.join().key(row);
        List<String> wanted = gold.rows().get(key);
        if (wanted != null) {
          once(seen, key, gold.join());
          judge(key, wanted, row);
        }
        if (goldQuotes != null) {
          String quotesKey = goldQuotes.join().key(row);
          if (goldQuotes.quotes().containsKey(quotesKey)) {
            once(seenByQuotes, quotesKey, goldQuotes.join());
            quoted.put(row.cell("article_id"), quotesKey);
          }
        }
      }
    }
  }

  private List<String> needed() {
    List<String> needed = new ArrayList<>(gold.join().columns());
    gold.columns().forEach(column -> needed.add(column.label()));
    if (goldQuotes != null) {
      needed.addAll(goldQuotes.join().columns());
      needed.add("article_id");
    }
    return needed;
  }

  private static void once(Set<String> seen, String key, Join join) throws ScoreRefusedException {
    if (!seen.add(key)) {
      throw new ScoreRefusedException(
          ScoreRefusedException.Reason.GOLD,
          "Several articles of the run have the "
              + join.main()
              + " "
              + Join.name(key)
              + "; give the gold the column "
              + join.finer()
              + " too.");
    }
  }

  private void judge(String key, List<String> wanted, @Nullable CsvRow row) throws IOException {
    for (int i = 0; i < tallies.size(); i++) {
      ArticleColumn column = gold.columns().get(i);
      String want = wanted.get(i);
      String have = row == null ? "" : row.cell(column.label());
      Judgement judgement = Comparison.of(column).judge(want, have);
      tallies.get(i).add(judgement);
      // Of an article that is not there, one line says all.
      if (!judgement.agrees() && row != null) {
        tell(
            new Disagreement(
                Join.name(key), column.label(), Disagreement.Kind.of(want, have), want, have, ""));
      }
    }
  }

  /** Why the run rejected articles of the gold, by key. */
  private Map<String, String> readRejections() throws IOException {
    Map<String, String> reasons = new HashMap<>();
    if (!run.has("rejections.csv") || !gold.join().main().equals("source_path")) {
      return reasons;
    }
    try (CsvRows rows = run.open("rejections.csv")) {
      for (CsvRow row = rows.next(); row != null; row = rows.next()) {
        String key = gold.join().key(row);
        if (gold.rows().containsKey(key)) {
          reasons.putIfAbsent(key, row.cell("reason"));
        }
      }
    }
    return reasons;
  }

  private long judgeAbsent(Map<String, String> reasons) throws IOException {
    long rejected = 0;
    for (Map.Entry<String, List<String>> article : gold.rows().entrySet()) {
      String key = article.getKey();
      if (!seen.contains(key)) {
        String reason = reasons.get(key);
        rejected += reason == null ? 0 : 1;
        judge(key, article.getValue(), null);
        tell(
            new Disagreement(
                Join.name(key),
                "article",
                Disagreement.Kind.MISSING,
                "",
                reason == null ? "not in the run" : "rejected: " + reason,
                ""));
      }
    }
    return rejected;
  }

  private List<FieldScore> scoreQuotes(GoldQuotes wanted)
      throws IOException, ScoreRefusedException {
    QuoteScorer scorer = new QuoteScorer(wanted, this::tell);
    try (CsvRows rows = run.open("quotes.csv")) {
      List<String> needed = new ArrayList<>(wanted.columns());
      needed.add("article_id");
      for (String column : needed) {
        if (!rows.columns().contains(column)) {
          throw run.lacks("quotes.csv", column);
        }
      }
      String key = null;
      List<List<String>> quotes = new ArrayList<>();
      for (CsvRow row = rows.next(); row != null; row = rows.next()) {
        String keyOfRow = quoted.get(row.cell("article_id"));
        if (key != null && !key.equals(keyOfRow)) {
          scorer.judge(key, quotes);
          quotes.clear();
        }
        key = keyOfRow;
        if (key != null) {
          quotes.add(wanted.columns().stream().map(row::cell).toList());
        }
      }
      if (key != null) {
        scorer.judge(key, quotes);
      }
    }
    scorer.judgeTheRest();
    return scorer.scores();
  }

  private void tell(Disagreement disagreement) throws IOException {
    disagreements++;
    listener.accept(disagreement);
  }
}
