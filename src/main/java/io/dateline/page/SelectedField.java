package io.dateline.page;

/** A field whose place on the page a job file may name by a selector. */
public enum SelectedField {
  HEADLINE("headline", "headline", 1),
  ALTERNATIVE_HEADLINE("alternative-headline", "alternativeHeadline", 1),
  DATE_PUBLISHED("date-published", "datePublished", SelectedField.MAX_DATES),
  DATE_MODIFIED("date-modified", "dateModified", SelectedField.MAX_DATES),
  AUTHORS("authors", "author", SelectedField.MAX_AUTHORS),
  ARTICLE_SECTION("article-section", "articleSection", 1);

  /** The first that is a date counts; in front of it may stand a label. */
  private static final int MAX_DATES = 5;

  /** Longer lists are contributors. */
  private static final int MAX_AUTHORS = 30;

  private final String key;
  private final String property;
  private final int maxValues;

  SelectedField(String key, String property, int maxValues) {
    this.key = key;
    this.property = property;
    this.maxValues = maxValues;
  }

  /** The setting. */
  public String key() {
    return key;
  }

  /** The schema.org property of its statements. */
  String property() {
    return property;
  }

  /** Elements that are read for it. */
  int maxValues() {
    return maxValues;
  }

  boolean isDate() {
    return this == DATE_PUBLISHED || this == DATE_MODIFIED;
  }
}
