package io.dateline.article;

/** One entry as the source hands it on: a document, or the reason why there is none. */
public sealed interface SourceItem permits RawDocument, Unreadable {

  /** The entry's name. */
  EntryId id();

  /** The entry's place in manifest order; unique in a run. */
  long ordinal();
}
