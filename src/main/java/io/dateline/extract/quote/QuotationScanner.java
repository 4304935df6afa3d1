package io.dateline.extract.quote;

import io.dateline.extract.quote.MarkPairing.Pair;
import io.dateline.extract.text.Letters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Finds every stretch of text between marks: double marks of all kinds, then single ones where no
 * double ones stand around, then dialogue that a dash opens.
 */
final class QuotationScanner {

  /** Paragraphs that one quote may run over. */
  static final int MAX_PARAGRAPHS = 40;

  private final Lexicon lexicon;
  private final boolean doubledApostrophes;

  QuotationScanner(Lexicon lexicon, boolean doubledApostrophes) {
    this.lexicon = lexicon;
    this.doubledApostrophes = doubledApostrophes;
  }

  List<Quotation> scan(List<String> paragraphs) {
    MarkScanner scanner = new MarkScanner(paragraphs, doubledApostrophes);
    List<List<QuotationMark>> marks = new ArrayList<>(paragraphs.size());
    BitSet code = new BitSet();
    for (String paragraph : paragraphs) {
      boolean isCode = SourceCode.isCode(paragraph);
      code.set(marks.size(), isCode);
      marks.add(isCode ? List.of() : scanner.marks(paragraph));
    }
    List<Quotation> found = new ArrayList<>();
    Quotation running = null;
    for (int p = 0; p < paragraphs.size(); p++) {
      String text = paragraphs.get(p);
      boolean reopens =
          p + 1 < paragraphs.size() && startsWithMark(paragraphs.get(p + 1), marks.get(p + 1));
      List<Quotation> here = new ArrayList<>();
      for (Pair pair : MarkPairing.pair(marks.get(p), reopens)) {
        here.add(quotation(p, text, pair));
      }
      if (!code.get(p)) {
        SingleMarks.add(here, p, text, lexicon);
      }
      if (here.isEmpty()) {
        here.addAll(DashDialogue.find(p, text, lexicon));
      }
      for (Quotation quotation : here) {
        boolean continued =
            running != null
                && quotation.open() == leadingSpace(text)
                && p - running.paragraph() < MAX_PARAGRAPHS;
        if (running != null && !continued) {
          found.add(running);
          running = null;
        }
        Quotation whole = running != null ? running.until(quotation) : quotation;
        running = null;
        if (reopens
            && quotation.equals(here.get(here.size() - 1))
            && quotation.end() == text.length()) {
          running = whole;
        } else {
          found.add(whole);
        }
      }
      if (here.isEmpty() && running != null) {
        found.add(running);
        running = null;
      }
    }
    if (running != null) {
      found.add(running);
    }
    return found;
  }

  private static Quotation quotation(int paragraph, String text, Pair pair) {
    QuotationMark close = pair.close();
    int end = close == null ? text.length() : close.at();
    int after = close == null ? text.length() : close.after();
    return new Quotation(paragraph, pair.open().at(), pair.open().after(), paragraph, end, after);
  }

  private static boolean startsWithMark(String text, List<QuotationMark> marks) {
    return !marks.isEmpty()
        && marks.get(0).at() == leadingSpace(text)
        && marks.get(0).openingCost() < 2;
  }

  static int leadingSpace(String text) {
    int i = 0;
    while (i < text.length() && Letters.isWhiteSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
