package io.dateline.score;

import java.util.List;

/**
 * What came out of holding a run against a gold file.
 *
 * @param goldArticles articles that the gold files name
 * @param foundArticles those of them that are articles of the run
 * @param rejectedArticles those of them that the run rejected
 * @param fields the columns that the gold has, in the order of {@code articles.csv}
 * @param quotes a quote by its text, then with each further column that the gold of the quotes has;
 *     empty if there is no such gold
 * @param disagreements how many places differ
 */
public record ScoreReport(
    long goldArticles,
    long foundArticles,
    long rejectedArticles,
    List<FieldScore> fields,
    List<FieldScore> quotes,
    long disagreements) {

  public ScoreReport {
    fields = List.copyOf(fields);
    quotes = List.copyOf(quotes);
  }
}
