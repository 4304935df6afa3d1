package io.dateline.source.container;

import static io.dateline.source.container.WarcBuilder.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Article;
import io.dateline.article.ArticleField;
import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.RawDocument;
import io.dateline.article.TextDocument;
import io.dateline.article.Trace;
import io.dateline.extract.ArticleExtractor;
import io.dateline.page.PageLimits;
import io.dateline.page.PageParser;
import io.dateline.source.DocumentDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What records say reaches the article, and what holds a text does not change it. */
class RecordPipelineTests {

  private static final String TEXT =
      """
      Ferries return to Tromsø harbour after winter storm
      By Ann Lindqvist
      5 March 2019

      TROMSØ, Norway, March 5 (Reuters) - Ferries left the harbour of Tromsø on time on Tuesday, a week after the worst storm of the winter had closed it to all traffic.

      "We counted every rope and every lamp before we let the first boat out," said Berit Hagen, who runs the port. "Nobody wants to do that twice in one winter."

      Some 400 passengers were on board the first three boats, the port said in a statement. Two smaller piers stay closed until the end of the month.
      """;

  private final DocumentDecoder decoder = new DocumentDecoder();
  private final PageParser parser = new PageParser(PageLimits.defaults());
  private final ArticleExtractor extractor = new ArticleExtractor();

  @Test
  void theSameTextGivesTheSameColumnsWhateverHoldsIt() throws IOException {
    Article plain = article(bytes(TEXT), Capture.UNKNOWN);
    String json = JsonMapper.shared().writeValueAsString(Map.of("text", TEXT));
    String csv = "id,text\n1,\"" + TEXT.replace("\"", "\"\"") + "\"\n";

    for (boolean compressed : new boolean[] {false, true}) {
      byte[] archive =
          WarcBuilder.of(compressed)
              .record("resource", "http://harbour.example/1", "text/plain", TEXT)
              .record("conversion", "http://harbour.example/1", "text/plain", TEXT)
              .response("http://harbour.example/1", "200 OK", bytes(TEXT))
              .build();
      Members members = WebArchiveReaderTests.read(archive);
      assertThat(members.documents).hasSize(3);
      for (Members.Read read : members.documents) {
        assertSame(article(read.content(), read.capture()), plain, true);
      }
    }
    assertSame(only(json(json)), plain, false);
    assertSame(
        only(
            Members.of(
                CsvRows.open(
                    new ByteArrayInputStream(bytes(csv)), RecordFields.DEFAULTS, 1 << 20))),
        plain,
        false);
  }

  @Test
  void fieldsOfARecordBecomeFieldsOfTheArticleAndSaySo() throws IOException {
    String story = TEXT.substring(TEXT.indexOf("Ferries left"));
    String json =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "maintext", story,
                    "title", "Ferries return to Tromsø harbour",
                    "authors", new String[] {"Ann Lindqvist", "Bo Ekman"},
                    "date_publish", "2019-03-05 10:15:00",
                    "date_download", "2019-03-07",
                    "url", "http://harbour.example/ferries",
                    "site_name", "The Harbour Post",
                    "language", "en",
                    "_id", "x"));

    Article article = only(json(json));

    assertThat(article.headline()).isEqualTo("Ferries return to Tromsø harbour");
    assertThat(article.authors()).containsExactly("Ann Lindqvist", "Bo Ekman");
    assertThat(article.datePublished()).startsWith("2019-03-05");
    assertThat(article.publisher()).isEqualTo("The Harbour Post");
    assertThat(article.url()).isEqualTo("http://harbour.example/ferries");
    assertThat(article.document().capture().date()).isEqualTo("2019-03-07");
    assertThat(article.inLanguage()).isEqualTo("en");
    assertThat(article.paragraphs()).hasSize(3);
    assertThat(article.paragraphs().get(0)).startsWith("Ferries left the harbour");
    assertThat(article.sources())
        .containsEntry(ArticleField.HEADLINE, "record:title")
        .containsEntry(ArticleField.AUTHORS, "record:authors")
        .containsEntry(ArticleField.BYLINE, "record:authors")
        .containsEntry(ArticleField.DATE_PUBLISHED, "record:date_publish")
        .containsEntry(ArticleField.PUBLISHER, "record:site_name")
        .containsEntry(ArticleField.URL, "capture")
        .containsEntry(ArticleField.CAPTURE_DATE, "capture");
  }

  @Test
  void entitiesThatACorpusLeftInAFieldAreDecoded() throws IOException {
    String story = TEXT.substring(TEXT.indexOf("Ferries left"));
    String json =
        JsonMapper.shared()
            .writeValueAsString(Map.of("text", story, "title", "Ann &amp; Bo&#39;s ferry returns"));

    assertThat(only(json(json)).headline()).isEqualTo("Ann & Bo's ferry returns");
  }

  @Test
  void aPageInARecordIsReadAsAPageWithTheRecordAsOneMoreSource() throws IOException {
    String html =
        "<html><head><title>Ferries return to Tromsø harbour - Post</title></head>"
            + "<body><h1>Ferries return to Tromsø harbour</h1><p>"
            + TEXT.substring(TEXT.indexOf("Ferries left")).strip().replace("\n\n", "</p><p>")
            + "</p></body></html>";
    String json =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "html", html,
                    "headline", "Ferries return to Tromsø harbour",
                    "author", "Ann Lindqvist"));

    Article article = only(json(json));

    assertThat(article.document().mediaType()).isEqualTo("text/html");
    assertThat(article.paragraphs()).hasSize(3);
    assertThat(article.headline()).isEqualTo("Ferries return to Tromsø harbour");
    assertThat(article.authors()).containsExactly("Ann Lindqvist");
    assertThat(article.sources())
        .containsEntry(ArticleField.HEADLINE, "record:headline")
        .containsEntry(ArticleField.AUTHORS, "record:author")
        .containsEntry(ArticleField.ARTICLE_BODY, "text");
  }

  private void assertSame(Article article, Article plain, boolean addressed) {
    Map<ArticleField, String> sources = new EnumMap<>(ArticleField.class);
    sources.putAll(article.sources());
    if (addressed) {
      assertThat(article.url()).isEqualTo("http://harbour.example/1");
      assertThat(sources.remove(ArticleField.URL)).isEqualTo("capture");
      assertThat(sources.remove(ArticleField.CAPTURE_DATE)).isEqualTo("capture");
    }
    assertThat(sources).isEqualTo(plain.sources());
    assertThat(article)
        .usingRecursiveComparison()
        .ignoringFields("document", "url", "sources")
        .isEqualTo(plain);
    assertThat(article.document().text()).isEqualTo(plain.document().text());
  }

  private Article only(Members members) {
    assertThat(members.damage()).isEmpty();
    assertThat(members.documents).hasSize(1);
    return article(members.documents.get(0).content(), members.documents.get(0).capture());
  }

  private static Members json(String line) throws IOException {
    return Members.of(
        JsonLines.open(PackedInput.of(bytes(line)), Split.WHOLE, RecordFields.DEFAULTS, 1 << 20));
  }

  private Article article(byte[] content, Capture capture) {
    TextDocument document =
        decoder.decode(new RawDocument(0, EntryId.ofFile("c", "p"), content, capture));
    try {
      return extractor.extract(parser.parse(document), Trace.NONE);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
