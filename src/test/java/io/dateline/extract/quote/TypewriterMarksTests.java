package io.dateline.extract.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Quote;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two grave accents that open and two apostrophes that close, as wires once printed them. */
class TypewriterMarksTests {

  private final QuoteExtractor extractor = new QuoteExtractor();

  /** Paragraphs are separated by ¶, texts of quotes by ^. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ``I drove over it,'' said Ruth Amory. | I drove over it
          ``I drove over it,'' said Ruth Amory. ``It held.'' | I drove over it^It held.
          ``The pier,'' said Ruth Amory, ``held all night.'' | The pier^held all night.
          Ruth Amory said it was ``a fine pier.'' | a fine pier
          ``He said `stop' and I did,'' Ruth Amory said. | He said `stop' and I did
          ``He told me, `Drive on,''' Ruth Amory said. | He told me, `Drive on,'
          ```Drive on,' he told me,'' Ruth Amory said. | `Drive on,' he told me
          The men's pier, Ruth Amory said, ``is 10 feet long.'' | is 10 feet long
          """)
  void openAndCloseAQuote(String story, String texts) {
    List<Quote> quotes = extractor.extract(List.of(story), "en");

    assertThat(quotes).extracting(Quote::text).containsExactly(texts.split("\\^", -1));
    assertThat(quotes).extracting(Quote::speaker).containsOnly("Ruth Amory");
  }

  @Test
  void reopenAQuoteInItsNextParagraph() {
    List<Quote> quotes =
        extractor.extract(List.of("``It leaks.", "``It is old,'' said Ruth Amory."), "en");

    assertThat(quotes).extracting(Quote::text).containsExactly("It leaks.\n\nIt is old");
    assertThat(quotes).extracting(Quote::speaker).containsExactly("Ruth Amory");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ruth Amory is 5' 10'' tall, and said that the wall is 20'' thick.",
        "Ruth Amory said to set ``pier`` to ``open`` in the file.",
      })
  void areNoneWhereOnlyOneKindStands(String story) {
    assertThat(extractor.extract(List.of(story), "en")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"``", "''", "`'", "``a'' ", "``a ", "''' ", "``` a "})
  @Timeout(20)
  void areReadInTimeThatGrowsWithTheText(String piece) {
    List<String> story = Arrays.asList(piece.repeat(200_000 / piece.length()), "``a'' he said");

    assertThat(extractor.extract(story, "en")).hasSizeLessThanOrEqualTo(QuoteExtractor.MAX_QUOTES);
  }
}
