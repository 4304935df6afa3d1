package io.dateline.article;

/**
 * An entry that could not be read, as a value: it flows in order with the documents and becomes a
 * row of {@code rejections.csv}.
 */
public record Unreadable(long ordinal, Rejection rejection) implements SourceItem {
  @Override
  public EntryId id() {
    return rejection.id();
  }
}
