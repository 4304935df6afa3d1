package io.dateline.article;

import org.jspecify.annotations.Nullable;

/**
 * A document whose bytes have become text.
 *
 * @param id the entry's name
 * @param text the whole text, decoded, without a byte order mark; not normalised
 * @param mediaType what the content is by its looks: {@code text/plain}, {@code text/html}, {@code
 *     application/xhtml+xml} or that of a {@link NewsroomFormat}
 * @param charset IANA name of the encoding it was decoded with
 * @param replacementCharacters how many U+FFFD the decoding put in; those of the file not counted
 * @param sizeBytes size of the document before decoding, in bytes
 * @param capture how it was fetched
 */
public record TextDocument(
    EntryId id,
    String text,
    String mediaType,
    String charset,
    int replacementCharacters,
    long sizeBytes,
    Capture capture) {

  /** The newsroom's format that the text is in, or null if it is in none. */
  public @Nullable NewsroomFormat newsroomFormat() {
    return NewsroomFormat.of(mediaType);
  }

  /** Whether the text is markup, to be parsed as HTML or as a newsroom's format. */
  public boolean isHtml() {
    return !mediaType.equals("text/plain");
  }
}
