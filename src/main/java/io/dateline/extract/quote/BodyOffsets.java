package io.dateline.extract.quote;

import io.dateline.article.Article;
import java.util.List;

/**
 * Turns places in paragraphs into code points of the whole body. Counts on from the place asked for
 * last, so that places asked for in order cost one pass over the text.
 */
final class BodyOffsets {

  private final List<String> paragraphs;
  private int paragraph;
  private int unit;
  private int codePoints;

  BodyOffsets(List<String> paragraphs) {
    this.paragraphs = paragraphs;
  }

  /**
   * The offset in the body of UTF-16 code unit {@code at} of paragraph {@code number}, both from 0.
   */
  int at(int number, int at) {
    if (number < paragraph || (number == paragraph && at < unit)) {
      paragraph = 0;
      unit = 0;
      codePoints = 0;
    }
    while (paragraph < number) {
      String text = paragraphs.get(paragraph);
      codePoints += text.codePointCount(unit, text.length()) + Article.PARAGRAPH_BREAK.length();
      paragraph++;
      unit = 0;
    }
    codePoints += paragraphs.get(paragraph).codePointCount(unit, at);
    unit = at;
    return codePoints;
  }
}
