package io.dateline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.article.Block;
import io.dateline.article.Metadatum;
import io.dateline.article.Metadatum.Source;
import io.dateline.article.NewsroomFormat;
import io.dateline.article.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewsroomPageTests {

  private static final String GOLDEN = "src/test/resources/golden/newsroom/";

  @TempDir Path folder;

  @Test
  void marksTheStoryAndLeavesWhatStandsBehindItOutside() {
    Page page =
        nitf(
            "<body.content><p>Rain fell.</p></body.content>"
                + "<body.end><tagline>By Ann Example</tagline></body.end>");

    assertThat(page.blocks())
        .extracting(Block::text)
        .containsExactly("Rain fell.", "By Ann Example");
    assertThat(story(page)).containsExactly("Rain fell.");
    assertThat(page.selected().marked()).isEqualTo("body.content");
    assertThat(page.selected().storySelector()).isNull();
  }

  @Test
  void cutsAStoryAtItsParagraphsSubheadsItemsAndRows() {
    Page page =
        nitf(
            "<body.content>Loose <em>words</em><block><p>A<br/>b</p><hl2>C</hl2>"
                + "<ul><li>D</li><li><p>E</p>f</li></ul>"
                + "<table><tr><td>G</td><td><p>H</p>i<br/>i</td></tr><tr><td/><td>J</td></tr></table>"
                + "<bq><block><p>K</p></block><credit>L</credit></bq><p> \u00A0 </p></block>"
                + "</body.content>");

    assertThat(page.blocks())
        .extracting(block -> block.tag() + " " + block.text())
        .containsExactly(
            "p Loose words",
            "p A b",
            "h2 C",
            "li D",
            "p E",
            "li f",
            "tr G | H i i",
            "tr J",
            "p K",
            "p L");
  }

  @Test
  void takesTheFirstOfEachAndSubstitutesOnlyWhatIsMissing() {
    Page page =
        nitf(
            "<body.head><hedline><hl1>First</hl1><hl1>Second</hl1></hedline>"
                + "<byline>By <person>Ann Example</person>"
                + "<byttl>Editor, <org>Harbour Post</org></byttl></byline>"
                + "<distributor>Sent by <org>Harbour Wire</org></distributor></body.head>");

    assertThat(values(page, "headline")).containsExactly("First");
    assertThat(values(page, "author")).containsExactly("Ann Example");
    assertThat(values(page, "byline")).containsExactly("By Ann Example Editor, Harbour Post");
    assertThat(values(page, "sourceOrganization")).containsExactly("Harbour Wire");
    assertThat(values(nitf("<byline>Ann Example</byline>"), "author"))
        .containsExactly("Ann Example");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "publication 20110301 | release 20110305 | issue 20110304 = 20110301 20110305 20110304",
        "release 20110305T0600Z | issue 20110304 = 2011-03-05T06:00:00Z 20110304",
        "release 20110304T0100Z | issue 20110304T230001-0530 = 2011-03-04T23:00:01-05:30",
        "release 20110304 | issue none = 20110304",
        "story 2011-03-02 = 2011-03-02",
        "publication 20110301T000000 | issue 20110304T000000-0500 = 2011-03-01 2011-03-04",
        "issue 20110304000000-0500 = 2011-03-04",
        "issue 20110304081500-0500 = 2011-03-04T08:15:00-05:00",
      })
  void namesTheDaysOfPublicationInTheOrderOfTheirMeaning(String row) {
    String[] sides = row.split(" = ", -1);
    StringBuilder head = new StringBuilder();
    for (String date : sides[0].split(" \\| ", -1)) {
      String[] words = date.split(" ", -1);
      head.append(
          switch (words[0]) {
            case "publication" -> "<pubdata date.publication='" + words[1] + "'/>";
            case "story" ->
                "<dateline><story.date norm='" + words[1] + "'>2</story.date></dateline>";
            default -> "<date." + words[0] + " norm='" + words[1].replace("none", "") + "'/>";
          });
    }

    assertThat(values(nitf(head.toString()), "datePublished"))
        .containsExactly(sides[1].split(" ", -1));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "20110304T1000Z | 20110304T1130Z 20110304T1115Z      | 2011-03-04T11:30:00Z",
        "20110304T1000Z | 20110304T1015+0200                 | -",
        "20110304T1000Z | 20110304T0900Z 20110305            | 20110305",
        "20110304       | 20110304T1200Z                     | -",
        "20110304       | 20110306T000000-0500               | 2011-03-06",
        "''             | 20110304T1200Z                     | 2011-03-04T12:00:00Z",
        "20110304       | soon                               | -",
      })
  void dateOfModificationIsThatOfTheLastRevisionSinceTheIssue(
      String issue, String revisions, String modified) {
    StringBuilder head = new StringBuilder("<date.issue norm='" + issue + "'/>");
    for (String norm : revisions.split(" ", -1)) {
      head.append("<revision-history name='Ann Example' norm='").append(norm).append("'/>");
    }

    assertThat(values(nitf(head.toString()), "dateModified"))
        .isEqualTo(modified == null ? List.of() : List.of(modified));
  }

  @Test
  void keepsTheHeadlineHoweverMuchTheDocumentStatesBeside() {
    String keywords = "<keyword key='a'/>".repeat(6_000);
    String subjects = "<tobject.subject tobject.subject.type='" + "b".repeat(9_000) + "'/>";

    Page page =
        nitf(
            keywords
                + subjects.repeat(300)
                + "<hedline><hl1>Night ferry sold</hl1>"
                + "<hl2>Deck</hl2>".repeat(3_000)
                + "</hedline><byline>By Ann Example</byline><date.issue norm='20110304'/>");

    assertThat(values(page, "headline")).containsExactly("Night ferry sold");
    assertThat(values(page, "byline")).containsExactly("By Ann Example");
    assertThat(values(page, "datePublished")).containsExactly("20110304");
    assertThat(values(page, "keywords")).hasSize(100);
  }

  @Test
  void readsTextThatIsGivenInline() {
    assertThat(story(g2("<inlineData contenttype='text/plain'>One.\n\nTwo.</inlineData>")))
        .containsExactly("One.", "Two.");
    assertThat(
            story(
                g2("<inlineData contenttype='text/html'>&lt;p>One.&lt;/p>&lt;p>Two.</inlineData>")))
        .containsExactly("One.", "Two.");
    assertThat(story(g2("<inlineXML><nitf/></inlineXML><inlineData>After all.</inlineData>")))
        .containsExactly("After all.");
    assertThat(story(g2("<inlineData encoding='base64'>T25lLg==</inlineData>"))).isEmpty();
  }

  @Test
  void datesAnItemByItsOwnStatementsBeforeThoseOfTheStoryInside() {
    Page page =
        parse(
            NewsroomFormat.NEWSML_G2,
            "<newsItem><itemMeta><firstCreated>2021-05-04</firstCreated></itemMeta><contentSet>"
                + "<inlineXML><nitf><head><docdata><date.issue norm='20210506'/></docdata></head>"
                + "</nitf></inlineXML></contentSet></newsItem>");

    assertThat(values(page, "datePublished")).first().isEqualTo("2021-05-04");
  }

  @Test
  void givesTheItemsOwnIdUnlessItsContainerHasOne() {
    assertThat(nitf("<doc-id id-string=' a7 '/>").document().capture().recordId()).isEqualTo("a7");
  }

  @Test
  void keepsWhatStandsBeforeDamageAndSaysSo() {
    Page page = nitf("<body.content><p>One.</p><p>Two <b>and</p><p>Three.</p></body.content>");

    assertThat(story(page)).startsWith("One.");
    assertThat(values(page, "damage")).containsExactly("The document is no well-formed XML.");
    assertThat(values(nitf("<body.content><p>One.</p></body.content>"), "damage")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<nitf><body.content><p>Rain fell",
        "<nitf><body.content><p>Rain fell<em",
        "<newsItem><contentSet><inlineData>Rain fell",
        "<newsItem><contentSet><inlineData><![CDATA[Rain fell",
        "<newsItem><contentSet><inlineXML><html><p>Rain fell<!-- on",
      })
  void keepsTheWordsBeforeACut(String xml) throws Exception {
    NewsroomFormat format =
        xml.startsWith("<nitf") ? NewsroomFormat.NITF : NewsroomFormat.NEWSML_G2;

    Page page = parse(format, xml);

    assertThat(story(page)).containsExactly("Rain fell");
    assertThat(values(page, "damage")).hasSize(1);
  }

  @Test
  @Timeout(20)
  void expandsNoEntitiesAndFetchesNothing() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the combination of the safe");
    StringBuilder laughs = new StringBuilder("<!ENTITY lol0 'ha'>");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY lol" + i + " '").append(("&lol" + (i - 1) + ";").repeat(10));
      laughs.append("'>");
    }
    String xml =
        "<!DOCTYPE nitf SYSTEM '"
            + secret.toUri()
            + "' ["
            + laughs
            + "<!ENTITY safe SYSTEM '"
            + secret.toUri()
            + "'> <!ENTITY % more SYSTEM '"
            + secret.toUri()
            + "'> %more;]><nitf id='&lol29;&safe;'><body.content><p>&lol29; and &safe; here</p>"
            + "</body.content></nitf>";

    Page page = parse(NewsroomFormat.NITF, xml);

    assertThat(story(page)).containsExactly("&lol29; and &safe; here");
    assertThat(values(page, "damage")).isEmpty();
  }

  @Test
  @Timeout(20)
  void isTooComplexWhereElementsNestWithoutEnd() {
    String deep = "<nitf>" + "<block>".repeat(200_000);

    assertThatThrownBy(() -> parseOrThrow(NewsroomFormat.NITF, deep))
        .isInstanceOf(PageTooComplexException.class)
        .hasMessage("The document nests more than 512 elements in each other.");
    assertThatThrownBy(
            () -> parseOrThrow(NewsroomFormat.NEWSML_G2, "<newsItem>" + "<a>".repeat(200_000)))
        .isInstanceOf(PageTooComplexException.class);
    String json = "{\"uri\":\"a\",\"subject\":" + "[".repeat(200_000);
    assertThatThrownBy(() -> parseOrThrow(NewsroomFormat.NINJS, json))
        .isInstanceOf(PageTooComplexException.class)
        .hasMessage("The document nests more than 512 objects and lists in each other.");
  }

  @Test
  void readsNinjsWhicheverVersionSpelledItsNames() {
    Page page =
        parse(
            NewsroomFormat.NINJS,
            "{\"uri\":\"a\",\"firstCreated\":\"2021-05-04T08:00:00Z\",\"embargoed\":\"2021-05-06\","
                + "\"pubStatus\":\"withheld\",\"infoSources\":[{\"name\":\"Harbour Wire\"}],"
                + "\"bodies\":[{\"contentType\":\"text/html\",\"value\":\"<p>One.</p><p>Two.</p>\"}]}");

    assertThat(story(page)).containsExactly("One.", "Two.");
    assertThat(values(page, "datePublished")).containsExactly("2021-05-06", "2021-05-04T08:00:00Z");
    assertThat(values(page, "creativeWorkStatus")).containsExactly("withheld");
    assertThat(values(page, "sourceOrganization")).containsExactly("Harbour Wire");
  }

  @Test
  void takesTheWordsOfDescriptionsAndHeadlinesThatAreMarkup() {
    Page page =
        parse(
            NewsroomFormat.NINJS,
            """
            {"uri": "urn:x", "type": "text",
             "headlines": [{"contenttype": "text/html", "value": "Ferry <em>back</em> at sea"}],
             "descriptions": [{"contenttype": "text/html", "value": "<p>Fog &amp; rain.</p>"}]}
            """);
    Page older =
        parse(
            NewsroomFormat.NINJS,
            "{\"uri\": \"urn:x\", \"description_html\": \"<p>Fog <b>and</b> rain.</p>\"}");

    assertThat(values(page, "headline")).containsExactly("Ferry back at sea");
    assertThat(values(page, "description")).containsExactly("Fog & rain.");
    assertThat(values(older, "description")).containsExactly("Fog and rain.");
  }

  @Test
  void countsNoLimitOfOneJavaAloneAgainstCharactersThatAreEscaped() {
    String paragraph = "<p>" + "Rain &amp; fog &lt;again&gt;. ".repeat(2_000) + "</p>";

    Page page = nitf("<body.content>" + paragraph.repeat(30) + "</body.content>");

    assertThat(values(page, "damage")).isEmpty();
    assertThat(story(page)).hasSize(30).containsOnly("Rain & fog <again>. ".repeat(2_000).strip());
  }

  @Test
  void isTooComplexWithMoreParagraphsThanAreHeld() {
    String xml = "<nitf><body><body.content>" + "<p>a</p>".repeat(200_001);

    assertThatThrownBy(() -> parseOrThrow(NewsroomFormat.NITF, xml))
        .isInstanceOf(PageTooComplexException.class);
  }

  @Test
  void readsNinjsAsDeepAsAnyOtherDocument() {
    String start = "{\"uri\":\"a\",\"x\":";
    String story = ",\"body_text\":\"Rain fell.\"}";

    Page deepest = parse(NewsroomFormat.NINJS, start + "[".repeat(511) + "]".repeat(511) + story);

    assertThat(story(deepest)).containsExactly("Rain fell.");
    assertThat(values(deepest, "damage")).isEmpty();
    assertThatThrownBy(
            () ->
                parseOrThrow(
                    NewsroomFormat.NINJS, start + "[".repeat(512) + "]".repeat(512) + story))
        .isInstanceOf(PageTooComplexException.class);
  }

  @Test
  @Timeout(60)
  void staysWithinItsTimeOnMillionsOfElementsAndAttributes() {
    parse(NewsroomFormat.NITF, "<nitf>" + "<dateline/><person>a</person>".repeat(200_000));
    parse(NewsroomFormat.NITF, "<nitf>" + "<keyword key='a'/><hl1/>".repeat(200_000));
    parse(
        NewsroomFormat.NITF,
        "<nitf><body.content>" + "<byline>".repeat(400) + "a<b/>".repeat(200_000));
    parse(
        NewsroomFormat.NITF,
        "<nitf><body.content><tr>" + " ".repeat(1_000_000) + "<td/>".repeat(200_000));
    StringBuilder attributes = new StringBuilder("<nitf><p");
    for (int i = 0; i < 100_000; i++) {
      attributes.append(" a").append(i).append("='b'");
    }
    assertThat(values(parse(NewsroomFormat.NITF, attributes + "/></nitf>"), "damage")).hasSize(1);
  }

  @Test
  void refusesAMessageOfSeveralItemsThatWasNotCut() {
    assertThatThrownBy(
            () ->
                parseOrThrow(
                    NewsroomFormat.NEWSML_G2,
                    "<newsMessage><itemSet><newsItem/><newsItem/></itemSet></newsMessage>"))
        .isInstanceOf(PageTooComplexException.class)
        .hasMessageStartingWith("The message holds several items");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nitf-with-a-doctype-named-entities-and-furniture-words-in-the-story/source.xml",
        "newsml-g2-with-nitf-inside-and-a-dateline-in-the-story-itself/source.xml",
        "ninjs-2-with-several-bodies-and-headlines/source.json",
      })
  void isReadAsFarAsItGoesWhereverItIsCut(String name) throws Exception {
    String text = Files.readString(Path.of(GOLDEN + name), StandardCharsets.ISO_8859_1);
    NewsroomFormat format =
        name.startsWith("nitf")
            ? NewsroomFormat.NITF
            : name.startsWith("newsml") ? NewsroomFormat.NEWSML_G2 : NewsroomFormat.NINJS;
    String whole = text.strip();

    for (int end = 0; end < whole.length(); end++) {
      Page page = parse(format, whole.substring(0, end));

      assertThat(values(page, "damage")).as("cut at %s", end).hasSize(1);
    }
    assertThat(values(parse(format, whole), "damage")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(NewsroomFormat.class)
  void givesAPageWithoutStoryForWhatIsNothingOfTheKind(NewsroomFormat format) {
    for (String text : List.of("", "\0\0\0", "<", "{", "[]", "null", "plain words", "<a></b>")) {
      assertThat(story(parse(format, text))).isEmpty();
    }
  }

  @Test
  void readsAroundNuls() {
    assertThat(story(nitf("<body.content><p>Ra\0in \0fell.</p></body.content>")))
        .containsExactly("Rain fell.");
  }

  private static Page nitf(String content) {
    return parse(NewsroomFormat.NITF, "<nitf>" + content + "</nitf>");
  }

  private static Page g2(String content) {
    return parse(
        NewsroomFormat.NEWSML_G2, "<newsItem><contentSet>" + content + "</contentSet></newsItem>");
  }

  private static Page parse(NewsroomFormat format, String text) {
    return Pages.parse(format.mediaType(), text, PageLimits.defaults());
  }

  private static void parseOrThrow(NewsroomFormat format, String text)
      throws PageTooComplexException {
    new PageParser(PageLimits.defaults()).parse(Pages.document(format.mediaType(), text));
  }

  private static List<String> story(Page page) {
    return page.blocks().stream()
        .filter(block -> page.selected().story().contains(block.index()))
        .map(Block::text)
        .toList();
  }

  private static List<String> values(Page page, String property) {
    return page.metadata(property)
        .filter(m -> m.source() == Source.NEWSROOM)
        .map(Metadatum::value)
        .toList();
  }
}
