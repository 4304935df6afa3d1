package io.dateline.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding that a document declares in its first bytes: {@code <meta charset>}, {@code
 * <meta http-equiv=Content-Type content="…; charset=…">} or the XML declaration.
 */
final class DeclaredCharset {

  private static final String XML_DECLARATION = "<?xml";

  private DeclaredCharset() {}

  /**
   * The encodings declared, the most telling first; empty if there are none.
   *
   * @param head the first bytes, each as one character
   */
  static List<TextCharset> of(String head) {
    List<TextCharset> declared = new ArrayList<>();
    int xml = head.indexOf(XML_DECLARATION);
    if (xml >= 0 && head.substring(0, xml).isBlank()) {
      int end = head.indexOf('>', xml);
      String declaration = head.substring(xml, end < 0 ? head.length() : end);
      add(declared, value(declaration, "encoding"));
    }
    int at = 0;
    while ((at = head.indexOf('<', at)) >= 0) {
      if (head.startsWith("<!--", at)) {
        int end = head.indexOf("-->", at);
        at = end < 0 ? at + 4 : end;
      } else {
        if (head.regionMatches(true, at + 1, "meta", 0, 4)) {
          int end = head.indexOf('>', at);
          add(declared, value(head.substring(at, end < 0 ? head.length() : end), "charset"));
        }
        at++;
      }
    }
    return declared;
  }

  private static void add(List<TextCharset> declared, @Nullable String label) {
    TextCharset charset = TextCharset.of(label);
    if (charset != null) {
      // A declaration read as ASCII cannot be UTF-16; such pages are UTF-8.
      TextCharset used = charset.isAsciiCompatible() ? charset : TextCharset.UTF_8;
      if (!declared.contains(used)) {
        declared.add(used);
      }
    }
  }

  /** What follows {@code name=} in a tag, be it an attribute or inside one. */
  private static @Nullable String value(String tag, String name) {
    String lower = tag.toLowerCase(Locale.ROOT);
    for (int at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
      int i = skip(lower, at + name.length(), " \t\r\n");
      if (i < lower.length() && lower.charAt(i) == '=') {
        int from = skip(lower, i + 1, " \t\r\n\"'");
        int to = from;
        while (to < lower.length() && " \t\r\n\"';,/?>".indexOf(lower.charAt(to)) < 0) {
          to++;
        }
        return lower.substring(from, to);
      }
    }
    return null;
  }

  private static int skip(String text, int from, String chars) {
    int at = from;
    while (at < text.length() && chars.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
