package io.dateline.source.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Messages of <a href="https://iptc.org/standards/newsml-g2/">NewsML-G2</a>: XML with the root
 * {@code newsMessage}, in which items stand in a row. Each is a document of its own, named by its
 * place from 1. Only messages in an encoding that has ASCII's bytes are cut.
 */
final class NewsMessages {

  /** What a message holds. An item never stands in another. */
  static final Set<String> ITEMS =
      Set.of(
          "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem");

  static final String ROOT = "newsMessage";

  private static final String NAMESPACE = "iptc.org/std/nar";

  private NewsMessages() {}

  /**
   * Whether a message begins with these bytes. Comments, processing instructions and a document
   * type may stand before it, as far as the bytes go.
   *
   * @param head the first bytes of a file, up to {@link Containers#HEAD_BYTES} of them
   */
  static boolean matches(byte[] head) {
    String text = new String(head, ISO_8859_1);
    return ROOT.equals(root(text)) && text.contains(NAMESPACE);
  }

  /** Whether these first bytes of XML end before they tell: more of them may. */
  static boolean isUndecided(byte[] head) {
    String text = new String(head, ISO_8859_1);
    String root = root(text);
    return root == null || ROOT.startsWith(root);
  }

  /** The name of the first element without its prefix, or null if none begins here. */
  private static @Nullable String root(String text) {
    int at = 0;
    while ((at = text.indexOf('<', at)) >= 0) {
      if (text.startsWith("<!--", at)) {
        at = text.indexOf("-->", at);
      } else if (text.startsWith("<?", at)) {
        at = text.indexOf("?>", at);
      } else if (text.startsWith("<!DOCTYPE", at)) {
        at = doctypeEnd(text, at);
      } else {
        return localName(text, at + 1);
      }
      if (at < 0) {
        return null;
      }
    }
    return null;
  }

  /** Where a document type ends, with all that it declares; -1 if it does not. */
  private static int doctypeEnd(String text, int start) {
    boolean subset = false;
    for (int at = start; at >= 0 && at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        at = text.indexOf(c, at + 1);
      } else if (c == '<' && text.startsWith("<!--", at)) {
        at = text.indexOf("-->", at);
        at += at < 0 ? 0 : 2;
      } else if (c == '[' || c == ']') {
        subset = c == '[';
      } else if (c == '>' && !subset) {
        return at;
      }
      if (at < 0) {
        return -1;
      }
    }
    return -1;
  }

  private static String localName(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) > ' ' && "<>/".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String name = text.substring(from, end);
    return name.substring(name.indexOf(':') + 1);
  }

  /** The encoding that the XML declaration names, or null: the items have no declaration. */
  static @Nullable String encoding(String head) {
    int end = head.startsWith("<?xml") ? head.indexOf("?>") : -1;
    int at = end < 0 ? -1 : head.indexOf("encoding", 0);
    if (at < 0 || at > end) {
      return null;
    }
    int open = at + "encoding".length();
    while (open < end && head.charAt(open) != '"' && head.charAt(open) != '\'') {
      open++;
    }
    int close = open < end ? head.indexOf(head.charAt(open), open + 1) : -1;
    return close < 0 || close > end ? null : head.substring(open + 1, close);
  }
}
