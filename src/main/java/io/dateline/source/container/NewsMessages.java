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
   * Whether a message begins with these bytes.
   *
   * @param head the first bytes of a file, up to 1,024 of them
   */
  static boolean matches(byte[] head) {
    String text = new String(head, ISO_8859_1);
    return text.contains(NAMESPACE) && ROOT.equals(root(text));
  }

  /** The name of the first element without its prefix, or null if none begins here. */
  private static @Nullable String root(String text) {
    int at = 0;
    while ((at = text.indexOf('<', at)) >= 0) {
      if (text.startsWith("<!--", at)) {
        at = text.indexOf("-->", at);
      } else if (text.startsWith("<?", at)) {
        at = text.indexOf("?>", at);
      } else {
        return localName(text, at + 1);
      }
      if (at < 0) {
        return null;
      }
    }
    return null;
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
