package io.dateline.page.newsroom;

import org.jspecify.annotations.Nullable;

/** Hears of a document's elements in their order. Names are without prefixes. */
interface XmlListener {

  /** The attributes of one element, while it is heard of. */
  interface Attributes {

    /** The value of the attribute of this name without its prefix, or null. */
    @Nullable String get(String name);
  }

  void start(String name, Attributes attributes);

  void end(String name);

  void text(String chunk);

  /** Whether it has heard enough, so that the rest need not be read. */
  default boolean isDone() {
    return false;
  }
}
