package io.dateline.page;

import java.util.ArrayList;
import java.util.List;

/** Plain text as blocks: each line one block, or the lines of a paragraph joined. */
final class PlainText {

  /** Columns of a tab stop, to compare indents. */
  private static final int TAB_COLUMNS = 8;

  /**
   * A line of the source that is not blank.
   *
   * @param text folded
   * @param indent columns of white space before it
   * @param gapBefore blank lines before it
   * @param number from 1
   */
  record Line(String text, int indent, int gapBefore, int number) {}

  private final List<Line> lines = new ArrayList<>();

  PlainText(String text) {
    split(text);
  }

  void addTo(BlockList blocks) throws PageTooComplexException {
    HardWrap wrap = HardWrap.of(lines);
    if (wrap == null) {
      for (Line line : lines) {
        blocks.addLine(line.text(), line.gapBefore(), line.number());
      }
      return;
    }
    for (int i = 0; i < lines.size(); ) {
      Line first = lines.get(i);
      StringBuilder paragraph = new StringBuilder(first.text());
      i++;
      while (i < lines.size() && wrap.continues(lines.get(i - 1), lines.get(i))) {
        wrap.join(paragraph, lines.get(i).text());
        i++;
      }
      blocks.addLine(TextFolding.fold(paragraph), first.gapBefore(), first.number());
    }
  }

  private void split(String text) {
    int number = 1;
    int gap = 0;
    for (int from = 0; from < text.length(); ) {
      int end = lineEnd(text, from);
      String folded = TextFolding.fold(text.substring(from, end));
      if (folded.isEmpty()) {
        gap++;
      } else {
        lines.add(new Line(folded, indent(text, from, end), gap, number));
        gap = 0;
      }
      boolean pageBreak = end < text.length() && text.charAt(end) == '\f';
      if (pageBreak) {
        gap++;
      } else {
        number++;
      }
      boolean crLf = text.startsWith("\r\n", end);
      from = end + (crLf ? 2 : 1);
    }
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** LF, VT, FF, CR, NEL, line and paragraph separator: UAX 14's mandatory breaks. */
  private static boolean isBreak(char c) {
    return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  private static int indent(String text, int from, int end) {
    int columns = 0;
    for (int i = from; i < end && TextFolding.isSpace(text.charAt(i)); i++) {
      columns += text.charAt(i) == '\t' ? TAB_COLUMNS - columns % TAB_COLUMNS : 1;
    }
    return columns;
  }
}
