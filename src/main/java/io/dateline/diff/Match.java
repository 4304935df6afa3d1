package io.dateline.diff;

import java.util.Locale;

/** By what two articles are taken for the same one. */
public enum Match {
  /** Their {@code article_id}: the same place in the input. */
  ID("article_id"),
  /** Their {@code url}, wherever they are. */
  URL("url"),
  /** Their {@code content_sha256}: equal headline and body, wherever they are. */
  CONTENT("content_sha256");

  private final String column;

  Match(String column) {
    this.column = column;
  }

  /** The column that is compared. */
  public String column() {
    return column;
  }

  /** As it is written on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
