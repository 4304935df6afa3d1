package io.dateline.diff;

import java.util.Locale;

/** What has become of a field, or of an article. */
public enum ChangeKind {
  /** The field was empty. */
  FILLED,
  /** The field is empty. */
  EMPTIED,
  /** The field was filled, and is filled otherwise. */
  CHANGED,
  /** The article was not there. */
  APPEARED,
  /** The article is not there. */
  VANISHED;

  /** As it is written in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of a field with these two values, which differ. */
  static ChangeKind of(String before, String after) {
    return before.isEmpty() ? FILLED : after.isEmpty() ? EMPTIED : CHANGED;
  }
}
