package io.dateline.extract.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Quote;
import java.util.Arrays;
import java.util.List;

/** The last quote of a story that stands in one line of a test, its paragraphs separated by ¶. */
final class LastQuote {

  private static final QuoteExtractor EXTRACTOR = new QuoteExtractor();

  private LastQuote() {}

  static Quote of(String story, String language) {
    List<Quote> quotes = EXTRACTOR.extract(Arrays.asList(story.split("¶", -1)), language);
    assertThat(quotes).isNotEmpty();
    return quotes.get(quotes.size() - 1);
  }
}
