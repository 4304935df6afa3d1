package io.dateline.validate;

import io.dateline.article.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one document.
 *
 * @param rejection why it is none, by the first broken rule that rejects; absent if it passes
 * @param warnings codes of the broken rules that warn, in the rules' order
 */
public record Verdict(@Nullable Rejection rejection, List<String> warnings) {

  public Verdict {
    warnings = List.copyOf(warnings);
  }

  /** Whether the document goes on. */
  public boolean passes() {
    return rejection == null;
  }
}
