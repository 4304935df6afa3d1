package io.dateline.extract.body;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a page's blocks before the story is looked for.
 *
 * @param spokenFor index of a block to the field that claims it: a label, a byline, a date
 * @param titles folded titles of the page: their repetitions are no paragraphs
 * @param articleBody the story as the page's metadata give it, folded; absent if they do not
 * @param opening index of the block that opens the story for certain, with a dateline; -1 if none
 *     does
 */
public record StoryNotes(
    Map<Integer, Claim> spokenFor, Set<String> titles, @Nullable String articleBody, int opening) {

  /**
   * A field that a block belongs to, so that it is no paragraph.
   *
   * @param text why, for the trace
   */
  public record Claim(Field field, String text) {

    /** What the block gives. */
    public enum Field {
      LABEL,
      BYLINE,
      DATE,
      SIGN_OFF
    }
  }

  /** Nothing is known. */
  public static final StoryNotes NONE = new StoryNotes(Map.of(), Set.of(), null, -1);

  public StoryNotes {
    spokenFor = Map.copyOf(spokenFor);
    titles = Set.copyOf(titles);
  }
}
