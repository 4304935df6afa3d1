package io.dateline.cli.inspect;

import io.dateline.article.ArticleField;
import io.dateline.article.Quote;
import io.dateline.cli.inspect.MarkedText.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The blocks of a document in which the values that were taken are marked where they stand. */
final class SourceView {

  /** Longer values are blocks of their own, and looking for them would take long. */
  private static final int MAX_VALUE = 1_000;

  /** Quotes after the next one that are looked for as well. */
  private static final int MAX_PASSED_OVER = 5;

  /** Of these the value is no text of the document, or all of it. */
  private static final Set<ArticleField> UNMARKED =
      Set.of(
          ArticleField.ABSTRACT,
          ArticleField.ARTICLE_BODY,
          ArticleField.IN_LANGUAGE,
          ArticleField.CAPTURE_DATE,
          ArticleField.DATELINE_COUNTRY,
          ArticleField.DATE_CREATED);

  /** A line of plain text, which is no element. */
  private static final String LINE = "line";

  /** A block with its fate; without a line in HTML, and without a tag in plain text. */
  record MarkedBlock(
      boolean kept,
      String reason,
      @Nullable String tag,
      @Nullable Integer line,
      List<Part> parts) {}

  private SourceView() {}

  /**
   * Marks the values that won, by their columns' names, and quotes and speakers.
   *
   * @param quotes in the order of the text
   */
  static List<MarkedBlock> of(Explanation why, List<Quote> quotes) {
    Map<String, String> values = values(why);
    List<MarkedBlock> blocks = new ArrayList<>();
    int next = 0;
    for (Explanation.Verdict block : why.blocks()) {
      MarkedText text = new MarkedText(block.text());
      if (block.kept()) {
        next = markQuotes(text, quotes, next);
      }
      // Last: a place or a writer may be named in a quote as well.
      values.forEach((value, field) -> text.mark(value, field, 0));
      blocks.add(
          new MarkedBlock(
              block.kept(),
              block.reason(),
              block.tag().equals(LINE) ? null : block.tag(),
              block.line() == 0 ? null : block.line(),
              text.parts()));
    }
    return blocks;
  }

  private static Map<String, String> values(Explanation why) {
    Map<String, String> values = new LinkedHashMap<>();
    why.candidates()
        .forEach(
            (field, candidates) -> {
              if (!UNMARKED.contains(field)) {
                candidates.stream()
                    .filter(Explanation.Candidate::chosen)
                    .map(Explanation.Candidate::value)
                    .filter(value -> value != null && isMarkable(value))
                    .forEach(value -> values.putIfAbsent(value, field.column()));
              }
            });
    return values;
  }

  private static boolean isMarkable(String value) {
    return !value.isBlank() && value.length() <= MAX_VALUE;
  }

  /**
   * Quotes stand in the order of the blocks, so each block goes on where the last one stopped. One
   * that stands nowhere, since it goes over two blocks, is passed over once a later one is found.
   */
  private static int markQuotes(MarkedText text, List<Quote> quotes, int first) {
    List<Quote> marked = new ArrayList<>();
    int next = first;
    int from = 0;
    for (int i = first; i < Math.min(quotes.size(), next + MAX_PASSED_OVER); i++) {
      int end = text.mark(quotes.get(i).text(), "quote", from);
      if (end >= 0) {
        marked.add(quotes.get(i));
        from = end;
        next = i + 1;
      }
    }
    // After all quotes, so that none loses its place to the speaker of another.
    marked.forEach(quote -> markSpeaker(text, quote));
    return next;
  }

  private static void markSpeaker(MarkedText text, Quote quote) {
    String speaker = quote.speakerAsWritten();
    if (speaker != null && isMarkable(speaker)) {
      text.mark(speaker, "speaker", 0);
    }
  }
}
