package io.dateline.source;

import io.dateline.article.NewsroomFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Tells HTML, XHTML, formats of newsrooms, other XML, JSON and plain text apart by how the text
 * begins.
 *
 * <p>Goes further than the <a href="https://mimesniff.spec.whatwg.org/">WHATWG MIME Sniffing
 * Standard</a>, since saved pages open with HTTP headers, warnings of the server and the like.
 */
final class Markup {

  static final String HTML = "text/html";
  static final String XHTML = "application/xhtml+xml";
  static final String PLAIN = "text/plain";
  static final String JSON = "application/json";

  /** How much of the text is looked at, in UTF-16 code units. */
  static final int HEAD_CHARS = 16 * 1024;

  /** Fewest tags in the head of a text that is markup without saying so. */
  private static final int MIN_TAGS = 4;

  /** Such a text has a tag for at least so many characters. */
  private static final int CHARS_PER_TAG = 400;

  private static final int MAX_TAG_NAME = 10;

  private static final Set<String> HTML_ELEMENTS =
      Set.of(
          "a",
          "article",
          "aside",
          "b",
          "base",
          "blockquote",
          "body",
          "br",
          "center",
          "dd",
          "div",
          "dl",
          "dt",
          "em",
          "fieldset",
          "figure",
          "font",
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
          "hr",
          "html",
          "i",
          "iframe",
          "img",
          "input",
          "li",
          "link",
          "main",
          "meta",
          "nav",
          "ol",
          "p",
          "pre",
          "script",
          "section",
          "small",
          "span",
          "strong",
          "style",
          "table",
          "tbody",
          "td",
          "th",
          "title",
          "tr",
          "u",
          "ul");

  private Markup() {}

  /** Whether a document of this type is one that the parser reads. */
  static boolean isReadable(String mediaType) {
    return mediaType.equals(HTML)
        || mediaType.equals(XHTML)
        || mediaType.equals(PLAIN)
        || NewsroomFormat.of(mediaType) != null;
  }

  /** The media type of text that begins with {@code head}; {@code text/plain} if nothing else. */
  static String mediaType(String head) {
    int at = skipSpace(head, 0);
    if (at == head.length()) {
      return PLAIN;
    }
    char first = head.charAt(at);
    if (first == '{' || first == '[') {
      if (!isJson(head, at)) {
        return PLAIN;
      }
      return NewsroomMarkup.isNinjs(head, at) ? NewsroomFormat.NINJS.mediaType() : JSON;
    }
    if (first == '<') {
      String type = byFirstElement(head, at);
      if (!type.equals(PLAIN)) {
        return type;
      }
    }
    return hasHtmlElement(head) || isDenseMarkup(head) ? HTML : PLAIN;
  }

  /** Whether a whole text, whose start is JSON, is ninjs: its names may stand behind the story. */
  static boolean isNinjs(String text) {
    int at = skipSpace(text, 0);
    return at < text.length() && NewsroomMarkup.isNinjs(text, at);
  }

  private static String byFirstElement(String head, int start) {
    int at = start;
    boolean xml = false;
    boolean comment = false;
    while (at < head.length() && head.charAt(at) == '<') {
      if (head.startsWith("<!--", at)) {
        comment = true;
        at = after(head, "-->", at);
      } else if (head.startsWith("<?", at)) {
        xml |= head.startsWith("<?xml", at);
        at = after(head, ">", at);
      } else if (startsIgnoringCase(head, "<!doctype", at)) {
        int end = after(head, ">", at);
        String doctype = head.substring(at, end).toLowerCase(Locale.ROOT);
        if (doctype.startsWith("html", skipSpace(doctype, "<!doctype".length()))) {
          return doctype.contains("xhtml") || xml ? XHTML : HTML;
        }
        String newsroom =
            NewsroomMarkup.ofDoctype(doctype.substring(skipSpace(doctype, "<!doctype".length())));
        if (newsroom != null) {
          return newsroom;
        }
        xml = true;
        // What it declares stands in brackets, each declaration with an end of its own.
        at = doctype.indexOf('[') < 0 ? end : after(head, "]>", at);
      } else {
        return byRoot(head, at, xml);
      }
      at = skipSpace(head, at);
    }
    if (xml) {
      return "application/xml";
    }
    return comment ? HTML : PLAIN;
  }

  private static String byRoot(String head, int at, boolean xml) {
    String newsroom = NewsroomMarkup.ofRoot(head, at);
    if (newsroom != null) {
      return newsroom;
    }
    String name = tagName(head, at + 1);
    if (name.equals("html")) {
      String tag = head.substring(at, after(head, ">", at)).toLowerCase(Locale.ROOT);
      return xml && tag.contains("xmlns") ? XHTML : HTML;
    }
    if (HTML_ELEMENTS.contains(name)) {
      return HTML;
    }
    return switch (name) {
      case "rss" -> "application/rss+xml";
      case "feed" -> "application/atom+xml";
      case "rdf" -> xml ? "application/rdf+xml" : PLAIN;
      case "svg" -> "image/svg+xml";
      default -> xml ? "application/xml" : PLAIN;
    };
  }

  /** Whether a line of the head opens the document element, after whatever stands before it. */
  private static boolean hasHtmlElement(String head) {
    for (int at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
      boolean opens = startsIgnoringCase(head, "<!doctype html", at) || isTag(head, at, "html");
      if (opens && startsLine(head, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsLine(String head, int at) {
    int i = at - 1;
    while (i >= 0 && (head.charAt(i) == ' ' || head.charAt(i) == '\t')) {
      i--;
    }
    return i < 0 || head.charAt(i) == '\n' || head.charAt(i) == '\r' || head.charAt(i) == '>';
  }

  private static boolean isTag(String head, int at, String name) {
    return startsIgnoringCase(head, name, at + 1) && endsName(head, at + 1 + name.length());
  }

  private static boolean endsName(String head, int at) {
    return at < head.length()
        && (head.charAt(at) == '>' || head.charAt(at) == '/' || isSpace(head.charAt(at)));
  }

  private static boolean isDenseMarkup(String head) {
    int tags = 0;
    int closing = 0;
    for (int at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
      boolean closes = at + 1 < head.length() && head.charAt(at + 1) == '/';
      int nameAt = closes ? at + 2 : at + 1;
      String name = tagName(head, nameAt);
      if (HTML_ELEMENTS.contains(name) && endsName(head, nameAt + name.length())) {
        tags++;
        closing += closes ? 1 : 0;
      }
    }
    return tags >= MIN_TAGS && closing > 0 && tags * CHARS_PER_TAG >= head.length();
  }

  private static String tagName(String head, int from) {
    int end = from;
    while (end < head.length() && end - from <= MAX_TAG_NAME && isNameChar(head.charAt(end))) {
      end++;
    }
    return head.substring(from, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isNameChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** Whether an object with a quoted first name opens here, or an array of such. */
  private static boolean isJson(String head, int start) {
    int at = start;
    if (head.charAt(at) == '[') {
      at = skipSpace(head, at + 1);
      if (at == head.length() || head.charAt(at) != '{') {
        return false;
      }
    }
    at = skipSpace(head, at + 1);
    if (at == head.length() || head.charAt(at) != '"') {
      return false;
    }
    int end = head.indexOf('"', at + 1);
    int colon = end < 0 ? -1 : skipSpace(head, end + 1);
    return colon >= 0 && colon < head.length() && head.charAt(colon) == ':';
  }

  private static int after(String text, String mark, int from) {
    int at = text.indexOf(mark, from);
    return at < 0 ? text.length() : at + mark.length();
  }

  private static boolean startsIgnoringCase(String text, String start, int at) {
    return text.regionMatches(true, at, start, 0, start.length());
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && (isSpace(text.charAt(at)) || text.charAt(at) == '\uFEFF')) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
