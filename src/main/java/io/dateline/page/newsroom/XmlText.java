package io.dateline.page.newsroom;

import org.jsoup.nodes.Entities;

/**
 * XML text as a parser may have it that knows no entities: without declaration, document type,
 * comments and processing instructions, with references resolved to the characters that HTML has
 * under their names, and without characters that XML forbids.
 *
 * <p>What a document type declares is never looked at: nothing is fetched, nothing expands. A
 * reference to what only it declares stays in the text as it is spelled, and so does an ampersand
 * that begins none. One pass, in time linear in the length.
 */
final class XmlText {

  private static final String CDATA = "<![CDATA[";
  private static final String CDATA_END = "]]>";

  /** Longest name of an HTML character reference is 31. */
  private static final int MAX_REFERENCE = 40;

  private final String raw;
  private final StringBuilder text;

  private XmlText(String raw) {
    this.raw = raw;
    this.text = new StringBuilder(raw.length());
  }

  static String of(String raw) {
    XmlText xml = new XmlText(raw);
    xml.read();
    return xml.text.toString();
  }

  private void read() {
    int at = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at);
      if (c == '<') {
        at = markup(at);
      } else if (c == '&') {
        at = reference(at);
      } else {
        at = character(at);
      }
    }
  }

  /** Appends a tag's first character, or a section; leaves out what no reader needs. */
  private int markup(int at) {
    if (raw.startsWith(CDATA, at)) {
      int end = raw.indexOf(CDATA_END, at);
      int to = end < 0 ? raw.length() : end + CDATA_END.length();
      text.append(CDATA);
      for (int i = at + CDATA.length(); i < to; ) {
        i = append(i);
      }
      if (end < 0) {
        // The elements around it are left open as well, and tell of the damage.
        text.append(CDATA_END);
      }
      return to;
    }
    if (raw.startsWith("<!--", at)) {
      keepApart();
      return after("-->", at + 4);
    }
    if (raw.startsWith("<?", at)) {
      keepApart();
      return after("?>", at + 2);
    }
    if (raw.startsWith("<!", at)) {
      keepApart();
      return afterDeclaration(at + 2);
    }
    text.append('<');
    return at + 1;
  }

  /** Keeps what comes next from making markup of a bracket before what is left out or resolved. */
  private void keepApart() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) == '<') {
      text.append(' ');
    }
  }

  private int after(String end, int from) {
    int at = raw.indexOf(end, from);
    return at < 0 ? raw.length() : at + end.length();
  }

  /** Behind a declaration with all that stands in its brackets and quotation marks. */
  private int afterDeclaration(int from) {
    boolean subset = false;
    int at = from;
    while (at < raw.length()) {
      char c = raw.charAt(at);
      if (raw.startsWith("<!--", at)) {
        at = after("-->", at + 4);
        continue;
      }
      if (raw.startsWith("<?", at)) {
        at = after("?>", at + 2);
        continue;
      }
      if (c == '"' || c == '\'') {
        int close = raw.indexOf(c, at + 1);
        if (close < 0) {
          return raw.length();
        }
        at = close;
      } else if (c == '[') {
        subset = true;
      } else if (c == ']') {
        subset = false;
      } else if (c == '>' && !subset) {
        return at + 1;
      }
      at++;
    }
    return at;
  }

  private int reference(int at) {
    keepApart();
    int end = at + 1;
    while (end < raw.length()
        && end - at < MAX_REFERENCE
        && (Character.isLetterOrDigit(raw.charAt(end)) || raw.charAt(end) == '#')) {
      end++;
    }
    if (end == raw.length() || raw.charAt(end) != ';' || end == at + 1) {
      text.append("&amp;");
      return at + 1;
    }
    String name = raw.substring(at + 1, end);
    if (name.charAt(0) == '#') {
      number(name);
    } else {
      String known = name.equals("apos") ? "'" : Entities.getByName(name);
      if (known.isEmpty()) {
        text.append("&amp;").append(name).append(';');
      } else {
        known.codePoints().forEach(this::escaped);
      }
    }
    return end + 1;
  }

  /** A character by its number; one that XML forbids is left out. */
  private void number(String name) {
    boolean hexadecimal = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
    try {
      int code =
          hexadecimal
              ? Integer.parseInt(name.substring(2), 16)
              : Integer.parseInt(name.substring(1));
      if (Character.isValidCodePoint(code)) {
        escaped(code);
      }
    } catch (NumberFormatException e) {
      text.append("&amp;").append(name).append(';');
    }
  }

  private void escaped(int code) {
    switch (code) {
      case '&' -> text.append("&amp;");
      case '<' -> text.append("&lt;");
      case '>' -> text.append("&gt;");
      case '"' -> text.append("&quot;");
      case '\'' -> text.append("&apos;");
      default -> {
        if (isLegal(code)) {
          text.appendCodePoint(code);
        }
      }
    }
  }

  private int character(int at) {
    char c = raw.charAt(at);
    if (c == '!' || c == '?') {
      // Only what XML forbids can have stood between a bracket and these.
      keepApart();
    }
    return append(at);
  }

  private int append(int at) {
    int code = raw.codePointAt(at);
    if (isLegal(code)) {
      text.appendCodePoint(code);
    }
    return at + Character.charCount(code);
  }

  /** The production Char of XML 1.0; halves of characters are none. */
  private static boolean isLegal(int code) {
    return code == '\t'
        || code == '\n'
        || code == '\r'
        || (code >= ' ' && code < 0xD800)
        || (code >= 0xE000 && code < 0xFFFE)
        || code >= 0x10000;
  }
}
