package io.dateline.extract.headline;

/**
 * A text that may be the headline.
 *
 * @param text as it stands there
 * @param source where it stands, as in the column {@code field_sources}
 * @param kind how much such a source is worth
 */
public record TitleCandidate(String text, String source, Kind kind) {

  /** Kinds of sources, most trusted first; the order breaks ties. */
  public enum Kind {
    /**
     * What a selector of the job names, or the newsroom's format: more than all others together.
     */
    SELECTED(1_000),
    /** The one top heading that the page's other titles share words with: its readers' headline. */
    MAIN_HEADING(10),
    /** The only top heading of a page, though its other titles say something else. */
    SOLE_HEADING(7),
    /** A statement made for machines about the headline alone. */
    STATED(5),
    /** The page's own top heading, or a line printed twice. */
    HEADING(4),
    /** A title made for sharing: often the headline, sometimes another wording. */
    SHARED(4),
    /** The title of the window, with the site's name about it. */
    WINDOW(2),
    /** The line that stands where headlines stand. */
    POSITION(2);

    private final int worth;

    Kind(int worth) {
      this.worth = worth;
    }

    /** Whether it stands on the page for its readers. */
    boolean isHeading() {
      return this == MAIN_HEADING || this == SOLE_HEADING || this == HEADING;
    }

    int worth() {
      return worth;
    }
  }
}
