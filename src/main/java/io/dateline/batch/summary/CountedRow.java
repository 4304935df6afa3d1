package io.dateline.batch.summary;

import io.dateline.summary.ArticleFacts;

/**
 * An article's row as far as summaries want to know it.
 *
 * @param fileNumber number of its file in the run's manifest
 */
record CountedRow(
    long runId, long ordinal, long fileNumber, String contentSha256, ArticleFacts facts) {

  private static final int KEY_DIGITS = 16;

  /** The key under which {@code article_texts} finds a text: the first 64 bits of its hash. */
  static long textKey(String contentSha256) {
    return Long.parseUnsignedLong(contentSha256, 0, KEY_DIGITS, 16);
  }

  long textKey() {
    return textKey(contentSha256);
  }
}
