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
    /** The only top heading of a page: what its readers see as the headline. */
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

    int worth() {
      return worth;
    }
  }
}
