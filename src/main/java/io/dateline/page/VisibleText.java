package io.dateline.page;

import io.dateline.article.Block.Region;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Gathers the text of a page that a reader sees into blocks, element by element. */
final class VisibleText {

  /** Elements that begin and end a block; everything else stands within a line. */
  private static final Set<String> BLOCK_ELEMENTS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "button",
          "caption",
          "center",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "head",
          "header",
          "hgroup",
          "hr",
          "html",
          "legend",
          "li",
          "listing",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "plaintext",
          "pre",
          "search",
          "section",
          "xmp",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  /** UTF-16 code units beyond the limit at which a block without spaces is cut. */
  private static final int OVERHANG = 1_000;

  /** A block whose regions cannot be told before the whole page was seen. */
  private record Gathered(String text, OpenElement holder, int linkChars) {}

  private final BlockList blocks;
  private final PageLimits limits;
  private final PageSelection selection;
  private final List<Gathered> gathered = new ArrayList<>();
  private final Regions regions = new Regions();
  private final MistakenRegions mistaken = new MistakenRegions();
  private final StringBuilder text = new StringBuilder();
  private @Nullable OpenElement current;

  /** The innermost element that holds all text of the block so far. */
  private @Nullable OpenElement holder;

  private int linkChars;
  private int lineBreaks;

  VisibleText(BlockList blocks, PageLimits limits, PageSelection selection) {
    this.blocks = blocks;
    this.limits = limits;
    this.selection = selection;
  }

  /** Whether an element of this name stands within a line. */
  static boolean isInline(String tag) {
    return !BLOCK_ELEMENTS.contains(tag) && !tag.equals("br");
  }

  /** Regions of the element entered last. */
  EnumSet<Region> regions() {
    return current == null ? EnumSet.noneOf(Region.class) : current.regions();
  }

  void enter(Element element, String tag) throws PageTooComplexException {
    boolean story = selection.isStory(element);
    // What the job calls the story shares no block with what stands around it.
    boolean block = story || BLOCK_ELEMENTS.contains(tag);
    if (block) {
      flush();
    }
    current = OpenElement.of(current, element, tag, block, story, regions.of(element, tag));
    if (tag.equals("br")) {
      breakLine();
    } else if (tag.equals("q")) {
      append("\u201C");
    }
  }

  void leave() throws PageTooComplexException {
    if (current == null) {
      return;
    }
    if (current.tag().equals("q")) {
      append("\u201D");
    }
    if (current.isBlock()) {
      flush();
    }
    current = current.parent();
  }

  /**
   * Hands the blocks on, once the whole page was walked.
   *
   * @return indexes of those that stand in what the job calls the story
   */
  Set<Integer> finish() throws PageTooComplexException {
    flush();
    Set<Integer> story = new HashSet<>();
    for (Gathered block : gathered) {
      OpenElement holder = block.holder();
      if (holder.isStory()) {
        story.add(blocks.size());
      }
      blocks.addElement(
          block.text(),
          holder.block().tag(),
          mistaken.regions(holder),
          holder.hints(),
          block.linkChars());
    }
    return story;
  }

  void append(String run) throws PageTooComplexException {
    if (current == null || current.isSilent()) {
      return;
    }
    boolean preformatted = current.regions().contains(Region.PREFORMATTED);
    for (int i = 0; i < run.length(); i++) {
      int end = TextFolding.plainEnd(run, i, limits.maxBlockChars() - text.length());
      if (end > i) {
        addPlain(run, i, end);
        i = end - 1;
        continue;
      }
      char c = run.charAt(i);
      if (TextFolding.isSpace(c)) {
        if (preformatted && c == '\n') {
          breakLine();
        } else {
          add(c);
          i = preformatted ? i : lastSpace(run, i);
        }
        if (text.length() >= limits.maxBlockChars()) {
          flush();
        }
      } else if (!TextFolding.isInvisible(c)) {
        hold();
        add(c);
        if (text.length() >= limits.maxBlockChars() + OVERHANG && !Character.isHighSurrogate(c)) {
          flush();
        }
      }
    }
  }

  /** The last of the spaces in a row: the first stands for all. */
  private static int lastSpace(String run, int first) {
    int last = first;
    while (last + 1 < run.length() && TextFolding.isSpace(run.charAt(last + 1))) {
      last++;
    }
    return last;
  }

  private void addPlain(String run, int from, int to) {
    hold();
    text.append(run, from, to);
    if (current != null && current.isLink()) {
      linkChars += to - from;
    }
  }

  /** The element that the walk is in holds some of the block's text. */
  private void hold() {
    if (current != null) {
      lineBreaks = 0;
      holder = text.length() == 0 ? current : OpenElement.common(holder, current);
    }
  }

  /** A second break, with nothing between, ends the paragraph; one is a space. */
  private void breakLine() throws PageTooComplexException {
    lineBreaks++;
    if (lineBreaks > 1) {
      flush();
    } else {
      add(' ');
    }
  }

  private void add(char c) {
    int before = text.length();
    TextFolding.append(text, c);
    if (current != null && current.isLink()) {
      linkChars += text.length() - before;
    }
  }

  private void flush() throws PageTooComplexException {
    if (holder != null) {
      String folded = TextFolding.finish(text);
      if (!folded.isEmpty()) {
        blocks.checkRoom(gathered.size());
        gathered.add(new Gathered(folded, holder, linkChars));
        mistaken.add(holder, folded.length(), linkChars);
      }
    }
    text.setLength(0);
    holder = null;
    linkChars = 0;
    lineBreaks = 0;
  }
}
