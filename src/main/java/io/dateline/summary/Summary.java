package io.dateline.summary;

import java.util.List;
import java.util.Locale;

/**
 * The aggregates of an archive's current state. Each counts rows by one value or two, an absent
 * value being a group of its own with an empty key, and of most groups a second thing beside the
 * rows.
 */
public enum Summary {
  ARTICLES_BY_DAY(Second.DISTINCT_TEXTS, "articles", "day_published"),
  ARTICLES_BY_MONTH(Second.DISTINCT_TEXTS, "articles", "month_published"),
  ARTICLES_BY_PROVIDER(Second.DISTINCT_TEXTS, "articles", "provider"),
  ARTICLES_BY_COUNTRY(Second.DISTINCT_TEXTS, "articles", "dateline_country"),
  ARTICLES_BY_PLACE(Second.DISTINCT_TEXTS, "articles", "dateline_place", "dateline_country"),
  ARTICLES_BY_PUBLISHER(Second.DISTINCT_TEXTS, "articles", "publisher"),
  ARTICLES_BY_LANGUAGE(Second.DISTINCT_TEXTS, "articles", "in_language"),
  ARTICLES_BY_SECTION(Second.DISTINCT_TEXTS, "articles", "article_section"),
  ARTICLES_BY_EXTRACTOR_VERSION(Second.DISTINCT_TEXTS, "articles", "extractor_version"),
  QUOTES_BY_SPEAKER(Second.DISTINCT_TEXTS, "quotes", "speaker"),
  REJECTIONS_BY_REASON(Second.NONE, "rejections", "reason"),
  FIELDS_BY_PUBLISHER(Second.FILLED, "articles", "publisher", "field");

  /** Raise it whenever what is counted changes: then the next run counts the whole archive anew. */
  public static final int VERSION = 1;

  /** What is counted of a group beside its rows. */
  public enum Second {
    /** Nothing. */
    NONE(""),
    /** Distinct values of {@code content_sha256} among the articles that the rows stand in. */
    DISTINCT_TEXTS("distinct_texts"),
    /** Articles whose field is filled. */
    FILLED("filled");

    private final String column;

    Second(String column) {
      this.column = column;
    }
  }

  private final Second second;
  private final String countColumn;

  @SuppressWarnings("ImmutableEnumChecker") // an immutable list of strings
  private final List<String> keyColumns;

  Summary(Second second, String countColumn, String... keyColumns) {
    this.second = second;
    this.countColumn = countColumn;
    this.keyColumns = List.of(keyColumns);
  }

  /** Name of the file below {@code summary/} without its ending, and of the view. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The columns whose values make up a group, one or two. */
  public List<String> keyColumns() {
    return keyColumns;
  }

  /** The columns of counts, one or two: rows, and the second count. */
  public List<String> countColumns() {
    return second == Second.NONE ? List.of(countColumn) : List.of(countColumn, second.column);
  }

  /** What is counted beside the rows. */
  public Second second() {
    return second;
  }
}
