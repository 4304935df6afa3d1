package io.dateline.page;

import io.dateline.article.Page;
import io.dateline.article.TextDocument;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** One HTML document, walked once for metadata and visible text alike. */
final class HtmlPage {

  /** Elements without text that a reader sees, or without statements about the page. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "script",
          "style",
          "template",
          "svg",
          "iframe",
          "object",
          "applet",
          "canvas",
          "audio",
          "video",
          "map",
          "select",
          "datalist",
          "textarea",
          "noframes",
          "rp",
          "rt");

  private final TextDocument document;
  private final PageLimits limits;
  private final MetadataList metadata;
  private final BlockList blocks;

  HtmlPage(TextDocument document, PageLimits limits) {
    this.document = document;
    this.limits = limits;
    this.metadata = new MetadataList(limits);
    this.blocks = new BlockList(limits);
  }

  Page page(List<SourceSelectors> sources) throws PageTooComplexException {
    String address = document.capture().url() == null ? "" : document.capture().url();
    // One more than allowed: jsoup flattens what nests deeper, so that the excess shows.
    Document html =
        Parser.htmlParser().setMaxDepth(limits.maxDepth() + 1).parseInput(document.text(), address);
    metadata.addRecord(document);
    PageSelection selection = PageSelection.of(sources, html, document, limits, metadata);
    PageStatements statements = new PageStatements(metadata, limits);
    Set<Integer> story = walk(html, selection, statements, false);
    if (blocks.isEmpty()) {
      story = walk(html, selection, null, true);
    }
    statements.finish();
    return new Page(document, metadata.toList(), blocks.toList(), selection.parts(story));
  }

  /**
   * Walks the tree without recursion.
   *
   * @param statements hears of each element, if it is not null
   * @param withoutScripts whether what stands in {@code noscript} is visible
   * @return indexes of the blocks that stand in the selected story
   */
  private Set<Integer> walk(
      Document html,
      PageSelection selection,
      @Nullable PageStatements statements,
      boolean withoutScripts)
      throws PageTooComplexException {
    VisibleText text = new VisibleText(blocks, limits, selection);
    walk(html, selection, text, statements, withoutScripts);
    return text.finish();
  }

  private void walk(
      Document html,
      PageSelection selection,
      VisibleText text,
      @Nullable PageStatements statements,
      boolean withoutScripts)
      throws PageTooComplexException {
    Node node = html;
    int depth = 0;
    while (true) {
      boolean enters = enter(node, depth, selection, text, statements, withoutScripts);
      if (enters && node.childNodeSize() > 0) {
        node = node.childNode(0);
        depth++;
        continue;
      }
      if (enters && node instanceof Element) {
        leave(text, statements);
      }
      Node next = node.nextSibling();
      while (next == null && depth > 0) {
        node = node.parent();
        depth--;
        if (node == null) {
          return;
        }
        leave(text, statements);
        next = depth == 0 ? null : node.nextSibling();
      }
      if (next == null) {
        return;
      }
      node = next;
    }
  }

  private boolean enter(
      Node node,
      int depth,
      PageSelection selection,
      VisibleText text,
      @Nullable PageStatements statements,
      boolean withoutScripts)
      throws PageTooComplexException {
    if (node instanceof TextNode run) {
      text.append(run.getWholeText());
      return false;
    }
    if (!(node instanceof Element element)) {
      return false;
    }
    if (depth > limits.maxDepth()) {
      throw new PageTooComplexException(
          "The page nests more than " + limits.maxDepth() + " elements in each other.");
    }
    if (selection.isRemoved(element)) {
      return false;
    }
    String tag = element.normalName();
    if (statements != null && tag.equals("script")) {
      statements.script(element);
    }
    if (LEFT_OUT.contains(tag) || (tag.equals("noscript") && !withoutScripts)) {
      return false;
    }
    text.enter(element, tag);
    if (statements != null) {
      statements.enter(element, tag, text.regions());
    }
    return true;
  }

  private static void leave(VisibleText text, @Nullable PageStatements statements)
      throws PageTooComplexException {
    text.leave();
    if (statements != null) {
      statements.leave();
    }
  }
}
