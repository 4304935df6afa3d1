package io.dateline.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the container says of a document and of how it was fetched; each part is absent for a plain
 * file.
 *
 * @param recordId WARC-Record-ID or the like
 * @param url the address the document was fetched from
 * @param date when it was fetched, ISO 8601
 * @param mediaType media type that the server or container declared, without parameters
 * @param charset character encoding that the server or container declared
 * @param statements what the container says that the document holds, such as the fields of a JSON
 *     object beside its text; their values are neither folded nor bounded here
 */
public record Capture(
    @Nullable String recordId,
    @Nullable String url,
    @Nullable String date,
    @Nullable String mediaType,
    @Nullable String charset,
    List<Metadatum> statements) {

  /** Nothing is known of the fetch. */
  public static final Capture UNKNOWN = new Capture(null, null, null, null, null);

  public Capture {
    statements = List.copyOf(statements);
  }

  /** How a document was fetched, by a container that says nothing of what it holds. */
  public Capture(
      @Nullable String recordId,
      @Nullable String url,
      @Nullable String date,
      @Nullable String mediaType,
      @Nullable String charset) {
    this(recordId, url, date, mediaType, charset, List.of());
  }

  /** The same without statements. */
  Capture withoutStatements() {
    return statements.isEmpty() ? this : new Capture(recordId, url, date, mediaType, charset);
  }
}
