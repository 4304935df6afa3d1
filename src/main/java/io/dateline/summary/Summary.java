package io.dateline.summary;

import java.util.Locale;

/**
 * The aggregates of an archive's current state: how many rows of a table each value of a column
 * has. An absent value is a group of its own with an empty key.
 */
public enum Summary {
  ARTICLES_BY_MONTH(
      "article_rows", "month", "SUBSTRING(x.date_published FROM 1 FOR 7)", "articles"),
  ARTICLES_BY_PROVIDER("article_rows", "provider", "x.provider", "articles"),
  ARTICLES_BY_PUBLISHER("article_rows", "publisher", "x.publisher", "articles"),
  ARTICLES_BY_LANGUAGE("article_rows", "in_language", "x.in_language", "articles"),
  ARTICLES_BY_COUNTRY("article_rows", "dateline_country", "x.dateline_country", "articles"),
  ARTICLES_BY_PLACE("article_rows", "dateline_place", "x.dateline_place", "articles"),
  QUOTES_BY_SPEAKER("quote_rows", "speaker", "x.speaker", "quotes"),
  REJECTIONS_BY_REASON("rejection_rows", "reason", "x.reason", "rejections");

  private final String table;
  private final String keyColumn;
  private final String keyExpression;
  private final String countColumn;

  Summary(String table, String keyColumn, String keyExpression, String countColumn) {
    this.table = table;
    this.keyColumn = keyColumn;
    this.keyExpression = keyExpression;
    this.countColumn = countColumn;
  }

  /** Name of the file below {@code summary/}, without its ending. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Header of the first column. */
  public String keyColumn() {
    return keyColumn;
  }

  /** Header of the second column. */
  public String countColumn() {
    return countColumn;
  }

  /** The table whose rows are counted. */
  public String table() {
    return table;
  }

  /** SQL for the key of a row, the table's alias being {@code x}. */
  public String keyExpression() {
    return keyExpression;
  }
}
