package io.dateline.article;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A run of visible text that stands by itself: a paragraph, a heading, a list item, a line.
 *
 * @param index its place in the page, from 0
 * @param text its text: white space folded to single spaces, control characters removed, NFC, never
 *     blank
 * @param tag lower-case name of the HTML element that holds it, or {@code line} in plain text
 * @param regions the parts of the page it stands in; empty in plain text
 * @param hints lower-case class names, ids and roles of the elements around it, nearest first,
 *     space-separated and cut to a bounded length; empty in plain text
 * @param linkChars how many UTF-16 code units of its text stand inside links
 * @param gapBefore blank lines before it in plain text, 0 in HTML
 * @param line 1-based line of the source where it starts; 0 if unknown
 */
public record Block(
    int index,
    String text,
    String tag,
    Set<Region> regions,
    String hints,
    int linkChars,
    int gapBefore,
    int line) {

  /** Parts of a page that HTML names, or that class names give away. */
  public enum Region {
    ARTICLE,
    MAIN,
    HEADER,
    NAV,
    ASIDE,
    FOOTER,
    FORM,
    FIGURE,
    TABLE,
    LIST,
    QUOTE,
    PREFORMATTED,
    HIDDEN;

    /** Whether one of them is a part that every page of a site has, or that speaks of others. */
    public static boolean areBesideTheStory(Set<Region> regions) {
      return regions.contains(NAV) || regions.contains(ASIDE) || regions.contains(FOOTER);
    }
  }

  public Block {
    // Asked many times a block, and sooner than a set that goes by hashes.
    regions = regions.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(regions));
  }

  /** A line of plain text. */
  public static Block line(int index, String text, int gapBefore, int line) {
    return new Block(index, text, "line", Set.of(), "", 0, gapBefore, line);
  }

  /** Share of the text that stands inside links, from 0 to 1. */
  public double linkDensity() {
    return text.isEmpty() ? 0 : Math.min(1.0, (double) linkChars / text.length());
  }

  /** Whether it is a heading, h1 to h6. */
  public boolean isHeading() {
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
  }

  /** Whether it stands in navigation, aside or in a foot. */
  public boolean isBesideTheStory() {
    return Region.areBesideTheStory(regions);
  }

  public boolean in(Region region) {
    return regions.contains(region);
  }
}
