package io.dateline.page;

import com.ibm.icu.lang.UCharacter;
import io.dateline.page.PlainText.Line;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the lines of a text make up paragraphs, where paragraphs were broken into lines of a fixed
 * width: newswire, e-mail, typescripts.
 *
 * <p>A line that was broken is recognised by its being full: the first word of the next line would
 * not have fitted. A list of short lines, and paragraphs of one line each, are not full.
 */
final class HardWrap {

  /** Narrowest width that text is wrapped to, in characters. */
  private static final int MIN_WIDTH = 35;

  /** Widest; a longer line is a paragraph of its own. */
  private static final int MAX_WIDTH = 120;

  /** By how much a line may fall short of the width although the next word would have fitted. */
  private static final int RAGGED = 6;

  /** Share of lines that a few overlong ones may make up, such as those with an address. */
  private static final double OVERLONG_SHARE = 0.03;

  /** Share of the lines followed by another that are full, in wrapped text. */
  private static final double FULL_SHARE = 0.5;

  /** Share of the full lines after which a sentence runs on in a small letter. */
  private static final double RUNNING_ON_SHARE = 0.3;

  private final int width;
  private final Set<String> words;

  private HardWrap(int width, Set<String> words) {
    this.width = width;
    this.words = words;
  }

  /** How {@code lines} are wrapped, or null if each is a paragraph by itself. */
  static @Nullable HardWrap of(List<Line> lines) {
    if (lines.size() < 2) {
      return null;
    }
    int width = width(lines);
    if (width < MIN_WIDTH || width > MAX_WIDTH) {
      return null;
    }
    return new Evidence(lines, width).isWrapped() ? new HardWrap(width, words(lines)) : null;
  }

  /** What the pairs of lines that follow each other say. */
  private static final class Evidence {

    private int adjacent;
    private int full;
    private int runningOn;
    private int outdented;
    private int outdentedFull;

    Evidence(List<Line> lines, int width) {
      for (int i = 1; i < lines.size(); i++) {
        Line line = lines.get(i - 1);
        Line next = lines.get(i);
        if (next.gapBefore() == 0 && !startsParagraph(line, next)) {
          add(line, next, isFull(line, next, width));
        }
      }
    }

    private void add(Line line, Line next, boolean isFull) {
      adjacent++;
      full += isFull ? 1 : 0;
      runningOn += isFull && startsSmall(next.text()) ? 1 : 0;
      if (next.indent() < line.indent()) {
        outdented++;
        outdentedFull += isFull ? 1 : 0;
      }
    }

    boolean isWrapped() {
      boolean mostly = full > adjacent * FULL_SHARE && runningOn > full * RUNNING_ON_SHARE;
      // Newswire tables: rows of any length, but paragraphs that open with an indent.
      boolean indented = outdented > 0 && outdentedFull == outdented && runningOn > 0;
      return mostly || indented;
    }
  }

  /** Whether {@code next} goes on with the paragraph of {@code line}. */
  boolean continues(Line line, Line next) {
    return next.gapBefore() == 0
        && !startsParagraph(line, next)
        && (isFull(line, next, width) || (startsSmall(next.text()) && !endsSentence(line.text())));
  }

  /**
   * Appends a line to its paragraph. A hyphen at the end of a line goes only if the document has
   * the word elsewhere without it; else it may belong to the word.
   */
  void join(StringBuilder paragraph, String next) {
    int end = paragraph.length();
    boolean hyphen =
        end > 1
            && paragraph.charAt(end - 1) == '-'
            && UCharacter.isLetter(paragraph.charAt(end - 2))
            && UCharacter.isLetter(next.charAt(0));
    if (!hyphen) {
      paragraph.append(' ');
    } else if (words.contains(wordBefore(paragraph, end - 1) + wordAt(next, 0))) {
      paragraph.setLength(end - 1);
    }
    paragraph.append(next);
  }

  /** The width that all but a few lines keep, with their indent. */
  private static int width(List<Line> lines) {
    int[] lengths = lines.stream().mapToInt(l -> l.indent() + l.text().length()).toArray();
    Arrays.sort(lengths);
    return lengths[lengths.length - 1 - (int) (lengths.length * OVERLONG_SHARE)];
  }

  /** An indented line after one that is indented less opens a paragraph. */
  private static boolean startsParagraph(Line line, Line next) {
    return next.indent() > line.indent();
  }

  private static boolean isFull(Line line, Line next, int width) {
    int length = line.indent() + line.text().length();
    return length + 1 + wordEnd(next.text()) > width - RAGGED;
  }

  private static int wordEnd(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? text.length() : space;
  }

  private static boolean startsSmall(String text) {
    return UCharacter.isULowercase(text.codePointAt(0));
  }

  private static boolean endsSentence(String text) {
    return ".!?:".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  private static Set<String> words(List<Line> lines) {
    if (lines.stream().noneMatch(l -> l.text().endsWith("-"))) {
      return Set.of();
    }
    Set<String> words = new HashSet<>();
    for (Line line : lines) {
      String text = line.text();
      for (int i = 0; i < text.length(); i++) {
        if (UCharacter.isLetter(text.charAt(i))) {
          String word = wordAt(text, i);
          words.add(word);
          i += word.length();
        }
      }
    }
    return words;
  }

  private static String wordAt(String text, int from) {
    int end = from;
    while (end < text.length() && UCharacter.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end);
  }

  private static String wordBefore(CharSequence text, int end) {
    int from = end;
    while (from > 0 && UCharacter.isLetter(text.charAt(from - 1))) {
      from--;
    }
    return text.subSequence(from, end).toString();
  }
}
