package io.dateline.diff;

import java.util.Locale;

/** What of both sides is compared. */
public enum Scope {
  /** Entries of source files of which both sides have articles or rejections. */
  FILES,
  /** Entries of which both sides have an article or a rejection. */
  ENTRIES,
  /** Everything: what one side has not is vanished or appeared. */
  ALL;

  /** As it is written in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
