package io.dateline.article;

import java.util.List;

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

  /** A rejection. */
  record Rejected(long ordinal, Rejection rejection) implements Outcome {}
}
