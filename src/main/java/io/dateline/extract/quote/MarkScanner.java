package io.dateline.extract.quote;

import com.ibm.icu.lang.UCharacter;
import io.dateline.extract.quote.QuotationMark.Family;
import io.dateline.extract.text.Letters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the double quotation marks of a paragraph and judges each by its looks: a mark with a space
 * before and a letter after looks like an opening one. The judgement is a cost and no decision,
 * since spaces are misplaced and marks are typed wrong; {@link MarkPairing} decides.
 *
 * <p>Direction differs by language: {@code »so«} in German and Danish, {@code «so»} elsewhere;
 * {@code “} closes where {@code „} opens. The scanner learns it once from all paragraphs. Two grave
 * accents that open and two apostrophes that close are marks where a text has both, as the wires of
 * the 1980s and 1990s do: either alone is program text or a measure.
 */
final class MarkScanner {

  /** What it costs to read a mark against its looks. */
  private static final int AGAINST = 3;

  /** What it costs to read a mark whose looks say nothing. */
  private static final int UNCLEAR = 1;

  private static final int SKIP = 4;

  /** What it costs to skip the first of two equal marks in a row: one was typed twice. */
  private static final int AGAIN = 1;

  private static final int ASCII = 0x80;

  private final boolean guillemetsPointInwards;
  private final boolean lowMarksOpen;
  private final boolean doubledApostrophes;

  MarkScanner(List<String> paragraphs, boolean doubledApostrophes) {
    boolean inwards = false;
    boolean low = false;
    boolean undecided = true;
    boolean graves = false;
    boolean apostrophes = false;
    for (String paragraph : paragraphs) {
      low |= paragraph.indexOf('„') >= 0;
      graves = graves || opensWithGraves(paragraph);
      apostrophes = apostrophes || paragraph.contains("''");
      if (undecided) {
        int left = paragraph.indexOf('«');
        int right = paragraph.indexOf('»');
        undecided = left < 0 && right < 0;
        inwards = right >= 0 && (left < 0 || right < left);
      }
    }
    guillemetsPointInwards = inwards;
    lowMarksOpen = low;
    this.doubledApostrophes = doubledApostrophes || (graves && apostrophes);
  }

  /** Whether two grave accents stand before a word or before a quote inside the quote. */
  private static boolean opensWithGraves(String text) {
    for (int i = text.indexOf("``"); i >= 0; i = text.indexOf("``", i + 2)) {
      if (spaceBefore(text, i) && (wordAfter(text, i + 2) || text.startsWith("`", i + 2))) {
        return true;
      }
    }
    return false;
  }

  List<QuotationMark> marks(String paragraph) {
    List<QuotationMark> marks = new ArrayList<>();
    for (int i = 0; i < paragraph.length(); i++) {
      char c = paragraph.charAt(i);
      if (c < ASCII && c != '"' && c != '\'' && c != '`') {
        // No mark, as most characters are.
        continue;
      }
      QuotationMark mark =
          switch (c) {
            case '"', '＂', '\u201F' -> byLooks(paragraph, i, 1, Family.STRAIGHT);
            case '\'', '`' -> doubled(paragraph, i, c);
            case '“' -> lowMarksOpen ? closing(i, Family.CURLY) : opening(i, Family.CURLY);
            case '„' -> opening(i, Family.CURLY);
            case '”' -> curlyClosing(paragraph, i);
            case '«' -> guillemet(paragraph, i, !guillemetsPointInwards);
            case '»' -> guillemet(paragraph, i, guillemetsPointInwards);
            case '「' -> opening(i, Family.CORNER);
            case '」' -> closing(i, Family.CORNER);
            case '『' -> opening(i, Family.WHITE_CORNER);
            case '』' -> closing(i, Family.WHITE_CORNER);
            default -> null;
          };
      if (mark != null) {
        if (mark.length() == 1 && i > 0 && paragraph.charAt(i - 1) == c) {
          int last = marks.size() - 1;
          marks.set(last, marks.get(last).skippedFor(AGAIN));
        }
        marks.add(mark);
        i = mark.after() - 1;
      }
    }
    return marks;
  }

  private static QuotationMark opening(int at, Family family) {
    return new QuotationMark(at, 1, family, 0, AGAINST, SKIP);
  }

  private static QuotationMark closing(int at, Family family) {
    return new QuotationMark(at, 1, family, AGAINST, 0, SKIP);
  }

  /** Swedish and Finnish open with the mark that closes elsewhere. */
  private static QuotationMark curlyClosing(String text, int at) {
    boolean opens = spaceBefore(text, at) && wordAfter(text, at + 1);
    return opens
        ? new QuotationMark(at, 1, Family.CURLY, UNCLEAR, UNCLEAR, SKIP)
        : closing(at, Family.CURLY);
  }

  /** A guillemet between space and word keeps its direction by its looks: {@code »so»}. */
  private static QuotationMark guillemet(String text, int at, boolean opens) {
    boolean before = spaceBefore(text, at);
    boolean after = spaceAfter(text, at + 1);
    if (opens && !before && after) {
      return new QuotationMark(at, 1, Family.GUILLEMET, UNCLEAR, UNCLEAR, SKIP);
    }
    if (!opens && before && !after && wordAfter(text, at + 1)) {
      return new QuotationMark(at, 1, Family.GUILLEMET, UNCLEAR, UNCLEAR, SKIP);
    }
    return opens ? opening(at, Family.GUILLEMET) : closing(at, Family.GUILLEMET);
  }

  private @Nullable QuotationMark doubled(String text, int at, char c) {
    if (!doubledApostrophes || at + 1 >= text.length() || text.charAt(at + 1) != c) {
      return null;
    }
    if (c == '\'' && text.startsWith("'", at + 2) && !text.startsWith("'", at + 3)) {
      // "‘so’”" with a typewriter: the first of three closes what stands inside.
      return null;
    }
    QuotationMark mark = byLooks(text, at, 2, Family.STRAIGHT);
    return c == '`' ? new QuotationMark(at, 2, Family.STRAIGHT, 0, AGAINST, SKIP) : mark;
  }

  private static QuotationMark byLooks(String text, int at, int length, Family family) {
    boolean before = spaceBefore(text, at);
    boolean after = spaceAfter(text, at + length);
    boolean afterDigit = at > 0 && UCharacter.isDigit(text.charAt(at - 1));
    int skip = afterDigit && (after || length == 2) ? 2 : SKIP;
    if (before == after) {
      return new QuotationMark(at, length, family, UNCLEAR, UNCLEAR, skip);
    }
    return before
        ? new QuotationMark(at, length, family, 0, AGAINST, skip)
        : new QuotationMark(at, length, family, AGAINST, 0, skip);
  }

  private static boolean spaceBefore(String text, int at) {
    if (at == 0) {
      return true;
    }
    char c = text.charAt(at - 1);
    return isSpace(c) || "([{—–-/‘¿¡:".indexOf(c) >= 0;
  }

  private static boolean spaceAfter(String text, int at) {
    if (at >= text.length()) {
      return true;
    }
    char c = text.charAt(at);
    return isSpace(c) || ",.;:!?)]}—–-/’".indexOf(c) >= 0;
  }

  private static boolean wordAfter(String text, int at) {
    return at < text.length()
        && (Letters.isLetterOrDigit(text.codePointAt(at))
            || "…([¿¡‘'".indexOf(text.charAt(at)) >= 0);
  }

  static boolean isSpace(char c) {
    return c == '\u00A0' || Letters.isWhiteSpace(c);
  }
}
