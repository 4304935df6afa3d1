package io.dateline.summary;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A field that a run filled much less often than the runs before it.
 *
 * @param publisher as in {@link FieldFill}
 * @param field name of the column
 * @param filled articles of the run that have the field
 * @param articles articles of the run
 * @param trailingFilled articles of the runs before it that have the field
 * @param trailingArticles articles of the runs before it
 */
public record QualityDrop(
    @Nullable String publisher,
    String field,
    long filled,
    long articles,
    long trailingFilled,
    long trailingArticles) {

  /** Name of the data gate that fails by it, and of its line in what a run prints. */
  public static final String GATE = "QUALITY_DROP";

  /** Most that are kept of one run. */
  public static final int MAX_KEPT = 100;

  static QualityDrop of(FieldFill now, long trailingFilled, long trailingArticles) {
    return new QualityDrop(
        now.publisher(),
        now.field(),
        now.filled(),
        now.articles(),
        trailingFilled,
        trailingArticles);
  }

  /** Whether it is of all publishers together. */
  public boolean ofAll() {
    return FieldFill.ALL.equals(publisher);
  }

  /** Whether it is of the articles of one publisher that names itself. */
  public boolean ofOnePublisher() {
    return publisher != null && !ofAll();
  }

  /** Whose articles have the field no more: a publisher as it names itself, or words for others. */
  public String owner() {
    return publisher == null
        ? "articles without a publisher"
        : ofOnePublisher() ? publisher : "all publishers together";
  }

  /** {@code in 3 of 50 articles (6 %), before in 490 of 500 (98 %)}. */
  public String counts() {
    return String.format(
        Locale.ROOT,
        "in %,d of %,d articles (%.0f %%), before in %,d of %,d (%.0f %%)",
        filled,
        articles,
        100.0 * filled / articles,
        trailingFilled,
        trailingArticles,
        100.0 * trailingFilled / trailingArticles);
  }

  /** By how much the share of articles that have the field has fallen, from 0 to 1. */
  double fall() {
    return (double) trailingFilled / trailingArticles - (double) filled / articles;
  }
}
