package io.dateline.page;

import io.dateline.article.Block.Region;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An element on the way from the document to where the walk is. */
final class OpenElement {

  /** Longest {@link #hints()}, in UTF-16 code units. */
  private static final int MAX_HINTS = 300;

  /** Attributes whose values are hints. */
  private static final List<String> HINTS = List.of("class", "id", "role", "itemprop");

  private final @Nullable OpenElement parent;
  private final Element element;
  private final String tag;
  private final boolean block;
  private final boolean link;
  private final boolean silent;
  private final boolean story;
  private final int depth;
  private final EnumSet<Region> opens;
  private final EnumSet<Region> regions;

  /** The nearest element around it that opens a region, or the outermost. */
  private final @Nullable OpenElement outer;

  /** The nearest element that has hints, itself included. */
  private final @Nullable OpenElement hinting;

  private int proseChars;
  private int proseBlocks;
  private @Nullable String hints;

  private OpenElement(
      @Nullable OpenElement parent,
      Element element,
      String tag,
      boolean block,
      boolean story,
      EnumSet<Region> opens) {
    this.parent = parent;
    this.element = element;
    this.tag = tag;
    this.block = block;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.link = (parent != null && parent.link) || (tag.equals("a") && element.hasAttr("href"));
    this.silent = (parent != null && parent.silent) || tag.equals("head") || tag.equals("title");
    this.story = story || (parent != null && parent.story);
    this.opens = opens;
    this.regions = union(parent == null ? opens : parent.regions, opens);
    this.outer =
        parent == null || !parent.opens.isEmpty() || parent.outer == null ? parent : parent.outer;
    this.hinting = isHinting(element) ? this : parent == null ? null : parent.hinting;
  }

  private static EnumSet<Region> union(EnumSet<Region> around, EnumSet<Region> opened) {
    if (around.containsAll(opened)) {
      return around;
    }
    EnumSet<Region> all = EnumSet.copyOf(around);
    all.addAll(opened);
    return all;
  }

  /**
   * An element inside {@code parent}.
   *
   * @param block whether it begins and ends a block
   * @param story whether the job calls it the story
   * @param opens the regions of this element alone
   */
  static OpenElement of(
      @Nullable OpenElement parent,
      Element element,
      String tag,
      boolean block,
      boolean story,
      EnumSet<Region> opens) {
    return new OpenElement(parent, element, tag, block, story, opens);
  }

  /** The innermost element that both stand in; {@code b} if {@code a} is null. */
  static OpenElement common(@Nullable OpenElement a, OpenElement b) {
    if (a == null || a == b) {
      return b;
    }
    OpenElement first = a;
    OpenElement second = b;
    while (first != second) {
      OpenElement up = first.depth >= second.depth ? first.parent : second.parent;
      if (up == null) {
        return b;
      }
      if (first.depth >= second.depth) {
        first = up;
      } else {
        second = up;
      }
    }
    return first;
  }

  @Nullable OpenElement parent() {
    return parent;
  }

  String tag() {
    return tag;
  }

  boolean isBlock() {
    return block;
  }

  /** Whether its text is part of a link. */
  boolean isLink() {
    return link;
  }

  /** Whether its text is not on the page: the head, a title. */
  boolean isSilent() {
    return silent;
  }

  /** Whether it stands in what the job calls the story. */
  boolean isStory() {
    return story;
  }

  EnumSet<Region> regions() {
    return regions;
  }

  /** Counts a block of prose in this element and those around it that open regions. */
  void addProse(int chars) {
    for (OpenElement at = this; at != null; at = at.outer) {
      at.proseChars += chars;
      at.proseBlocks++;
    }
  }

  int proseChars() {
    return proseChars;
  }

  int proseBlocks() {
    return proseBlocks;
  }

  /** The regions of this element alone. */
  EnumSet<Region> opens() {
    return opens;
  }

  /** The nearest element around it that opens a region, or the outermost; null for that. */
  @Nullable OpenElement outer() {
    return outer;
  }

  boolean isDialog() {
    return tag.equals("dialog") || element.attr("role").endsWith("dialog");
  }

  /** The nearest block element, itself included. */
  OpenElement block() {
    OpenElement at = this;
    while (!at.block && at.parent != null) {
      at = at.parent;
    }
    return at;
  }

  /** Class names, ids, roles and itemprops from here outwards, lower case. */
  String hints() {
    if (hinting != null && hinting.hints != null) {
      return hinting.hints;
    }
    // From outside inwards, since siblings share what is around them.
    Deque<OpenElement> unknown = new ArrayDeque<>();
    OpenElement at = hinting;
    while (at != null && at.hints == null) {
      unknown.push(at);
      at = at.parent == null ? null : at.parent.hinting;
    }
    String around = at == null || at.hints == null ? "" : at.hints;
    while (!unknown.isEmpty()) {
      OpenElement inner = unknown.pop();
      around = inner.joinHints(around);
      inner.hints = around;
    }
    return around;
  }

  private static boolean isHinting(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    for (String attribute : HINTS) {
      if (element.hasAttr(attribute)) {
        return true;
      }
    }
    return false;
  }

  private String joinHints(String around) {
    StringBuilder own = new StringBuilder();
    for (String attribute : HINTS) {
      String value = element.attr(attribute);
      own.append(value, 0, Math.min(value.length(), MAX_HINTS)).append(' ');
    }
    String hints = TextFolding.lowerCase(TextFolding.fold(own));
    hints = around.isEmpty() || hints.isEmpty() ? hints + around : hints + ' ' + around;
    return hints.length() > MAX_HINTS ? hints.substring(0, MAX_HINTS) : hints;
  }
}
