package io.dateline.article;

import org.jspecify.annotations.Nullable;

/**
 * What the container says of how a document was fetched; each part is absent for a plain file.
 *
 * @param recordId WARC-Record-ID or the like
 * @param url the address the document was fetched from
 * @param date when it was fetched, ISO 8601
 * @param mediaType media type that the server or container declared, without parameters
 * @param charset character encoding that the server or container declared
 */
public record Capture(
    @Nullable String recordId,
    @Nullable String url,
    @Nullable String date,
    @Nullable String mediaType,
    @Nullable String charset) {

  /** Nothing is known of the fetch. */
  public static final Capture UNKNOWN = new Capture(null, null, null, null, null);
}
