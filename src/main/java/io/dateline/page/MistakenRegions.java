package io.dateline.page;

import io.dateline.article.Block.Region;
import java.util.EnumSet;

/**
 * Finds the elements that call themselves a header, a form, hidden and the like, and yet hold most
 * of the page's prose: a form around the whole page, a story that a script moves into sight.
 */
final class MistakenRegions {

  /** What no story stands in. */
  private static final EnumSet<Region> DOUBTED =
      EnumSet.of(
          Region.HEADER, Region.NAV, Region.ASIDE, Region.FOOTER, Region.FORM, Region.HIDDEN);

  /** Shortest block that is prose, in UTF-16 code units. */
  private static final int MIN_PROSE_CHARS = 80;

  /** Largest share of prose inside links. */
  private static final double MAX_LINKED = 0.5;

  /** Fewest blocks of prose that can be a story; a notice has fewer. */
  private static final int MIN_STORY_BLOCKS = 4;

  private int totalChars;

  /** Takes a block of the page into account. */
  void add(OpenElement holder, int chars, int linkChars) {
    if (chars >= MIN_PROSE_CHARS && linkChars < chars * MAX_LINKED) {
      totalChars += chars;
      holder.addProse(chars);
    }
  }

  /** The regions that a block in {@code holder} stands in, without the mistaken ones. */
  EnumSet<Region> regions(OpenElement holder) {
    EnumSet<Region> regions = EnumSet.noneOf(Region.class);
    for (OpenElement at = holder; at != null; at = at.outer()) {
      boolean mistaken = isMistaken(at);
      for (Region region : at.opens()) {
        if (!mistaken || !DOUBTED.contains(region)) {
          regions.add(region);
        }
      }
    }
    return regions;
  }

  /** More than half of the prose; a dialog that hides a short story is none. */
  private boolean isMistaken(OpenElement element) {
    return element.proseBlocks() >= MIN_STORY_BLOCKS
        && element.proseChars() > totalChars / 2
        && !element.isDialog();
  }
}
