package io.dateline.page;

import io.dateline.article.Block;
import io.dateline.article.Block.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The blocks of a page in order, up to the limit. */
final class BlockList {

  private final PageLimits limits;
  private final List<Block> blocks = new ArrayList<>();

  BlockList(PageLimits limits) {
    this.limits = limits;
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  int size() {
    return blocks.size();
  }

  List<Block> toList() {
    return blocks;
  }

  /** Adds a line of plain text, already folded; splits it if it is too long. */
  void addLine(String text, int gapBefore, int line) throws PageTooComplexException {
    int gap = gapBefore;
    for (int from = 0; from < text.length(); ) {
      int to = splitAt(text, from);
      String part = text.substring(from, to).strip();
      if (!part.isEmpty()) {
        add(Block.line(blocks.size(), part, gap, line));
        gap = 0;
      }
      from = to;
    }
  }

  /** Adds a block of HTML, already folded and within the limit. */
  void addElement(String text, String tag, Set<Region> regions, String hints, int linkChars)
      throws PageTooComplexException {
    add(
        new Block(
            blocks.size(), text, tag, regions, hints, Math.min(linkChars, text.length()), 0, 0));
  }

  /** Adds a passage without markup in it, already folded; splits it if it is too long. */
  void addPassage(String text, String tag) throws PageTooComplexException {
    for (int from = 0; from < text.length(); ) {
      int to = splitAt(text, from);
      String part = text.substring(from, to).strip();
      if (!part.isEmpty()) {
        addElement(part, tag, Set.of(), "", 0);
      }
      from = to;
    }
  }

  private void add(Block block) throws PageTooComplexException {
    checkRoom(blocks.size());
    blocks.add(block);
  }

  /** Whether one more than {@code count} blocks are allowed. */
  void checkRoom(int count) throws PageTooComplexException {
    if (count >= limits.maxBlocks()) {
      throw new PageTooComplexException(
          "The page has more than " + limits.maxBlocks() + " blocks of text.");
    }
  }

  private int splitAt(String text, int from) {
    int max = from + limits.maxBlockChars();
    if (text.length() <= max) {
      return text.length();
    }
    int space = text.lastIndexOf(' ', max);
    if (space > from) {
      return space + 1;
    }
    return Character.isLowSurrogate(text.charAt(max)) ? max - 1 : max;
  }
}
