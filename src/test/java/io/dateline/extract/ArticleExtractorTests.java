package io.dateline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Article;
import io.dateline.article.ArticleField;
import io.dateline.article.Block;
import io.dateline.article.Dateline;
import io.dateline.article.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleExtractorTests {

  private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();

  /** A dump with every trap of a content-management system: see the class's tests. */
  private static final String DUMP =
      """
      Chile, Peru ministers meet at port talks over fishing, ferry line

      Chile, Peru ministers meet at port talks over fishing, ferry line
      Fecha de publicación:\u00a0
      5 September 2016
      Imagen principal:\u00a0

      VALPARAISO, Chile, Sept. 5 (Xinhua) -- Chilean Minister Rosa Almagro and her Peruvian \
      counterpart, Hernan Quiroga, discussed fishing rights and a ferry line at a meeting here Monday.

      The meeting, which lasted until midnight, was "warmer than expected, "local media quoted \
      ministry spokesman Tomas Iriarte as saying.

      Almagro said after the meeting that the two sides had "some common ground" on the ferry line.

      "There is still some water between us and the small boats cannot sail on it," Quiroga said.

      The ministers told their officials to return to talks later this week.

      Add new comment

      This question is asked to tell a person from a program and to keep automated spam away.
      Enter the characters shown in the image.
      """;

  private static Article extract(String dump) {
    return EXTRACTOR.extract(Pages.ofText(dump), Trace.NONE);
  }

  @Nested
  class FromADumpOfAContentManagementSystem {

    private final Article article = extract(DUMP);

    @Test
    void keepsTheStoryAndNothingElse() {
      assertThat(article.paragraphs()).hasSize(5);
      assertThat(article.paragraphs().get(0)).startsWith("Chilean Minister Rosa Almagro and her");
      assertThat(article.paragraphs().get(4)).endsWith("return to talks later this week.");
    }

    @Test
    void takesTheRepeatedTitleAsHeadline() {
      assertThat(article.headline())
          .isEqualTo("Chile, Peru ministers meet at port talks over fishing, ferry line");
      assertThat(article.sources()).containsEntry(ArticleField.HEADLINE, "title");
    }

    @Test
    void readsTheDateFromTheLineUnderItsLabel() {
      assertThat(article.datePublished()).isEqualTo("2016-09-05");
      assertThat(article.datePublishedRaw()).isEqualTo("5 September 2016");
      assertThat(article.sources())
          .containsEntry(ArticleField.DATE_PUBLISHED, "label:Fecha de publicación");
    }

    @Test
    void leavesThePictureEmptyWhereItsLabelHasNoValue() {
      assertThat(article.image()).isNull();
    }

    @Test
    void takesPlaceAgencyAndDayOfFilingFromTheDateline() {
      assertThat(article.dateline())
          .extracting(Dateline::raw)
          .isEqualTo("VALPARAISO, Chile, Sept. 5 (Xinhua)");
      assertThat(article.dateCreated()).isEqualTo("2016-09-05");
      assertThat(article.provider()).isEqualTo("Xinhua");
    }

    @Test
    void tellsTheLanguageAndCountsWords() {
      assertThat(article.inLanguage()).isEqualTo("en");
      assertThat(article.wordCount()).isEqualTo(87);
      assertThat(article.abstractText()).isEqualTo(article.paragraphs().get(0));
    }

    @Test
    void findsTheQuotesInPlaceOfItsMisplacedSpaces() {
      assertThat(article.quotes())
          .extracting(quote -> quote.text())
          .contains("warmer than expected", "some common ground");
    }
  }

  @Test
  void takesAShortTitleThatIsPrintedTwiceRightAboveALabel() {
    Article article =
        extract(
            """
            Main menu
            Home

            Ferries
            Ferries
            Publication date:
            5 September 2016

            The ferry across the sound sailed again on Thursday, nine years after it was laid up.

            Some two hundred passengers stood on the quay at six in the morning to see it off.
            """);

    assertThat(article.headline()).isEqualTo("Ferries");
  }

  @Test
  void prefersTheDayAboveTheStoryToALabelInsideIt() {
    Article article =
        extract(
            """
            Monday, 5 September 2016

            A new book on the ferry across the sound

            The ferry across the sound has a book of its own, nine years after it was laid up.

            It tells of the two hundred passengers who stood on the quay to see it off that day.

            Publication date: 1 May 2014

            The author spent a winter in the harbour and talked to all who had sailed with the boat.

            The council bought the boat from a yard in the north and had it painted in white in May.
            """);

    assertThat(article.datePublished()).isEqualTo("2016-09-05");
  }

  @Nested
  class FromHtml {

    private final Article article =
        EXTRACTOR.extract(
            Pages.ofHtml(
                """
                <html lang="en-GB"><head>
                <title>Ferry returns to the sound after nine years | Example Herald</title>
                <link rel="canonical" href="https://herald.example/2021/03/04/ferry">
                <meta property="og:title" content="Ferry returns to the sound after nine years">
                <meta property="og:site_name" content="Example Herald">
                <script type="application/ld+json">
                {"@type": "NewsArticle", "headline": "Ferry returns to the sound after nine years",
                 "datePublished": "2021-03-04T10:15:00+01:00", "articleSection": "Local",
                 "author": [{"@type": "Person", "name": "Ann Example"},
                            {"@type": "Organization", "name": "Example Herald Staff"}],
                 "keywords": ["ferries", "harbour"], "image": "https://herald.example/ferry.jpg"}
                </script></head><body>
                <nav><ul><li><a href="/">Home</a></li><li><a href="/local">Local</a></li></ul></nav>
                <article><h1>Ferry returns to the sound after nine years</h1>
                <p>By Ann Example</p>
                <p>The ferry across the sound sailed again on Thursday, nine years after it was laid up.</p>
                <figure><img src="ferry.jpg"><figcaption>The ferry leaves the harbour on
                Thursday morning with its first passengers.</figcaption></figure>
                <p>Some two hundred passengers stood on the quay at six in the morning to see it off.</p>
                <h2>A long wait</h2>
                <p>The council bought the boat from a yard in the north and had it painted in May.</p>
                <div class="newsletter-signup"><p>Get the news of the harbour every morning, for free.</p></div>
                <p>It will sail four times a day until October, and twice a day in winter.</p>
                </article>
                <section class="comments"><p>I remember the old boat very well, it was always late.</p></section>
                </body></html>
                """),
            Trace.NONE);

    @Test
    void keepsParagraphsAndSubheadingsAndDropsCaptionsBoxesAndComments() {
      assertThat(article.paragraphs())
          .hasSize(5)
          .contains("A long wait")
          .noneMatch(paragraph -> paragraph.contains("first passengers"))
          .noneMatch(paragraph -> paragraph.contains("for free"))
          .noneMatch(paragraph -> paragraph.contains("always late"));
    }

    @Test
    void prefersWhatThePageStatesForMachines() {
      assertThat(article.headline()).isEqualTo("Ferry returns to the sound after nine years");
      assertThat(article.datePublished()).isEqualTo("2021-03-04T10:15:00+01:00");
      assertThat(article.sources())
          .containsEntry(ArticleField.HEADLINE, "json-ld")
          .containsEntry(ArticleField.DATE_PUBLISHED, "json-ld")
          .containsEntry(ArticleField.URL, "link:canonical");
    }

    @Test
    void namesPeopleAloneAsAuthors() {
      assertThat(article.authors()).containsExactly("Ann Example");
      assertThat(article.byline()).isEqualTo("By Ann Example");
    }

    @Test
    void fillsTheOtherFields() {
      assertThat(article.publisher()).isEqualTo("Example Herald");
      assertThat(article.articleSection()).isEqualTo("Local");
      assertThat(article.keywords()).containsExactly("ferries", "harbour");
      assertThat(article.image()).isEqualTo("https://herald.example/ferry.jpg");
      assertThat(article.inLanguage()).isEqualTo("en-GB");
    }
  }

  @Test
  void leavesEveryFieldEmptyOnAPageThatSaysNothing() {
    Article article = extract("Home\nNews\nSport\n");

    assertThat(article.paragraphs()).isEmpty();
    assertThat(article.headline()).isNull();
    assertThat(article.datePublished()).isNull();
    assertThat(article.authors()).isEmpty();
    assertThat(article.sources()).isEmpty();
  }

  @Test
  void takesALoneLeadAsTheStoryAndNotAsItsHeadline() {
    Article article =
        extract(
            "ACCRA, March 3 (Reuters) - Rain fell on the capital for the third day on Tuesday.");

    assertThat(article.headline()).isNull();
    assertThat(article.paragraphs())
        .containsExactly("Rain fell on the capital for the third day on Tuesday.");
  }

  @Test
  void usesTheStatedArticleBodyWhereThePageShowsHardlyAnyOfIt() {
    String stated =
        "The mill will stay open for another year, the council said. ".repeat(12).strip();
    Article article =
        EXTRACTOR.extract(
            Pages.ofHtml(
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
                    + stated
                    + "\"}</script><p>Subscribe to read the whole of this story.</p>"),
            Trace.NONE);

    assertThat(article.body()).isEqualTo(stated);
    assertThat(article.sources()).containsEntry(ArticleField.ARTICLE_BODY, "json-ld");
  }

  @Test
  void readsLabelsOfOtherLanguages() {
    Article article =
        extract(
            """
            Regen setzt die Altstadt von Beispielhausen unter Wasser

            Veröffentlicht am: 12.03.2019
            Autorin: Anna Beispiel

            Starker Regen hat am Dienstag die Altstadt unter Wasser gesetzt. Die Feuerwehr rückte zu \
            vierzig Einsätzen aus, wie ein Sprecher sagte.

            Der Markt wurde geräumt, verletzt wurde niemand. Am Abend ließ der Regen nach.

            Neuen Kommentar schreiben
            """);

    assertThat(article.datePublished()).isEqualTo("2019-03-12");
    assertThat(article.authors()).containsExactly("Anna Beispiel");
    assertThat(article.inLanguage()).isEqualTo("de");
    assertThat(article.paragraphs()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'Posted by editor on Thu, 04/02/2015 - 08:30', Rain fell on the city for the third day, 2015-04-02",
    "'Posted by editor on Wed, 04/02/2015 - 08:30', Rain fell on the city for the third day, 2015-02-04",
    "Posted on 04/01/2016, 'ACCRA, April 1 (Reuters) - Rain fell on the city for the third day', 2016-04-01",
    "Posted on 04/01/2016, Rain fell on the city for the third day, 2016-01-04",
  })
  void letsWeekdayAndDatelineDecideWhichNumberIsTheMonth(String line, String lead, String day) {
    Article article =
        extract(
            "Rain falls on the capital again\n\n"
                + line
                + "\n\n"
                + lead
                + ", the office said on the radio.\n\nIt will not stop before the end of the week.\n");

    assertThat(article.datePublished()).startsWith(day);
  }

  @Test
  void readsAWeekdayOfTwoWords() {
    Article article =
        extract(
            """
            Barco volta ao canal depois de nove anos

            Publicado em segunda-feira, 01/04/2016

            O barco voltou a atravessar o canal, nove anos depois de ter sido encostado pela câmara.

            Duas centenas de passageiros esperavam no cais às seis da manhã para o ver partir.
            """);

    assertThat(article.datePublished()).isEqualTo("2016-01-04");
  }

  @Test
  void keepsTheShortLinesOfAStoryThatADatelineOpens() {
    Article article =
        extract(
            """
            Home
            News
            Sport

            EXAMPLE CORP 1ST QTR LOSS

            TULSA, June 12 - Shr loss 11 cts vs loss 1.06 dlrs

            Net loss 1,318,000 vs loss 7,041,000

            Revs 22.4 mln vs 25.3 mln

            Related articles

            Another corp makes a profit
            """);

    assertThat(article.headline()).isEqualTo("EXAMPLE CORP 1ST QTR LOSS");
    assertThat(article.paragraphs()).hasSize(3).last().isEqualTo("Revs 22.4 mln vs 25.3 mln");
  }

  @Test
  void prefersTheOnlyTopHeadingToTheTitleMadeForSharing() {
    Article article =
        EXTRACTOR.extract(
            Pages.ofHtml(
                "<meta property='og:title' content='You will not believe which boat is back'>"
                    + "<h1>Ferry returns to the sound after nine years</h1><p>Rain fell.</p>"),
            Trace.NONE);

    assertThat(article.headline()).isEqualTo("Ferry returns to the sound after nine years");
  }

  @Test
  void tellsTheTraceOfEveryBlockAndEveryCandidate() {
    List<String> blocks = new ArrayList<>();
    List<String> chosen = new ArrayList<>();
    Trace trace =
        new Trace() {
          @Override
          public boolean isOn() {
            return true;
          }

          @Override
          public void candidate(
              ArticleField field, @Nullable String value, String source, boolean wins, String why) {
            if (wins) {
              chosen.add(field.column() + "=" + source);
            }
          }

          @Override
          public void block(Block block, boolean kept, String reason) {
            blocks.add((kept ? "+ " : "- ") + reason);
          }
        };

    EXTRACTOR.extract(Pages.ofText(DUMP), trace);

    assertThat(blocks)
        .hasSize(13)
        .contains(
            "- repeats the title", "- the label Imagen principal", "+ reads like a paragraph");
    assertThat(chosen).contains("headline=title", "date_published=label:Fecha de publicación");
  }

  @Test
  void givesTheSameFingerprintToCopiesThatDifferInCaseSpaceAndPunctuation() {
    Article one = extract(DUMP);
    Article other = extract(DUMP.replace("warmer than expected", "Warmer  than, expected"));
    Article another = extract(DUMP.replace("warmer than expected", "colder than expected"));

    assertThat(other.contentSha256()).isEqualTo(one.contentSha256()).hasSize(64);
    assertThat(another.contentSha256()).isNotEqualTo(one.contentSha256());
  }

  private static final String HARBOR =
      """
      Harbor pilots end strike in Osterby

          OSTERBY, Oct 27 - Harbor pilots returned to work on Thursday after nine days, and the first
      of forty waiting ships was brought in before noon.
          The pilots had asked for a second boat, and the port said that it would be bought in the spring.
          Grain traders said that the delay had cost them more than the boat would.
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource({"Reuter, Reuters", "(ANSA), ANSA", "-- dpa, dpa"})
  void takesTheAgencysSignatureForTheProviderAndNotForAParagraph(String line, String provider) {
    Article article = extract(HARBOR + " " + line + "\n");

    assertThat(article.provider()).isEqualTo(provider);
    assertThat(article.paragraphs()).last().asString().endsWith("than the boat would.");
  }

  @Test
  void takesTheDateBesideAProvidersNameOff() {
    Article article = extract("Source: Hafenkurier 12.06.2019\n\n" + HARBOR);

    assertThat(article.provider()).isEqualTo("Hafenkurier");
  }

  @Test
  void takesTheDatelineOffTheAbstractToo() {
    String text =
        "Harbor pilots returned to work on Thursday after nine days, and the first of forty waiting"
            + " ships was brought in before noon.";
    Article article =
        EXTRACTOR.extract(
            Pages.ofHtml(
                "<html><head><meta name='description' content='LONDON, Oct 27 (Reuters) - "
                    + text
                    + "'></head><body><article><h1>Harbor pilots end strike</h1><p>LONDON, Oct 27"
                    + " (Reuters) - "
                    + text
                    + "</p><p>The pilots had asked for a second boat, and the port said that it would"
                    + " be bought in the spring.</p></article></body></html>"),
            Trace.NONE);

    assertThat(article.abstractText()).isEqualTo(text);
  }

  @Test
  void keepsEveryPieceOfAParagraphTooLongForOneBlock() {
    String sentence = "The pilots went out again and the ships came in with the evening tide. ";
    Article article =
        EXTRACTOR.extract(
            Pages.ofHtml(
                "<html><body><article><h1>Harbor</h1><p>"
                    + sentence.repeat(12_000)
                    + "</p></article></body></html>"),
            Trace.NONE);

    assertThat(article.wordCount()).isEqualTo(14 * 12_000);
  }

  @Test
  void namesTheWriterWhoStandsInFrontOfTheDateline() {
    Article article =
        extract(
            """
            Ferry of the lower harbour is to run at night again

            By Jane Example, NAIROBI, Jan. 4 (Xinhua) -- The ferry of the lower harbour is to run at \
            night again, as the town council decided on Tuesday after a long debate about its cost.

            The council bought the boat from a yard in the north and had it painted in May.
            """);

    assertThat(article.authors()).containsExactly("Jane Example");
    assertThat(article.byline()).isEqualTo("By Jane Example");
    assertThat(article.sources()).containsEntry(ArticleField.AUTHORS, "byline");
    assertThat(article.paragraphs().get(0)).startsWith("The ferry of");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "(Reuters) - , Reuters",
    "(AFP) – , AFP",
    "(AP Sports) -- , AP",
    "(dpa/lni) - , dpa",
  })
  void takesTheAgencyAloneInFrontOfTheStoryForTheProvider(String opening, String provider) {
    Article article = extract(HARBOR.replace("OSTERBY, Oct 27 - ", opening));

    assertThat(article.provider()).isEqualTo(provider);
    assertThat(article.dateline()).isNull();
    assertThat(article.paragraphs()).first().asString().startsWith("Harbor pilots returned");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"(Photo) - ", "(Harbor pilots) - ", "(AP, "})
  void leavesOtherBracketsInFrontOfTheStoryWhereTheyAre(String opening) {
    Article article =
        extract(
            HARBOR
                .replace("OSTERBY, Oct 27 - ", opening)
                .replace("first\nof forty", "first of forty"));

    assertThat(article.provider()).isNull();
    assertThat(article.paragraphs()).first().asString().startsWith(opening.strip());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"新华社兰州3月4日电, 兰州", "本报讯,", "'',"})
  void namesTheReporterInBracketsInFrontOfAChineseStory(String opening, @Nullable String place) {
    Article article =
        extract(
            "渡轮九年后重新启航\n\n2018年3月5日\n\n"
                + opening
                + "（记者 王小明、李华）旧渡轮星期一驶出港口，数百名市民在码头上观看，市政府说它将每天往返两次。\n\n"
                + "这艘船停航九年，市议会早已放弃了让它重新启航的希望，直到去年春天才找到资金。\n");

    assertThat(article.authors()).containsExactly("王小明", "李华");
    assertThat(article.paragraphs()).first().asString().startsWith("旧渡轮");
    assertThat(article.dateline() == null ? null : article.dateline().places().get(0))
        .isEqualTo(place);
  }

  @Test
  void readsTheLabelsOfPressArchives() {
    Article article =
        extract(
            """
            June 3, 1995, Saturday

            LENGTH: 87 words

            HEADLINE: Harbor pilots end strike

            BYLINE: Nora Quill, Staff Writer

            DATELINE: OSTERBY, Ohio

            Harbor pilots returned to work on Thursday after nine days, and the first of forty waiting ships came in.

            The pilots had asked for a second boat, and the port said that it would be bought in the spring.

            LOAD-DATE: June 4, 1995
            """);

    assertThat(article.headline()).isEqualTo("Harbor pilots end strike");
    assertThat(article.authors()).containsExactly("Nora Quill");
    assertThat(article.paragraphs()).hasSize(2);
    assertThat(article.dateline()).isNull();
    assertThat(article.datePublished()).isEqualTo("1995-06-03");
  }

  @Test
  void readsThePlaceBehindTheLabelOfADateline() {
    Article article =
        extract("DATELINE: TOLEDO, Ohio\n\n" + HARBOR.replace("OSTERBY, Oct 27 - ", ""));

    assertThat(article.dateline()).isNotNull();
    assertThat(article.dateline().places()).containsExactly("Toledo");
    assertThat(article.dateline().region()).isEqualTo("Ohio");
    assertThat(article.dateline().country()).isEqualTo("US");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Updated 35 minutes ago", "Updated 2 hours ago", "Aktualisiert vor 35 Minuten"})
  void keepsTheTimeOfAnUpdateThatIsToldFromNowOutOfTheStory(String line) {
    Article article =
        extract(
            "Harbor pilots end strike\n\nBy Nora Quill\n\n"
                + line
                + "\n\nHarbor pilots went back to work on Thursday.\n\n"
                + "The pilots had asked for a second boat, and the port said that it would be bought.\n");

    assertThat(article.paragraphs()).noneMatch(text -> text.contains("35") || text.contains("ago"));
    assertThat(article.dateModified()).isNull();
  }

  @Test
  void readsTheMarksOfTheOldWire() {
    Article article =
        extract(
            """
            AP900612-0001

            ^Harbor Pilots End Their Strike<

            ^By NORA QUILL=

            ^Associated Press Writer=

            TOLEDO, Ohio (AP) _ Harbor pilots returned to work on Tuesday after nine days, the port said.

            The pilots had asked for a second boat, and the port said that it would be bought in the spring.

            AP-NY-06-12-90 1843EDT<
            """);

    assertThat(article.headline()).isEqualTo("Harbor Pilots End Their Strike");
    assertThat(article.authors()).containsExactly("NORA QUILL");
    assertThat(article.datePublished()).isEqualTo("1990-06-12");
    assertThat(article.datePublishedRaw()).isEqualTo("AP-NY-06-12-90 1843EDT<");
    assertThat(article.dateline()).isNotNull();
    assertThat(article.provider()).isEqualTo("AP");
    assertThat(article.paragraphs()).hasSize(2);
  }
}
