package io.dateline.batch.selection;

import io.dateline.output.ArticleColumn;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the archive says of itself, so far as a selection can ask for it.
 *
 * @param runId key of the run that made it
 * @param extractorVersion version of the rules that made it
 * @param articleId of a rejection, the id that an article would have there; empty where no
 *     selection asks for it
 * @param facets empty for a rejection, with the day of the capture where none was published
 * @param reason of a rejection, null for an article
 * @param empty which of the columns that a selection asks for are empty
 */
record RowFacts(
    long runId,
    String extractorVersion,
    String articleId,
    Facets facets,
    @Nullable String reason,
    Set<ArticleColumn> empty) {

  /** The facets of what has none. */
  static final Facets NO_FACETS = new Facets(null, null, null, null);

  RowFacts {
    empty = Set.copyOf(empty);
  }
}
