package io.dateline.extract.quote;

/**
 * A stretch of text between marks, before anybody asked who said it. Offsets are UTF-16 code units
 * of their paragraph.
 *
 * @param paragraph 0-based paragraph where it opens
 * @param open offset of the opening mark
 * @param start offset of the first unit after the opening mark
 * @param endParagraph 0-based paragraph where it closes; later than {@code paragraph} if each
 *     paragraph of a long quote was reopened with a mark
 * @param end offset of the closing mark in {@code endParagraph}, or that paragraph's end
 * @param close offset after the closing mark
 */
record Quotation(int paragraph, int open, int start, int endParagraph, int end, int close) {

  /** The same quotation, closed where {@code later} closes. */
  Quotation until(Quotation later) {
    return new Quotation(paragraph, open, start, later.endParagraph(), later.end(), later.close());
  }
}
