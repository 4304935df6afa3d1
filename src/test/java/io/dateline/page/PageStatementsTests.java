package io.dateline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageStatementsTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <meta property='og:title' content='Rain'>             | OPEN_GRAPH og:title headline Rain
          <meta name='og:title' content='Rain'>                 | OPEN_GRAPH og:title headline Rain
          <meta property='og:type' content='article'>           | OPEN_GRAPH og:type type article
          <meta property='og:image' content='/a.jpg'>           | OPEN_GRAPH og:image image https://harbour.example/a.jpg
          <meta property='article:published_time' content='2016-09-05'> | OPEN_GRAPH article:published_time datePublished 2016-09-05
          <meta property='article:modified_time' content='2016-09-06'>  | OPEN_GRAPH article:modified_time dateModified 2016-09-06
          <meta property='article:author' content='Ana Gomes'>  | OPEN_GRAPH article:author author Ana Gomes
          <meta property='article:section' content='Sea'>       | OPEN_GRAPH article:section articleSection Sea
          <meta property='article:tag' content='ferry'>         | OPEN_GRAPH article:tag keywords ferry
          <meta name='twitter:title' content='Rain'>            | META twitter:title headline Rain
          <meta name='DC.Title' content='Rain'>                 | DUBLIN_CORE dc.title headline Rain
          <meta name='DC.date.issued' content='2016-09-05'>     | DUBLIN_CORE dc.date.issued datePublished 2016-09-05
          <meta name='dcterms.creator' content='Ana Gomes'>     | DUBLIN_CORE dcterms.creator author Ana Gomes
          <META NAME='Description' CONTENT='It &amp; fell.'>    | META description description It & fell.
          <meta name='keywords' content='rain, sea'>            | META keywords keywords rain, sea
          <meta name='parsely-pub-date' content='2016-09-05'>   | META parsely-pub-date datePublished 2016-09-05
          <meta name='sailthru.author' content='Ana Gomes'>     | META sailthru.author author Ana Gomes
          <meta name='citation_publication_date' content='2016/09/05'> | META citation_publication_date datePublished 2016/09/05
          <meta http-equiv='Content-Language' content='pt'>     | META content-language inLanguage pt
          <link rel='canonical' href='/rain'>                   | LINK canonical url https://harbour.example/rain
          <title> Rain -&nbsp;Harbour </title>                  | TITLE_ELEMENT title headline Rain - Harbour
          <html lang='pt-PT'>                                   | HTML_ATTRIBUTE lang inLanguage pt-PT
          <a rel='nofollow author' href='/a'>Ana <b>Gomes</b></a> | LINK rel=author author Ana Gomes
          <time datetime='2016-09-05'>Monday</time>             | TIME_ELEMENT time datePublished 2016-09-05
          <time pubdate>5 September 2016</time>                 | TIME_ELEMENT time[pubdate] datePublished 5 September 2016
          <time class='entry-updated' datetime='2016-09-06'>x</time> | TIME_ELEMENT time dateModified 2016-09-06
          """)
  void hearsWhatAnElementSays(String html, String statement) {
    assertThat(statements(html)).containsExactly(statement);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "<meta name=viewport content=width>",
    "<meta name=keywords content=' '>",
    "<meta name=keywords>",
    "<nav><time datetime=2016-09-05></time></nav>",
    "<aside><time datetime=2016-09-05></time></aside>",
    "<svg><title>Rain</title></svg>",
    "<link rel=stylesheet href=a.css>"
  })
  void doesNotHearWhatSaysNothingOfThePage(String html) {
    assertThat(statements(html)).isEmpty();
  }

  @Test
  void reportsStatementsInDocumentOrder() {
    String html =
        """
        <title>Rain</title>
        <script type="application/ld+json">{"@type": "Article", "headline": "Rain"}</script>
        <meta name=author content="Ana Gomes">
        """;

    assertThat(statements(html))
        .containsExactly(
            "TITLE_ELEMENT title headline Rain",
            "JSON_LD @type type Article",
            "JSON_LD Article.headline headline Rain",
            "META author author Ana Gomes");
  }

  @Nested
  class MicrodataItems {

    @Test
    void ofAnArticleAreHeard() {
      String html =
          """
          <div itemscope itemtype="http://schema.org/NewsArticle">
            <h1 itemprop="headline name">Rain</h1>
            <meta itemprop="datePublished" content="2016-09-05">
            <time itemprop="dateModified" datetime="2016-09-06">yesterday</time>
            <p itemprop="author" itemscope itemtype="https://schema.org/Person">
              By <a href="/ana"><span itemprop="name">Ana Gomes</span></a></p>
            <div itemprop="publisher" itemscope itemtype="https://schema.org/Organization">
              <span itemprop="name">Harbour News</span></div>
            <img itemprop="image" src="/a.jpg">
          </div>
          """;

      assertThat(microdata(html))
          .containsExactly(
              "@type type NewsArticle",
              "NewsArticle.headline headline Rain",
              "NewsArticle.name headline Rain",
              "NewsArticle.datePublished datePublished 2016-09-05",
              "NewsArticle.dateModified dateModified 2016-09-06",
              "NewsArticle.author.Person.name author Ana Gomes",
              "NewsArticle.publisher.Organization.name publisher Harbour News",
              "NewsArticle.image image https://harbour.example/a.jpg");
    }

    @Test
    void ofOtherArticlesAreNot() {
      String html =
          """
          <aside itemscope itemtype="http://schema.org/Article"><b itemprop=headline>Sun</b></aside>
          <div itemscope itemtype="http://schema.org/Article"><b itemprop=headline>Rain</b></div>
          <div itemscope itemtype="http://schema.org/Article"><b itemprop=headline>Wind</b></div>
          """;

      assertThat(microdata(html))
          .containsExactly("@type type Article", "Article.headline headline Rain");
    }

    @Test
    void ofOtherThingsAreNot() {
      String html =
          """
          <div itemscope itemtype="http://schema.org/Product"><b itemprop=name>Umbrella</b></div>
          <ol itemscope itemtype="http://schema.org/BreadcrumbList"><li itemprop=name>Home</ol>
          """;

      assertThat(microdata(html)).isEmpty();
    }

    @Test
    void areNotNeededForTellingProperties() {
      assertThat(microdata("<p itemprop=author>Ana Gomes</p><i itemprop=name>Home</i>"))
          .containsExactly("itemprop.author author Ana Gomes");
    }
  }

  private static List<String> microdata(String html) {
    return statements(html).stream()
        .filter(statement -> statement.startsWith("MICRODATA "))
        .map(statement -> statement.substring("MICRODATA ".length()))
        .toList();
  }

  private static List<String> statements(String html) {
    return Pages.html(html).metadata().stream()
        .map(it -> it.source() + " " + it.key() + " " + it.property() + " " + it.value())
        .toList();
  }
}
