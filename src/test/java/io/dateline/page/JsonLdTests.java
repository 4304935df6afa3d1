package io.dateline.page;

import static io.dateline.article.Metadatum.Source.JSON_LD;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Metadatum;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLdTests {

  @Test
  void tellsEveryPropertyOfAnArticle() {
    assertThat(
            statements(
                """
                {"@context": "https://schema.org", "@type": "NewsArticle",
                 "headline": "Ferry sails again", "alternativeHeadline": "After a week of storms",
                 "datePublished": "2016-09-05T10:15:00+02:00", "dateModified": "2016-09-06",
                 "articleSection": ["Local", "Sea"], "keywords": "ferry, storm",
                 "description": "It sailed.", "inLanguage": "en-GB", "dateline": "PORTO",
                 "articleBody": "The ferry sailed.\\n\\nAt noon.", "isAccessibleForFree": true,
                 "image": {"@type": "ImageObject", "url": "https://harbour.example/a.jpg"},
                 "mainEntityOfPage": {"@type": "WebPage", "@id": "https://harbour.example/1"},
                 "author": [{"@type": "Person", "name": "Ana Gomes"}, "Li Wei"],
                 "publisher": {"@type": "Organization", "name": "Harbour News",
                               "logo": {"@type": "ImageObject", "url": "/logo.png"}},
                 "provider": {"@type": "NewsMediaOrganization", "name": "Lusa"}}
                """))
        .containsExactly(
            "@type: type = NewsArticle",
            "NewsArticle.headline: headline = Ferry sails again",
            "NewsArticle.alternativeHeadline: alternativeHeadline = After a week of storms",
            "NewsArticle.datePublished: datePublished = 2016-09-05T10:15:00+02:00",
            "NewsArticle.dateModified: dateModified = 2016-09-06",
            "NewsArticle.articleSection: articleSection = Local",
            "NewsArticle.articleSection: articleSection = Sea",
            "NewsArticle.keywords: keywords = ferry, storm",
            "NewsArticle.description: description = It sailed.",
            "NewsArticle.inLanguage: inLanguage = en-GB",
            "NewsArticle.dateline: dateline = PORTO",
            "NewsArticle.articleBody: articleBody = The ferry sailed. At noon.",
            "NewsArticle.image: image = https://harbour.example/a.jpg",
            "NewsArticle.mainEntityOfPage: url = https://harbour.example/1",
            "NewsArticle.author.Person.name: author = Ana Gomes",
            "NewsArticle.author: author = Li Wei",
            "NewsArticle.publisher.Organization.name: publisher = Harbour News",
            "NewsArticle.provider.NewsMediaOrganization.name: sourceOrganization = Lusa");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "\"NewsArticle\"",
        "\"http://schema.org/NewsArticle\"",
        "\"schema:NewsArticle\"",
        "[\"NewsArticle\"]",
        "[\"Thing\", \"https://schema.org/NewsArticle\"]"
      })
  void knowsAnArticleHoweverItsTypeIsSpelled(String type) {
    assertThat(headlines("{\"@type\": " + type + ", \"headline\": \"Rain\"}"))
        .containsExactly("Rain");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "ReportageNewsArticle",
        "OpinionNewsArticle",
        "AnalysisNewsArticle",
        "BackgroundNewsArticle",
        "ReviewNewsArticle",
        "Article",
        "BlogPosting",
        "LiveBlogPosting",
        "Report"
      })
  void knowsEachKindOfArticle(String type) {
    assertThat(statements("{\"@type\": \"" + type + "\", \"headline\": \"Rain\"}"))
        .contains(type + ".headline: headline = Rain");
  }

  @Test
  void undoesEntitiesAndMarkupInsideValues() {
    assertThat(
            headlines(
                "{\"@type\":\"Article\",\"headline\":\"<b>Rain</b> &amp;\\u00a0sun &#8211; now\"}"))
        .containsExactly("Rain & sun – now");
  }

  @Nested
  class Graphs {

    @Test
    void areSearchedForTheArticleAndWhatItRefersTo() {
      assertThat(
              statements(
                  """
                  {"@graph": [
                    {"@type": "WebSite", "@id": "#site", "name": "Harbour News"},
                    {"@type": "Article", "headline": "Rain", "author": {"@id": "#ana"},
                     "publisher": {"@id": "#org"}, "image": {"@id": "#pic"}},
                    {"@type": "Person", "@id": "#ana", "name": "Ana Gomes"},
                    {"@type": "ImageObject", "@id": "#pic", "url": "https://harbour.example/p"},
                    {"@type": "Organization", "@id": "#org", "name": "Harbour Media"}]}
                  """))
          .containsExactly(
              "WebSite.name: publisher = Harbour News",
              "@type: type = Article",
              "Article.headline: headline = Rain",
              "Article.author.Person.name: author = Ana Gomes",
              "Article.publisher.Organization.name: publisher = Harbour Media",
              "Article.image: image = https://harbour.example/p");
    }

    @Test
    void doNotLoopWhereTheyReferToThemselves() {
      assertThat(
              statements(
                  """
                  {"@id": "#a", "@type": "Article", "headline": "Rain", "image": {"@id": "#a"},
                   "author": {"@id": "#a"}, "mainEntityOfPage": {"@id": "#a"}}
                  """))
          .contains("Article.headline: headline = Rain");
    }
  }

  @Nested
  class OtherArticles {

    @Test
    void inListsDoNotCount() {
      assertThat(
              headlines(
                  """
                  {"@type": "ItemList", "name": "Most read", "datePublished": "2001-01-01",
                   "itemListElement": [
                     {"@type": "ListItem", "item": {"@type": "NewsArticle", "headline": "Sun"}}]}
                  """))
          .isEmpty();
    }

    @Test
    void insideAnArticleDoNotCount() {
      assertThat(
              headlines(
                  """
                  {"@type": "NewsArticle", "headline": "Rain",
                   "hasPart": {"@type": "NewsArticle", "headline": "Sun"},
                   "isPartOf": {"@type": "CreativeWork", "name": "Harbour News"}}
                  """))
          .containsExactly("Rain");
    }

    @Test
    void yieldToTheOneWhoseAddressIsThePages() {
      String page =
          """
          <link rel=canonical href="http://www.harbour.example/rain/">
          <script type="application/ld+json">
          [{"@type": "NewsArticle", "headline": "Sun", "url": "https://harbour.example/sun"},
           {"@type": "NewsArticle", "headline": "Rain", "url": "https://harbour.example/rain"}]
          </script>
          """;

      assertThat(valuesOf("headline", page)).containsExactly("Rain");
    }

    @Test
    void areAllThatAListOfArticlesDescribes() {
      String page =
          """
          <link rel=canonical href="https://harbour.example/news">
          <script type="application/ld+json">
          [{"@type": "NewsArticle", "headline": "Sun", "url": "https://harbour.example/sun"},
           {"@type": "NewsArticle", "headline": "Rain", "url": "https://harbour.example/rain"}]
          </script>
          """;

      assertThat(valuesOf("headline", page)).isEmpty();
    }

    @Test
    void yieldToTheFirst() {
      assertThat(
              headlines(
                  """
                  [{"@type": "NewsArticle", "headline": "Rain"},
                   {"@type": "NewsArticle", "headline": "Sun"}]
                  """))
          .containsExactly("Rain");
    }

    @Test
    void yieldToTheMainEntityOfThePage() {
      assertThat(
              statements(
                  """
                  {"@type": "WebPage", "name": "Rain | Harbour News", "inLanguage": "en",
                   "mainEntity": {"@type": "NewsArticle", "headline": "Rain"},
                   "breadcrumb": {"@type": "BreadcrumbList", "name": "Home"}}
                  """))
          .containsExactly(
              "@type: type = WebPage",
              "WebPage.name: headline = Rain | Harbour News",
              "WebPage.inLanguage: inLanguage = en",
              "@type: type = NewsArticle",
              "NewsArticle.headline: headline = Rain");
    }
  }

  @Nested
  class BrokenScripts {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            trailing commas        | {"@type":"Article","headline":"Rain",}
            HTML comment           | <!-- {"@type":"Article","headline":"Rain"} -->
            CDATA                  | //<![CDATA[\\n{"@type":"Article","headline":"Rain"}\\n//]]>
            CDATA in comments      | /*<![CDATA[*/{"@type":"Article","headline":"Rain"}/*]]>*/
            semicolon              | {"@type":"Article","headline":"Rain"};
            comments               | {"@type":"Article",/* x */"headline":"Rain"}
            single quotes          | {'@type':'Article','headline':'Rain'}
            escaped apostrophe     | {"@type":"Article","x":"it\\'s","headline":"Rain"}
            bare names             | {"@type":"Article",headline:"Rain"}
            missing value          | {"@type":"Article","x":,"headline":"Rain"}
            raw line break         | {"@type":"Article","x":"a\\nb","headline":"Rain"}
            quotation mark inside  | {"@type":"Article","x":"a "b" c, d","headline":"Rain"}
            broken off in a name   | {"@type":"Article","headline":"Rain","da
            broken off in a value  | {"@type":"Article","headline":"Rain","x":"a
            no closing brackets    | [{"@type":"Article","headline":"Rain"
            two after each other   | {"@type":"WebSite"}{"@type":"Article","headline":"Rain"}
            escaped as HTML        | {&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Rain&quot;}
            """)
    void stillGiveWhatTheyHold(String flaw, String script) {
      assertThat(headlines(script.replace("\\n", "\n"))).as(flaw).containsExactly("Rain");
    }

    @Test
    void doNotGiveHalfAHeadline() {
      assertThat(headlines("{\"@type\":\"Article\",\"headline\":\"She said \"No\" to rain\"}"))
          .containsExactly("She said \"No\" to rain");
      assertThat(headlines("{\"@type\":\"Article\",\"headline\":\"She sai")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "null", "[]", "{}", "rain", "{", "\"Article\"", "[[[1]]]", "}{"})
    void giveNothingWhereThereIsNothing(String script) {
      assertThat(statements(script)).isEmpty();
    }

    @Test
    void neverFailWhereverTheyAreCutOrFlipped() {
      String script =
          """
          {"@graph": [{"@type": ["Article"], "headline": "Rain \\u0041", "author": [{"@id": 1}],
            "image": {"url": ["a", {"url": null}]}, "keywords": {"name": -1.5e3}, "x": true}]}
          """;
      for (int i = 0; i < script.length(); i++) {
        String flipped = script.substring(0, i) + (char) (script.charAt(i) ^ 4);

        assertThat(statements(script.substring(0, i))).isNotNull();
        assertThat(statements(flipped + script.substring(i + 1))).isNotNull();
      }
    }

    @Test
    void thatNestTooDeepGiveWhatStandsBefore() {
      String deep = "[".repeat(1_000);

      assertThat(headlines("{\"@type\":\"Article\",\"headline\":\"Rain\",\"x\":" + deep))
          .containsExactly("Rain");
    }

    @Test
    void thatAreTooLongAreLeftOut() {
      PageLimits limits = new PageLimits(10, 50, 50, 1_000, 8, 0, 1_000);
      String script = "{\"@type\":\"Article\",\"headline\":\"Rain\"}" + " ".repeat(1_000);
      String page = "<script type=application/ld+json>" + script + "</script>";

      assertThat(Pages.parse("text/html", page, limits).metadata()).isEmpty();
    }
  }

  private static List<String> headlines(String script) {
    return valuesOf("headline", page(script));
  }

  private static List<String> valuesOf(String property, String page) {
    return Pages.html(page)
        .metadata(property)
        .filter(statement -> statement.source() == JSON_LD)
        .map(Metadatum::value)
        .toList();
  }

  private static List<String> statements(String script) {
    return Pages.html(page(script)).metadata().stream()
        .filter(statement -> statement.source() == JSON_LD)
        .map(it -> it.key() + ": " + it.property() + " = " + it.value())
        .toList();
  }

  private static String page(String script) {
    return "<script type=\"application/ld+json\">" + script + "</script>";
  }
}
