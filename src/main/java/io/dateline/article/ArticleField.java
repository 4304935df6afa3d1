package io.dateline.article;

import java.util.Locale;

/** The extracted fields of an article that say where they came from, in column order. */
public enum ArticleField {
  URL,
  PUBLISHER,
  HEADLINE,
  ALTERNATIVE_HEADLINE,
  DATE_PUBLISHED,
  DATE_MODIFIED,
  CAPTURE_DATE,
  DATELINE,
  DATELINE_COUNTRY,
  DATE_CREATED,
  PROVIDER,
  BYLINE,
  AUTHORS,
  ARTICLE_SECTION,
  KEYWORDS,
  IN_LANGUAGE,
  ABSTRACT,
  ARTICLE_BODY,
  IMAGE;

  /** The column's name: lower case. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
