package io.dateline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Article;
import io.dateline.article.ArticleField;
import io.dateline.article.Capture;
import io.dateline.article.Page;
import io.dateline.article.TextDocument;
import io.dateline.article.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which number of {@code 03/02/2021} is the day, and whether anything on the page told so. */
class DayOrderTests {

  private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();

  private static final String STORY =
      """
      The old ferry sailed out of the harbour again, and hundreds of people watched it from the quay.

      It had been laid up for nine years, and the council had long given up the hope to see it sail.
      """;

  private static final String ASSUMED =
      "day before month: the usual order; nothing on the page decides";

  /** What an article came out as, and why its date won. */
  private record Outcome(Article article, String reason) {}

  private static Outcome of(Page page) {
    List<String> reasons = new ArrayList<>();
    Trace trace =
        new Trace() {
          @Override
          public boolean isOn() {
            return true;
          }

          @Override
          public void candidate(
              ArticleField field,
              @Nullable String value,
              String source,
              boolean chosen,
              String reason) {
            if (field == ArticleField.DATE_PUBLISHED && chosen) {
              reasons.add(reason);
            }
          }
        };
    Article article = EXTRACTOR.extract(page, trace);
    return new Outcome(article, String.join(" | ", reasons));
  }

  private static Outcome ofText(String line, String rest) {
    return of(
        Pages.ofText(
            "The ferry sails again after nine years\n\n" + line + "\n\n" + STORY + "\n" + rest));
  }

  private static Outcome ofHtml(String attributes, String head, String line) {
    return of(
        Pages.ofHtml(
            "<html"
                + attributes
                + "><head>"
                + head
                + "</head><body><main><h1>The ferry sails again</h1><p>"
                + line
                + "</p><p>"
                + STORY.replace("\n\n", "</p><p>")
                + "</p></main></body></html>"));
  }

  @Test
  void isAssumedInATextThatTellsNothing() {
    Outcome outcome = ofText("Published: 03/02/2021", "");

    assertThat(outcome.article().datePublished()).isEqualTo("2021-02-03");
    assertThat(outcome.article().dateOrderAssumed()).isTrue();
    assertThat(outcome.reason()).isEqualTo("first that fits; " + ASSUMED);
  }

  @Test
  void isAssumedOnAPageThatDeclaresALanguageAlone() {
    Outcome outcome = ofHtml(" lang='en'", "", "03/02/2021");

    assertThat(outcome.article().datePublished()).isEqualTo("2021-02-03");
    assertThat(outcome.article().dateOrderAssumed()).isTrue();
    assertThat(outcome.reason()).endsWith(ASSUMED);
  }

  @Test
  void isAssumedAlsoWhereTheMetadataIsWrittenInNumbers() {
    Outcome outcome = ofHtml("", "<meta name='date' content='03/02/2021'>", "");

    assertThat(outcome.article().dateOrderAssumed()).isTrue();
    assertThat(outcome.reason()).endsWith(ASSUMED);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en-US | 2021-03-02 | month before day: the region of the page's language
          en-GB | 2021-02-03 | day before month: the region of the page's language
          """)
  void isDecidedByADeclaredRegion(String language, String day, String reason) {
    Outcome outcome = ofHtml(" lang='" + language + "'", "", "03/02/2021");

    assertThat(outcome.article().datePublished()).isEqualTo(day);
    assertThat(outcome.article().dateOrderAssumed()).isFalse();
    assertThat(outcome.reason()).endsWith(reason);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Published: 03/02/2021     | Updated: 03/25/2021    | 2021-03-02 | month before day: other dates of the page show it
          Published: 03/02/2021     | Updated: 25/03/2021    | 2021-02-03 | day before month: other dates of the page show it
          Published: 03/02/2021     | Printed: 2 March 2021  | 2021-03-02 | month before day: another date of the page says the same day
          Published: 03/02/2021     | Printed: 2021-02-03    | 2021-02-03 | day before month: another date of the page says the same day
          Published: Tue 03/02/2021 |                        | 2021-03-02 | month before day: the weekday beside it
          """)
  void isDecidedByWhatElseIsPrinted(String line, @Nullable String rest, String day, String reason) {
    Outcome outcome = ofText(line, rest == null ? "" : rest);

    assertThat(outcome.article().datePublished()).isEqualTo(day);
    assertThat(outcome.article().dateOrderAssumed()).isFalse();
    assertThat(outcome.reason()).endsWith(reason);
  }

  @Test
  void isDecidedByTheDayInTheAddress() {
    Outcome outcome =
        ofHtml(
            "",
            "<link rel='canonical' href='https://courier.example/2021/03/02/ferry'>",
            "03/02/2021");

    assertThat(outcome.article().datePublished()).isEqualTo("2021-03-02");
    assertThat(outcome.article().dateOrderAssumed()).isFalse();
  }

  @Test
  void isNoneThatPutsTheStoryBehindThePagesLastChange() {
    Outcome outcome =
        ofHtml(
            "",
            "<meta property='article:modified_time' content='2021-05-11T10:00:00Z'>",
            "09/05/2021");

    assertThat(outcome.article().datePublished()).isEqualTo("2021-05-09");
    assertThat(outcome.article().dateOrderAssumed()).isFalse();
    assertThat(
            ofHtml(
                    "",
                    "<meta property='article:modified_time' content='2021-05-07T10:00:00Z'>",
                    "05/06/2021")
                .article()
                .datePublished())
        .isEqualTo("2021-05-06");
  }

  @Test
  void isNoneThatPutsTheStoryBehindItsCapture() throws Exception {
    TextDocument plain =
        Pages.document(
            "The ferry sails again after nine years\n\nPublished: 05/06/2021\n\n" + STORY,
            "text/plain");

    Outcome outcome =
        of(
            Pages.parse(
                new TextDocument(
                    plain.id(),
                    plain.text(),
                    plain.mediaType(),
                    plain.charset(),
                    0,
                    plain.sizeBytes(),
                    new Capture(null, null, "2021-05-08T09:00:00Z", null, null))));

    assertThat(outcome.article().datePublished()).isEqualTo("2021-05-06");
    assertThat(outcome.article().dateOrderAssumed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"13/02/2021", "02/02/2021", "2021-03-02", "3 February 2021", "03.02.2021"})
  void isNothingToAskOfADateThatHasOneReadingAlone(String date) {
    Outcome outcome = ofText("Published: " + date, "");

    assertThat(outcome.article().datePublished()).isNotNull();
    assertThat(outcome.article().dateOrderAssumed()).isFalse();
    assertThat(outcome.reason()).isEqualTo("first that fits");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LONDON —               | 2021-02-03 | day before month: the land in the dateline
          GRIMSBY, England (PA) - | 2021-02-03 | day before month: the land in the dateline
          NAIROBI (Reuters) -     | 2021-02-03 | day before month: the usual order; nothing on the page decides
          LONDON (AP) —          | 2021-02-03 | day before month: the usual order; nothing on the page decides
          MONTREAL (CP) -         | 2021-02-03 | day before month: the usual order; nothing on the page decides
          CHICAGO (AP) -          | 2021-03-02 | month before day: the land in the dateline
          CHICAGO -               | 2021-03-02 | month before day: the land in the dateline
          """)
  void isThatOfTheLandInTheDatelineWhereItHasOneAlone(String dateline, String day, String reason) {
    Outcome outcome =
        of(
            Pages.ofText(
                "The ferry sails again after nine years\n\nPublished: 03/02/2021\n\n"
                    + dateline
                    + " "
                    + STORY));

    assertThat(outcome.article().dateline()).isNotNull();
    assertThat(outcome.article().datePublished()).isEqualTo(day);
    assertThat(outcome.reason()).endsWith(reason);
    assertThat(outcome.article().dateOrderAssumed()).isEqualTo(reason.contains("usual"));
  }
}
