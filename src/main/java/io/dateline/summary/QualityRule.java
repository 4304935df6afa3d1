package io.dateline.summary;

import io.dateline.article.ArticleField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a field is filled so much less often than before that somebody should look: the
 * template of a site may have changed.
 *
 * <p>Compares shares of articles. A share has dropped if it fell by {@code drop} or more (absolute:
 * from 0.9 to 0.7 is 0.2), both sides have enough articles, and the fall is more than {@value
 * #STANDARD_ERRORS} standard errors of the difference of two <a
 * href="https://en.wikipedia.org/wiki/Two-proportion_Z-test">proportions</a>, so that the small
 * numbers of a quiet night do not look like one.
 *
 * <p>A publisher of which either side has nothing is not compared: what is new has no past, and a
 * publisher that is missing has filled no field badly.
 *
 * @param drop least fall, from above 0 to 1
 * @param minArticles least articles, now and before
 * @param fields which are looked at; empty for all
 */
public record QualityRule(double drop, long minArticles, Set<ArticleField> fields) {

  /** How far beyond chance: one comparison in some 700 passes it by chance alone. */
  static final int STANDARD_ERRORS = 3;

  /** Greatest fall first, then by the bytes of the publisher, then by field. */
  private static final Comparator<QualityDrop> WORST_FIRST =
      Comparator.comparingDouble((QualityDrop drop) -> -drop.fall())
          .thenComparing(drop -> GroupKey.of(drop.publisher()))
          .thenComparing(QualityDrop::field);

  public QualityRule {
    fields = Set.copyOf(fields);
  }

  private record Key(@Nullable String publisher, String field) {}

  /**
   * What has dropped, the worst first, {@link QualityDrop#MAX_KEPT} at most.
   *
   * @param now counts of a run, each publisher and field once
   * @param before counts of the runs before it, which are added up
   */
  public List<QualityDrop> drops(List<FieldFill> now, List<FieldFill> before) {
    Map<Key, long[]> trailing = new HashMap<>();
    for (FieldFill fill : before) {
      long[] sums =
          trailing.computeIfAbsent(new Key(fill.publisher(), fill.field()), k -> new long[2]);
      sums[0] += fill.filled();
      sums[1] += fill.articles();
    }
    Set<String> columns = fields.stream().map(ArticleField::column).collect(Collectors.toSet());
    List<QualityDrop> drops = new ArrayList<>();
    for (FieldFill fill : now) {
      long[] sums = trailing.get(new Key(fill.publisher(), fill.field()));
      if (sums != null && (columns.isEmpty() || columns.contains(fill.field()))) {
        QualityDrop candidate = QualityDrop.of(fill, sums[0], sums[1]);
        if (isDrop(candidate)) {
          drops.add(candidate);
        }
      }
    }
    drops.sort(WORST_FIRST);
    return List.copyOf(drops.subList(0, Math.min(drops.size(), QualityDrop.MAX_KEPT)));
  }

  private boolean isDrop(QualityDrop candidate) {
    long articles = candidate.articles();
    long before = candidate.trailingArticles();
    if (articles < minArticles || before < minArticles) {
      return false;
    }
    double fall = candidate.fall();
    double pooled =
        (double) (candidate.filled() + candidate.trailingFilled()) / (articles + before);
    double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / articles + 1.0 / before));
    return fall >= drop && fall > STANDARD_ERRORS * error;
  }
}
