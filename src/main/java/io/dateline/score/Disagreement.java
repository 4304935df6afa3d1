package io.dateline.score;

/**
 * A place where gold and run differ.
 *
 * @param article what names the article in the gold: path, id or address
 * @param field name of the column, {@code quote}, or {@code article} if the run has none
 * @param kind what is the matter
 * @param gold the gold's cell, whole; may be empty
 * @param run the run's cell, whole; may be empty
 * @param quote the quote whose column it is, or empty
 */
public record Disagreement(
    String article, String field, Kind kind, String gold, String run, String quote) {

  /** What is the matter. */
  public enum Kind {
    /** The gold has a value and the run none. */
    MISSING,
    /** Both have a value, and they differ. */
    WRONG,
    /** The run has a value where there should be none. */
    EXTRA;

    static Kind of(String gold, String run) {
      return run.isEmpty() ? MISSING : gold.isEmpty() ? EXTRA : WRONG;
    }
  }
}
