package io.dateline.batch.settings;

import io.dateline.article.ArticleField;
import io.dateline.summary.QualityRule;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Set;

/**
 * When a field that is filled less often than before is worth a word.
 *
 * @param runs runs before this one that it is compared with
 * @param drop least fall of the share of articles that have the field, from above 0 to 1
 * @param minArticles least articles of a publisher, in the run and in those before it
 * @param fields which are looked at; empty for all
 * @param gate whether a drop is a failed gate
 */
public record QualitySettings(
    @Min(1) @Max(100) int runs,
    @DecimalMin(value = "0.01", message = MUST_BE_A_SHARE)
        @DecimalMax(value = "1", message = MUST_BE_A_SHARE)
        double drop,
    @Min(1) @Max(1_000_000) int minArticles,
    List<ArticleField> fields,
    boolean gate) {

  private static final String MUST_BE_A_SHARE = "must be between 0.01 and 1";

  public QualitySettings {
    fields = List.copyOf(fields);
  }

  /** The rule that these settings make. */
  public QualityRule rule() {
    return new QualityRule(drop, minArticles, Set.copyOf(fields));
  }

  static QualitySettings defaults() {
    return new QualitySettings(10, 0.2, 20, List.of(), false);
  }
}
