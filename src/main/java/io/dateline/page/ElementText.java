package io.dateline.page;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The text of a small element: a name, a date, a headline. */
final class ElementText {

  /** Longest text returned, in UTF-16 code units; no statement of a page is longer. */
  private static final int MAX_CHARS = 1_000;

  /** Nodes looked at, so that an element around the whole page costs no more. */
  private static final int MAX_NODES = 200;

  private ElementText() {}

  /** Its text, or an empty string if it is larger than any statement. */
  static String of(Element element) {
    return of(element, Set.of());
  }

  /** Its text without that of some elements inside it. */
  static String of(Element element, Set<Element> leftOut) {
    StringBuilder text = new StringBuilder();
    Node node = element;
    for (int i = 0; i < MAX_NODES && text.length() <= MAX_CHARS; i++) {
      if (node instanceof TextNode run) {
        String part = run.getWholeText();
        if (text.length() + part.length() > MAX_CHARS) {
          return "";
        }
        text.append(part);
      } else if (node instanceof Element inner && !VisibleText.isInline(inner.normalName())) {
        text.append(' ');
      }
      boolean enters =
          node.childNodeSize() > 0 && !(node instanceof Element e && leftOut.contains(e));
      Node next = enters ? node.childNode(0) : null;
      while (next == null && !node.equals(element)) {
        next = node.nextSibling();
        if (next == null) {
          node = node.parent();
          if (node == null) {
            return text.toString();
          }
        }
      }
      if (next == null) {
        return text.toString();
      }
      node = next;
    }
    return "";
  }
}
