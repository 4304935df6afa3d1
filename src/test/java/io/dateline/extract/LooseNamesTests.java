package io.dateline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Article;
import io.dateline.article.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is an author without a label or a line of their own that says so, and who is not. */
class LooseNamesTests {

  private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();

  private static final String STORY =
      """
      The old ferry sailed out of the harbour on Monday, and hundreds of people watched it from the quay.

      It had been laid up for nine years, and the council had long given up the hope to see it sail again.
      """;

  private static Article under(String headline, String lines) {
    return EXTRACTOR.extract(
        Pages.ofText(headline + "\n\n" + headline + "\n\n" + lines + "\n\n" + STORY), Trace.NONE);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          By Nora Quill 6 May 2019                             | Nora Quill
          by Nora Quill on May 6, 2019                         | Nora Quill
          By Nora Quill published 6 May 2019                   | Nora Quill
          Nora Quill, 06.05.2019 15:32                         | Nora Quill
          "Nora Quill | 06.05.2019 - Updated: 07.05.2019"      | Nora Quill
          "6 May 2019 • Nora Quill • 3 minutes"                | Nora Quill
          6 May 2019 Nora Quill 12                             | Nora Quill
          Posted on 6 May 2019 by Nora Quill — Leave a comment | Nora Quill
          "Mon 06.05.19 | 14:07 | By Nora Quill-Macquarie"     | Nora Quill-Macquarie
          Nora MacQuill 6 May 2019                             | Nora MacQuill
          """)
  void areReadOnTheLineOfTheDayAboveTheStory(String line, String author) {
    assertThat(under("The ferry sails again after nine years", line).authors())
        .containsExactly(author);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "New York 6 May 2019",
        "QuillPublished Quay 6 May 2019",
        "6 May 2019 Nora Quill Culture",
        "6 May 2019 Leave a comment",
        "Nora Quill Drive 6 May 2019",
        "By Courier 6 May 2019"
      })
  void areNoneOnTheLineOfTheDayThatNamesNobodyForCertain(String line) {
    assertThat(under("The ferry sails again after nine years", line).authors()).isEmpty();
  }

  @Test
  void areNoneInALineOfTheDayBelowTheStory() {
    Article article =
        EXTRACTOR.extract(
            Pages.ofText(
                "The ferry sails again after nine years\n\n" + STORY + "\nNora Quill 6 May 2019\n"),
            Trace.NONE);

    assertThat(article.authors()).isEmpty();
  }

  @Test
  void areNotTheHeadlineThatStandsAboveTheDay() {
    Article article = under("Old Ferry Sails Again", "6 May 2019");

    assertThat(article.headline()).isEqualTo("Old Ferry Sails Again");
    assertThat(article.authors()).isEmpty();
  }

  @Test
  void areNotTheSiteThatStandsBesideTheDay() {
    Article article =
        EXTRACTOR.extract(
            Pages.ofText(
                "The ferry sails again after nine years - LA GACETA\n\n"
                    + "The ferry sails again after nine years\n\n6 May 2019\n\nLA GACETA\n\n"
                    + STORY),
            Trace.NONE);

    assertThat(article.publisher()).isEqualTo("LA GACETA");
    assertThat(article.authors()).isEmpty();
  }

  @Test
  void areNoButtonsWhoseLoanWordsAreSpelledLikeNames() {
    assertThat(under("The ferry sails again after nine years", "2019年5月6日\n\nシェア").authors())
        .isEmpty();
    assertThat(under("The ferry sails again after nine years", "2019年5月6日\n\n山田花子").authors())
        .containsExactly("山田花子");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NEW YORK",
        "New Delhi",
        "BELO HORIZONTE",
        "Harbour Ledger",
        "Beispieler Kreisblatt",
        "Diario Quill"
      })
  void areNoPlaceAndNoPaperOnTheLineAboveTheDay(String line) {
    assertThat(under("The ferry sails again after nine years", line + "\n6 May 2019").authors())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"BELO HORIZONTE", "London"})
  void standAboveThePlaceAndTheDay(String place) {
    String lines = "Nora Quill\n" + place + "\n6 May 2019";

    assertThat(under("The ferry sails again after nine years", lines).authors())
        .containsExactly("Nora Quill");
    assertThat(
            EXTRACTOR
                .extract(
                    Pages.ofHtml(
                        "<h1>The ferry sails again</h1><div>Nora Quill</div><div>"
                            + place
                            + "</div><time>6 May 2019</time><p>"
                            + STORY.replace("\n\n", "</p><p>")
                            + "</p>"),
                    Trace.NONE)
                .authors())
        .containsExactly("Nora Quill");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "The ferry sails again after nine years, Nora Quill in London, Nora Quill",
    "The ferry sails again after nine years, Nora Quill in the harbour,",
    "Old Ferry Sails Again, Storm Damage in London,",
  })
  void mayBeFollowedByThePlaceWhereHeadlinesAreSentences(
      String headline, String line, @Nullable String author) {
    Article article =
        EXTRACTOR.extract(
            Pages.ofText(headline + "\n" + line + "\n6 May 2019\n\n" + STORY), Trace.NONE);

    assertThat(article.authors()).isEqualTo(author == null ? List.of() : List.of(author));
  }
}
