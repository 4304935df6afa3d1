package io.dateline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Article;
import io.dateline.article.ArticleField;
import io.dateline.article.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the dates on a page is the day of its story. */
class DatesTests {

  private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();

  private static final String STORY =
      """
      <p>The old ferry sailed out of the harbour on Monday, and hundreds of people watched it from the quay.</p>
      <p>It had been laid up for nine years, and the council had long given up the hope to see it sail again.</p>
      <p>"There is still some water between us and the island," the captain said before the boat left the port.</p>
      """;

  private static final String TEXT_STORY =
      """
      The old ferry sailed out of the harbour on Monday, and hundreds of people watched it from the quay.

      It had been laid up for nine years, and the council had long given up the hope to see it sail again.
      """;

  private static Article ofHtml(String head, String body) {
    return EXTRACTOR.extract(
        Pages.ofHtml(
            "<html><head>" + head + "</head><body><main>" + body + "</main></body></html>"),
        Trace.NONE);
  }

  private static Article ofText(String text) {
    return EXTRACTOR.extract(Pages.ofText(text), Trace.NONE);
  }

  private static String jsonLd(String properties) {
    return "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\","
        + properties
        + "}</script>";
  }

  @Nested
  class OfOtherTexts {

    @Test
    void areLeftWhereReadersCommentBelowTheStory() {
      Article article =
          ofHtml(
              "",
              "<h1>The ferry sails again</h1>"
                  + STORY
                  + "<div class='comment-list'><div class='comment-meta'>7 May 2018</div></div>");

      assertThat(article.datePublished()).isNull();
    }

    @Test
    void areLeftWhereACommentSectionFollowsInADump() {
      Article article =
          ofText(
              "The ferry sails again after nine years\n\n"
                  + TEXT_STORY
                  + "\nComments\n\nAnn Example\n\n7 May 2018\n\nI remember the old boat.\n");

      assertThat(article.datePublished()).isNull();
    }

    @Test
    void areNotTakenFromAStoryThatOnlyBearsTheWordComments() {
      Article article =
          ofHtml(
              "",
              "<div class='post comments-open'><h1>The ferry sails again</h1><div>7 May 2018</div>"
                  + STORY
                  + "</div>");

      assertThat(article.datePublished()).isEqualTo("2018-05-07");
    }

    @Test
    void losesTheDayInTheBannerAgainstTheOneAtTheHeadline() {
      Article article =
          EXTRACTOR.extract(
              Pages.ofHtml(
                  "<header><div>Monday, 12 March 2018</div></header><main><p>5 March 2018</p>"
                      + "<h1>The ferry sails again</h1>"
                      + STORY
                      + "</main>"),
              Trace.NONE);

      assertThat(article.datePublished()).isEqualTo("2018-03-05");
    }

    @Test
    void isNoneThatIsLaterThanThePagesLastChange() {
      Article article =
          ofHtml(
              "",
              "<h1>The ferry sails again</h1><p>Last modified: 8 August 2018</p>"
                  + STORY
                  + "<h3>Read on</h3><p>5 March 2019</p>");

      assertThat(article.datePublished()).isEqualTo("2018-08-08");
      assertThat(article.sources()).containsEntry(ArticleField.DATE_PUBLISHED, "update");
    }
  }

  @Nested
  class OfTheStory {

    @Test
    void isFoundInTheFooterOfTheArticleItself() {
      Article article =
          ofHtml(
              "",
              "<article><h1>The ferry sails again</h1>"
                  + STORY
                  + "<footer><div>12 August 2018 by the harbour desk</div></footer></article>");

      assertThat(article.datePublished()).isEqualTo("2018-08-12");
    }

    @Test
    void isNotFoundInTheFooterOfThePage() {
      Article article =
          ofHtml(
              "",
              "<h1>The ferry sails again</h1>"
                  + STORY
                  + "<footer><div>12 August 2018</div></footer>");

      assertThat(article.datePublished()).isNull();
    }

    @Test
    void opensItBeforeADash() {
      Article article =
          ofText("The ferry sails again after nine years\n\n" + "17.10.2018 – " + TEXT_STORY);

      assertThat(article.datePublished()).isEqualTo("2018-10-17");
    }

    @Test
    void standsBehindALabelInsideALine() {
      Article article =
          ofText(
              "The ferry sails again after nine years\n\nHarbour Post — 02.01.2023 09:51\n\n"
                  + "by Ann Example, desk for harbours, ferries and old boats Published: 14.03.2019\n\n"
                  + TEXT_STORY);

      assertThat(article.datePublished()).isEqualTo("2019-03-14");
    }

    @Test
    void standsBelowItBesideItsSection() {
      Article article =
          ofText(
              "The ferry sails again after nine years\n\n"
                  + TEXT_STORY
                  + "\nComments\n\nName\n\nWebsite\n\nSend\n\n17.11.2019\n\nFiled under: Harbour\n");

      assertThat(article.datePublished()).isEqualTo("2019-11-17");
    }
  }

  @Nested
  class WhereThePrintedLineAndTheMetadataDiffer {

    private static final String TITLE = "<h1>The ferry sails again</h1>";

    @Test
    void winsTheLineThatStandsAloneAndIsEarlier() {
      Article article =
          ofHtml(jsonLd("\"datePublished\":\"2018-03-09\""), TITLE + "<p>5 March 2018</p>" + STORY);

      assertThat(article.datePublished()).isEqualTo("2018-03-05");
    }

    @Test
    void winsTheLineThatAnotherStatementAgreesWith() {
      Article article =
          ofHtml(
              jsonLd("\"datePublished\":\"2018-03-05T10:00:00Z\"")
                  + "<meta property='article:published_time' content='2018-03-07'>",
              TITLE + "<p>By the harbour desk, 7 March 2018</p>" + STORY);

      assertThat(article.datePublished()).isEqualTo("2018-03-07");
    }

    @Test
    void winsTheStatementOverALineThatIsTheDayOfAnUpdate() {
      Article article =
          ofHtml(
              jsonLd("\"datePublished\":\"2018-03-05\",\"dateModified\":\"2018-03-07\"")
                  + "<meta name='date' content='2018-03-07'>",
              TITLE + "<p>7 March 2018</p>" + STORY);

      assertThat(article.datePublished()).isEqualTo("2018-03-05");
      assertThat(article.dateModified()).isEqualTo("2018-03-07");
    }

    @Test
    void hearsTheTraceOfTheLineThatWins() {
      List<String> heard = new ArrayList<>();
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
              if (field == ArticleField.DATE_PUBLISHED) {
                heard.add((chosen ? "* " : "") + source + ": " + value + " - " + reason);
              }
            }
          };

      EXTRACTOR.extract(
          Pages.ofHtml(
              jsonLd("\"datePublished\":\"2018-03-09\"") + TITLE + "<p>5 March 2018</p>" + STORY),
          trace);

      assertThat(heard)
          .contains(
              "* text: 5 March 2018 - printed alone at the headline, and earlier",
              "json-ld: 2018-03-09 - overruled");
      assertThat(heard).filteredOn(line -> line.startsWith("*")).hasSize(1);
    }
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          01/12/2015 | ACCRA, Dec. 31 (AP) -- | 2015-12-01
          12/31/2015 | ACCRA, Jan. 1 (AP) --  | 2015-12-31
          01/02/2016 | ACCRA, Dec. 31 (AP) -- | 2016-01-02
          Posted by editor on Sat, 01/07/1995 - 08:15 | ACCRA (AP) -- | 1995-01-07
          01/07/1990 | CHICAGO (AP) --        | 1990-01-07
          01/07/1990 | ACCRA, Ghana (AP) --   | 1990-07-01
          """)
  void readsNumbersByWhereAndWhenTheStoryWasFiled(String line, String dateline, String day) {
    Article article =
        ofText(
            "The ferry sails again after nine years\n\n"
                + line
                + "\n\n"
                + dateline
                + " "
                + TEXT_STORY);

    assertThat(article.datePublished()).startsWith(day);
  }
}
