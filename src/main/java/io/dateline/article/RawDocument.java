package io.dateline.article;

import java.util.Objects;

/**
 * The bytes of one document, as read.
 *
 * <p>A class rather than a record, since a record's equality would compare the array by identity.
 * The array is not copied: whoever makes a document gives the array away.
 */
public final class RawDocument implements SourceItem {

  private final long ordinal;
  private final EntryId id;
  private final byte[] content;
  private final Capture capture;

  /** A document of these bytes; {@code content} must not be changed afterwards. */
  public RawDocument(long ordinal, EntryId id, byte[] content, Capture capture) {
    this.ordinal = ordinal;
    this.id = Objects.requireNonNull(id);
    this.content = Objects.requireNonNull(content);
    this.capture = Objects.requireNonNull(capture);
  }

  @Override
  public long ordinal() {
    return ordinal;
  }

  @Override
  public EntryId id() {
    return id;
  }

  /** The bytes themselves, not a copy: read only. */
  public byte[] content() {
    return content;
  }

  public Capture capture() {
    return capture;
  }

  @Override
  public String toString() {
    return "RawDocument[" + id + ", " + content.length + " bytes]";
  }
}
