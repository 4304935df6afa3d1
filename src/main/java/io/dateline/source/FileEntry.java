package io.dateline.source;

import io.dateline.article.SourceItem;

/** What a file holds at one place. */
public sealed interface FileEntry {

  /** A document, or the reason why there is none. */
  record Item(SourceItem item) implements FileEntry {}

  /**
   * A piece of a container that is no document by its nature.
   *
   * @param kind what it is, in the plural
   */
  record PassedOver(String kind) implements FileEntry {}
}
