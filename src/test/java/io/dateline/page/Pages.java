package io.dateline.page;

import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.Page;
import io.dateline.article.TextDocument;

/** Parses texts of tests. */
final class Pages {

  private Pages() {}

  static Page html(String text) {
    return parse("text/html", text, PageLimits.defaults());
  }

  static Page plain(String text) {
    return parse("text/plain", text, PageLimits.defaults());
  }

  /** Parses what must not be too complex. */
  static Page parse(String mediaType, String text, PageLimits limits) {
    try {
      return new PageParser(limits).parse(document(mediaType, text));
    } catch (PageTooComplexException e) {
      throw new AssertionError(e);
    }
  }

  static TextDocument document(String mediaType, String text) {
    Capture capture = new Capture(null, "https://harbour.example/news/1", null, null, null);
    return new TextDocument(
        EntryId.ofFile("papers", "a"), text, mediaType, "UTF-8", 0, text.length(), capture);
  }
}
