package io.dateline.batch.summary;

import io.dateline.batch.rows.TextKey;
import io.dateline.summary.ArticleFacts;

/**
 * An article's row as far as summaries want to know it.
 *
 * @param fileNumber number of its file in the run's manifest
 */
record CountedRow(
    long runId, long ordinal, long fileNumber, String contentSha256, ArticleFacts facts) {

  long textKey() {
    return TextKey.of(contentSha256);
  }
}
