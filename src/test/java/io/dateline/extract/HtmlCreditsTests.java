package io.dateline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Article;
import io.dateline.article.ArticleField;
import io.dateline.article.Trace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HtmlCreditsTests {

  private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();

  private static final String STORY =
      """
      <p>The ferry across the sound sailed again on Thursday, nine years after it was laid up.</p>
      <p>Some two hundred passengers stood on the quay at six in the morning to see it off.</p>
      <p>The council bought the boat from a yard in the north and had it painted in white.</p>
      <p>It will sail four times a day until October, and twice a day in winter.</p>
      """;

  private static Article page(String head, String underTheHeadline) {
    return EXTRACTOR.extract(
        Pages.ofHtml(
            "<html lang='en'><head>"
                + head
                + "</head><body><article><h1>Ferry sails again after nine years</h1>"
                + underTheHeadline
                + STORY
                + "</article></body></html>"),
        Trace.NONE);
  }

  private static String jsonLd(String statements) {
    return "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", "
        + statements
        + "}</script>";
  }

  @Nested
  class Authors {

    @Test
    void areReadFromALinkToTheWritersPage() {
      Article article = page("", "<p>By <a href='/author/ana'>Ana Gomes</a> | <b>Travel</b></p>");

      assertThat(article.authors()).containsExactly("Ana Gomes");
    }

    @Test
    void areTwoWhereOneNameIsTheBeginningOfTheOther() {
      Article article =
          page(
              "",
              "<p class='author'>Ann Li Chen</p><p class='author'>Ann Li</p>"
                  + "<p class='author'>Ann Li Harbour Desk Editor</p>");

      assertThat(article.authors()).containsExactly("Ann Li Chen", "Ann Li");
    }

    @Test
    void mayBeOneWordWhereThePageStatesAPerson() {
      Article article = page(jsonLd("\"author\": {\"@type\": \"Person\", \"name\": \"Ana\"}"), "");

      assertThat(article.authors()).containsExactly("Ana");
    }

    @Test
    void areNoOrganizationsAndNotTheSiteItself() {
      Article organization =
          page(
              jsonLd("\"author\": {\"@type\": \"Organization\", \"name\": \"Harbour Friends\"}"),
              "");
      Article site =
          page(
              "<meta property='og:site_name' content='Harbour'>"
                  + jsonLd("\"author\": {\"@type\": \"Person\", \"name\": \"Harbour\"}"),
              "");

      assertThat(organization.authors()).isEmpty();
      assertThat(site.authors()).isEmpty();
    }

    @Test
    void areTheFirstOfManyNamesThatBelongToNoItem() {
      Article article =
          page(
              "",
              "<p>By <span itemprop='author'>Ana Gomes</span></p><ul>"
                  + "<li><span itemprop='author'>Ben Sample</span></li>"
                  + "<li><span itemprop='author'>Cy Muster</span></li></ul>");

      assertThat(article.authors()).containsExactly("Ana Gomes");
    }
  }

  @Nested
  class DatePublished {

    @Test
    void isReadFromAnElementNamedAfterIt() {
      Article article = page("", "<div><span class='post-date'>5 May 2016</span> 4 min read</div>");

      assertThat(article.datePublished()).isEqualTo("2016-05-05");
    }

    @Test
    void isThePrintedDayWhereTheStatedOneIsThatOfALaterEdition() {
      Article article = page(jsonLd("\"datePublished\": \"2021-03-04\""), "<p>5 May 2016</p>");

      assertThat(article.datePublished()).isEqualTo("2016-05-05");
      assertThat(article.sources()).containsEntry(ArticleField.DATE_PUBLISHED, "text");
    }

    @Test
    void staysTheStatedOneWhereThePrintedOneIsAnUpdate() {
      Article article =
          page(jsonLd("\"datePublished\": \"2016-05-05\""), "<p>Updated: 4 March 2021</p>");

      assertThat(article.datePublished()).isEqualTo("2016-05-05");
      assertThat(article.dateModified()).isEqualTo("2021-03-04");
    }

    @Test
    void isThePrintedUpdateWhereThePageBearsNoOtherDateAndSaysSo() {
      Article article = page("", "<p>Updated: 4 March 2021</p>");

      assertThat(article.datePublished()).isEqualTo("2021-03-04");
      assertThat(article.sources()).containsEntry(ArticleField.DATE_PUBLISHED, "update");
    }

    @Test
    void isNoUpdateThatIsStatedForMachinesAlone() {
      Article article = page("<meta property='article:modified_time' content='2021-03-04'>", "");

      assertThat(article.datePublished()).isNull();
      assertThat(article.dateModified()).isEqualTo("2021-03-04");
    }

    @Test
    void hasItsMonthFirstWhereAnotherDateOfThePageCanOnlyBeReadSo() {
      Article article = page("", "<p>More on this: 5/23/2015</p><p>3/4/2016</p>");

      assertThat(article.datePublished()).isEqualTo("2016-03-04");
    }
  }
}
