package io.dateline.extract.quote;

import io.dateline.article.Article;
import io.dateline.article.Quote;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the quotes of a story and who said them.
 *
 * <p>A quote is what stands between quotation marks of any kind, straight or curly, double or
 * single, guillemets or corner brackets, or after a dash that opens a paragraph, if it is at least
 * a clause ({@link Quote.Kind#DIRECT}) or if the sentence gives it to somebody ({@link
 * Quote.Kind#PARTIAL}). A fragment that nobody is said to have said is no quote: scare quotes and
 * titles of works. The parts of a quote that the attribution splits are quotes of their own, so
 * that each is a stretch of the body, and of one kind: {@code “The roof,” she said, “leaks.”} is
 * direct in both; a quote over several paragraphs, each reopened with a mark, is one.
 *
 * <p>The text is what stands between the marks, without those that reopen it, and without spaces,
 * commas and semicolons at its end, which are the attribution's; a full stop, a question mark or an
 * exclamation mark within the marks stays, but for the full stop of a fragment, which ends the
 * sentence around it. Offsets are Unicode code points of the paragraphs joined by {@link
 * Article#PARAGRAPH_BREAK}.
 *
 * <p>Stateless and safe for use by several threads. Time grows linearly with the text.
 */
public final class QuoteExtractor {

  /** More quotes than any story has; what follows them is left out. */
  static final int MAX_QUOTES = 5_000;

  /** What the sentence around a quote puts behind it, and some printers before its mark. */
  private static final String NEVER_LAST = ",，、;；،؛";

  /** Characters of which two make a mark. */
  private static final String TYPED_TWICE = "`'";

  private final boolean doubledApostrophes;

  /** An extractor for typographic and straight marks. */
  public QuoteExtractor() {
    this(false);
  }

  /**
   * An extractor that may also read two apostrophes, {@code ''so''}, as a mark wherever they stand.
   *
   * @param doubledApostrophes on for archives that print their marks so; off, two apostrophes stay
   *     what they are elsewhere, seconds and inches, but for texts that open their quotes with two
   *     grave accents
   */
  public QuoteExtractor(boolean doubledApostrophes) {
    this.doubledApostrophes = doubledApostrophes;
  }

  /**
   * Returns the quotes in order of their place.
   *
   * @param paragraphs the body's paragraphs, the first without its dateline
   * @param language BCP 47 tag of the body; if null, the language is guessed among those with word
   *     * lists
   * @return empty if nobody is quoted
   */
  public List<Quote> extract(List<String> paragraphs, @Nullable String language) {
    Lexicon lexicon = Lexicon.of(language, paragraphs);
    List<Quotation> quotations = new QuotationScanner(lexicon, doubledApostrophes).scan(paragraphs);
    if (quotations.isEmpty()) {
      return List.of();
    }
    if (quotations.size() > MAX_QUOTES) {
      quotations = quotations.subList(0, MAX_QUOTES);
    }
    StoryReader reader = new StoryReader(paragraphs, quotations, lexicon);
    return quotes(paragraphs, reader, reader.read());
  }

  private static List<Quote> quotes(
      List<String> paragraphs, StoryReader reader, List<Finding> findings) {
    List<Quote> quotes = new ArrayList<>(findings.size());
    BodyOffsets offsets = new BodyOffsets(paragraphs);
    for (Finding finding : findings) {
      Quotation quotation = finding.quotation();
      String first = paragraphs.get(quotation.paragraph());
      int start = quotation.start();
      int limit =
          quotation.paragraph() == quotation.endParagraph() ? quotation.end() : first.length();
      while (start < limit && MarkScanner.isSpace(first.charAt(start))) {
        start++;
      }
      String last = paragraphs.get(quotation.endParagraph());
      int floor = quotation.paragraph() == quotation.endParagraph() ? start : 0;
      int end = trimmedEnd(last, floor, quotation.end(), finding.direct());
      int from = offsets.at(quotation.paragraph(), start);
      int to = offsets.at(quotation.endParagraph(), end);
      if (to <= from) {
        continue;
      }
      Mention mention = finding.mention();
      String description = reader.description(mention, finding.speaker());
      quotes.add(
          new Quote(
              quotes.size() + 1,
              quotation.paragraph() + 1,
              from,
              to,
              text(paragraphs, quotation, start, end),
              finding.speaker(),
              mention == null ? null : mention.written(),
              description.isEmpty() ? null : description,
              finding.cue(),
              finding.direct() ? Quote.Kind.DIRECT : Quote.Kind.PARTIAL));
    }
    return List.copyOf(quotes);
  }

  private static int trimmedEnd(String text, int start, int close, boolean direct) {
    int end = close;
    while (end > start) {
      char c = text.charAt(end - 1);
      boolean ellipsis = c == '.' && end - 2 >= start && text.charAt(end - 2) == '.';
      boolean initial = c == '.' && end - 3 >= start && text.charAt(end - 3) == '.';
      boolean drop =
          MarkScanner.isSpace(c)
              || NEVER_LAST.indexOf(c) >= 0
              || (!direct && (c == '。' || (c == '.' && !ellipsis && !initial)));
      if (!drop) {
        break;
      }
      end--;
    }
    return end;
  }

  private static String text(List<String> paragraphs, Quotation quotation, int start, int end) {
    if (quotation.paragraph() == quotation.endParagraph()) {
      return paragraphs.get(quotation.paragraph()).substring(start, end);
    }
    String first = paragraphs.get(quotation.paragraph());
    char mark = first.charAt(quotation.open());
    StringBuilder text = new StringBuilder(first.substring(start));
    for (int p = quotation.paragraph() + 1; p < quotation.endParagraph(); p++) {
      text.append(Article.PARAGRAPH_BREAK)
          .append(paragraphs.get(p).substring(reopened(paragraphs.get(p), mark)));
    }
    String last = paragraphs.get(quotation.endParagraph());
    return text.append(Article.PARAGRAPH_BREAK)
        .append(last, Math.min(reopened(last, mark), end), end)
        .toString();
  }

  /**
   * Where a paragraph goes on that reopens a quote: behind the mark that it starts with, if any.
   */
  private static int reopened(String paragraph, char open) {
    int start = QuotationScanner.leadingSpace(paragraph);
    if (start < paragraph.length() && isSame(paragraph.charAt(start), open)) {
      start++;
      if (TYPED_TWICE.indexOf(open) >= 0
          && start < paragraph.length()
          && paragraph.charAt(start) == open) {
        start++;
      }
      while (start < paragraph.length() && MarkScanner.isSpace(paragraph.charAt(start))) {
        start++;
      }
      return start;
    }
    return 0;
  }

  /** Guillemets reopen a quote pointing either way; other marks as they opened it. */
  private static boolean isSame(char mark, char open) {
    return mark == open || (isGuillemet(mark) && isGuillemet(open));
  }

  private static boolean isGuillemet(char mark) {
    return mark == '«' || mark == '»';
  }
}
