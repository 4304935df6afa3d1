package io.dateline.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Metadatum;
import io.dateline.article.Metadatum.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedElementsTests {

  private static final String PROSE =
      "<p>"
          + "The ferry sailed again on Thursday, and some two hundred people stood on the quay. "
          + "It will sail four times a day until October, and twice a day in winter.</p>";

  private static List<String> statements(String html) {
    return Pages.html(html).metadata().stream()
        .filter(m -> m.source() == Source.ELEMENT)
        .map(m -> m.property() + " " + m.value())
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <span class='post-date'>5 May 2016</span>            | datePublished 5 May 2016
          <div class='articleDate__x1'>5 May 2016</div>        | datePublished 5 May 2016
          <p class='last-updated'>5 May 2016</p>               | dateModified 5 May 2016
          <abbr class='published' title='2016-05-05T10:00'>now 1</abbr> | datePublished 2016-05-05T10:00
          <b class='byline__name'>Ana Gomes</b>                | author Ana Gomes
          <a href='/authors/ana-gomes'>Ana Gomes</a>           | author Ana Gomes
          """)
  void areHeardUnderTheHeadline(String html, String statement) {
    assertThat(statements("<h1>Ferry sails again</h1>" + html)).containsExactly(statement);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "<span class='candidate'>5 May 2016</span>",
    "<span class='post-date'>today</span>",
    "<div class='author-bio'>Ana Gomes</div>",
    "<nav><a href='/authors/ana-gomes'>Ana Gomes</a></nav>",
    "<aside><span class='post-date'>5 May 2016</span></aside>",
  })
  void areNotHeardWhereTheySayNothingOfTheStory(String html) {
    assertThat(statements("<h1>Ferry sails again</h1>" + html)).isEmpty();
  }

  @Test
  void areNotHeardBehindTheStorysFirstParagraphs() {
    String html =
        "<h1>Ferry sails again</h1>"
            + PROSE.repeat(3)
            + "<div><span class='post-date'>5 May 2016</span>"
            + "<a href='/authors/ana-gomes'>Ana Gomes</a></div>";

    assertThat(statements(html)).isEmpty();
  }

  @Test
  void leaveOutTheDayOfTodayAboveTheHeadline() {
    assertThat(
            statements(
                "<div class='current-date'>6 May 2016</div><h1>Ferry sails again</h1>"
                    + "<div class='post-date'>5 May 2016</div>"))
        .containsExactly("datePublished 5 May 2016");
  }

  @Test
  void nameTheWritersThatStandTogetherAndNotThoseOfTeasers() {
    assertThat(
            statements(
                "<h1>Ferry sails again</h1><div><p><a href='/author/a'>Ana Gomes</a> and "
                    + "<a href='/author/b'>Ben Sample</a></p></div>"
                    + "<ul><li><div><a href='/author/c'>Cy Muster</a></div></li></ul>"))
        .containsExactly("author Ana Gomes", "author Ben Sample");
  }

  @Test
  void findTheWriterInACardForSharing() {
    List<Metadatum> authors =
        Pages.html(
                "<meta name='twitter:label1' content='Written by'>"
                    + "<meta name='twitter:data1' content='Ana Gomes'>"
                    + "<meta name='twitter:label2' content='Reading time'>"
                    + "<meta name='twitter:data2' content='4 minutes'>")
            .metadata("author")
            .toList();

    assertThat(authors)
        .containsExactly(new Metadatum(Source.META, "twitter:data1", "author", "Ana Gomes"));
  }

  @Test
  void takeTheValueOfAMetaElementWhereItHasNoContent() {
    assertThat(
            Pages.html("<meta name='author' value='Ana Gomes'>")
                .metadata("author")
                .map(Metadatum::value))
        .containsExactly("Ana Gomes");
  }

  @Test
  void areNotHeardBehindLongParagraphsEither() {
    String longer = PROSE.replace("</p>", " It was late again.".repeat(80) + "</p>");
    String teaser = "<div><span class='post-date'>5 May 2016</span></div>";

    assertThat(statements("<h1>Ferry sails again</h1>" + longer.repeat(3) + teaser)).isEmpty();
  }

  @Test
  void areNotHeardBehindTheStoryUnderTheHeadlineOfAnotherOne() {
    String other = "<h1>Harbour fee to rise</h1><span class='post-date'>5 May 2016</span>";

    assertThat(statements("<h1>Ferry sails again</h1>" + PROSE.repeat(3) + other)).isEmpty();
  }

  @Test
  void ofManyTeasersAboveTheHeadlineDoNotSilenceTheStorysOwn() {
    String teasers = "<div><span class='post-date'>1 May 2016</span></div>".repeat(60);
    String opinion = "<div><div><a href='/authors/bo-lind'>Bo Lind</a></div></div>";
    String own =
        "<p><span class='post-date'>5 May 2016</span>"
            + "<a href='/authors/ana-gomes'>Ana Gomes</a></p>";

    assertThat(statements(teasers + opinion + "<h1>Ferry sails again</h1>" + own))
        .containsExactly("datePublished 5 May 2016", "author Ana Gomes");
  }

  @Test
  void aTimeOfACommentIsNoStatementOfThePage() {
    String comment = "<div class='comment-item'><b>Bo</b> <time>6 May 2016</time></div>";

    List<String> times =
        Pages.html("<h1>Ferry sails again</h1><time>5 May 2016</time>" + PROSE + comment)
            .metadata()
            .stream()
            .filter(m -> m.source() == Source.TIME_ELEMENT)
            .map(Metadatum::value)
            .toList();

    assertThat(times).containsExactly("5 May 2016");
  }
}
