package io.dateline.article;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the selectors that a job file has for a page found there, or what its format marks. The
 * values of fields stand among the page's {@link Metadatum}s, with the source {@link
 * Metadatum.Source#SELECTOR}.
 *
 * @param source the entry of the job file that fits the page, as {@code extraction.sources[0]};
 *     absent if none does
 * @param story indexes of the blocks that stand inside what the job calls the story; empty if it
 *     calls nothing so, or nothing of that is on the page
 * @param findings one for each selector of the entry, in the order of the job file
 */
public record SelectedParts(@Nullable String source, Set<Integer> story, List<Finding> findings) {

  /** Key of the selector of the story. */
  public static final String STORY = "story";

  /**
   * What one selector found.
   *
   * @param key the setting, as {@code date-published}
   * @param selector the selector as it is written
   * @param elements elements with a text that it fits, those in removed elements aside
   */
  public record Finding(String key, String selector, int elements) {}

  /** Key of the finding of a story that the document's own format marks as one. */
  private static final String MARKED = "marked";

  /** No entry fits the page. */
  public static final SelectedParts NONE = new SelectedParts(null, Set.of(), List.of());

  public SelectedParts {
    story = Set.copyOf(story);
    findings = List.copyOf(findings);
  }

  /**
   * The story as the document's own format marks it; no entry of the job is asked.
   *
   * @param element the format's name for what holds it
   * @param story indexes of its blocks; empty if the document has none
   */
  public static SelectedParts ofFormat(String element, Set<Integer> story) {
    return new SelectedParts(null, story, List.of(new Finding(MARKED, element, story.size())));
  }

  /** The format's name for what holds the story; absent if the format marks none. */
  public @Nullable String marked() {
    return findings.stream()
        .filter(finding -> finding.key().equals(MARKED))
        .map(Finding::selector)
        .findFirst()
        .orElse(null);
  }

  /** The selector that the story was found by; absent if it was not. */
  public @Nullable String storySelector() {
    return story.isEmpty()
        ? null
        : findings.stream()
            .filter(finding -> finding.key().equals(STORY))
            .map(Finding::selector)
            .findFirst()
            .orElse(null);
  }
}
