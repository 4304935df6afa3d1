package io.dateline.batch.summary;

import io.dateline.batch.rows.TextKey;
import io.dateline.summary.ArticleFacts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article's row as far as summaries want to know it.
 *
 * @param fileNumber number of its file in the run's manifest
 */
record CountedRow(
    long runId, long ordinal, long fileNumber, String contentSha256, ArticleFacts facts) {

  /** The same row with the quotes of its article. */
  CountedRow withQuotes(Map<@Nullable String, Long> quotesBySpeaker) {
    return new CountedRow(
        runId, ordinal, fileNumber, contentSha256, facts.withQuotes(quotesBySpeaker));
  }

  long textKey() {
    return TextKey.of(contentSha256);
  }
}
