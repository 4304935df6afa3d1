package io.dateline.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one entry: an article or a rejection, never both and never neither. */
public sealed interface Outcome {

  /** The entry's place in manifest order. */
  long ordinal();

  /**
   * An article.
   *
   * @param warnings codes of the rules it broke without being rejected, in the rules' order
   */
  record Accepted(long ordinal, Article article, List<String> warnings) implements Outcome {
    public Accepted {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * A rejection.
   *
   * @param retryOn run date from which the same bytes would be an article, ISO 8601; null if none
   *     is known
   */
  record Rejected(long ordinal, Rejection rejection, @Nullable String retryOn) implements Outcome {

    /** A rejection that no later date undoes. */
    public Rejected(long ordinal, Rejection rejection) {
      this(ordinal, rejection, null);
    }
  }
}
