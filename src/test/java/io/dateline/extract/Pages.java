package io.dateline.extract;

import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.Page;
import io.dateline.article.TextDocument;
import io.dateline.page.PageLimits;
import io.dateline.page.PageParser;
import io.dateline.page.PageTooComplexException;

/** Pages for tests, parsed as the job parses them. */
public final class Pages {

  private Pages() {}

  public static Page ofText(String text) {
    return parse(document(text, "text/plain"));
  }

  public static Page ofHtml(String html) {
    return parse(document(html, "text/html"));
  }

  public static TextDocument document(String text, String mediaType) {
    return new TextDocument(
        EntryId.ofFile("tests", "page"),
        text,
        mediaType,
        "UTF-8",
        0,
        text.length(),
        Capture.UNKNOWN);
  }

  public static Page parse(TextDocument document) {
    try {
      return new PageParser(PageLimits.defaults()).parse(document);
    } catch (PageTooComplexException e) {
      throw new AssertionError(e);
    }
  }
}
