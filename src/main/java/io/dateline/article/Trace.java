package io.dateline.article;

import org.jspecify.annotations.Nullable;

/**
 * Hears why an article came out as it did: for {@code inspect --explain}. Everything else uses
 * {@link #NONE}, and pays nothing.
 */
public interface Trace {

  /** Hears nothing. */
  Trace NONE = new Trace() {};

  /** Whether anybody listens, so that costly reasons need not be put together. */
  default boolean isOn() {
    return false;
  }

  /**
   * A value that was considered for a field.
   *
   * @param source where it came from, as in the column {@code field_sources}
   * @param chosen whether it won
   * @param reason why it won or lost
   */
  default void candidate(
      ArticleField field, @Nullable String value, String source, boolean chosen, String reason) {}

  /** What the job's own selectors found on the page. */
  default void selected(SelectedParts parts) {}

  /** A block of the page that was kept in or dropped from the body, and why. */
  default void block(Block block, boolean kept, String reason) {}
}
