package io.dateline.article;

import java.util.Locale;

/** Where in the data's way an entry was rejected. */
public enum Stage {
  READ,
  PARSE,
  VALIDATE,
  EXTRACT;

  /** The name in {@code rejections.csv}: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
