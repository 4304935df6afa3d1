package io.dateline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Article;
import io.dateline.article.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which line of a plain-text dump is its headline, and which its second headline. */
class DumpTitlesTests {

  private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();

  private static final String STORY =
      """

      The old ferry sailed out of the harbour on Monday, and hundreds of people watched it from the quay.

      It had been laid up for nine years, and the council had long given up the hope to see it sail again.
      """;

  private static Article extract(String head) {
    return EXTRACTOR.extract(Pages.ofText(head + STORY), Trace.NONE);
  }

  @Test
  void isNoCaptionOfAPhotoInBrackets() {
    Article article =
        extract(
            """
            Boat sails after nine years
            [Photo: The boat at the quay, in May]
            5 May 2016
            """);

    assertThat(article.headline()).isEqualTo("Boat sails after nine years");
    assertThat(article.paragraphs()).noneMatch(text -> text.contains("Photo"));
  }

  @Test
  void isNotThePapersNameAboveItsMenu() {
    Article article =
        extract(
            """
            The Harbour Times
            Home
            News
            Sport
            Culture
            Boat sails again after nine years
            5 May 2016
            """);

    assertThat(article.headline()).isEqualTo("Boat sails again after nine years");
  }

  @Test
  void isNotThePapersNameBelowAMenuAndAboveTheDayOfTheIssue() {
    Article article =
        extract(
            """
            Home
            News
            Sport
            The Harbour Times
            5 May 2016
            Boat sails again after nine years
            By Ann Example
            """);

    assertThat(article.headline()).isEqualTo("Boat sails again after nine years");
  }

  @Test
  void isNoTrailOfSectionsNoAddressAndNoCreditToNobodyKnown() {
    Article article =
        extract(
            """
            Skip to content
            Boat sails again after nine years
            By harbour.example
            5 May 2016
            """);

    assertThat(article.headline()).isEqualTo("Boat sails again after nine years");
    assertThat(
            extract(
                    """
            You are here: Start » News » Boats
            Boat sails after nine years
            5 May 2016
            """)
                .headline())
        .isEqualTo("Boat sails after nine years");
  }

  @Test
  void isTheLineAboveTheDateThatSpeaksOfWhatTheWindowSpeaksOf() {
    Article article =
        extract(
            """
            Ferry timetable and harbour news | Port | Read now!
            Home
            News
            Sport
            Old ferry leaves the harbour once more
            5 May 2016
            """);

    assertThat(article.headline()).isEqualTo("Old ferry leaves the harbour once more");
  }

  @Test
  void endsBeforeTheNameThatTheSiteBoreBefore() {
    Article article =
        extract(
            """
            Boat sails again after nine years | New Post
            Home
            Boat sails again after nine years | OLD.POST
            5 May 2016
            """);

    assertThat(article.headline()).isEqualTo("Boat sails again after nine years");
  }

  @Test
  void isNotTheStandfirstBelowWhichBecomesTheSecondHeadline() {
    Article article =
        extract(
            """
            Boat sails again after nine years
            After nine years at the quay the boat sails again, with a new engine and crew
            By Ann Example
            5 May 2016
            """);

    assertThat(article.headline()).isEqualTo("Boat sails again after nine years");
    assertThat(article.alternativeHeadline())
        .isEqualTo("After nine years at the quay the boat sails again, with a new engine and crew");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ACCRA, May 4 (Reuters) - ",
        "ACCRA, May 4 (Reuters) -\n",
        "ACCRA,\nGhana, May 4 (Reuters) - ",
        "By Ann Example, ACCRA, May 4 (Reuters) - ",
      })
  void takesNoParagraphForAStandfirstForTheDatelineThatWasTakenOffIt(String dateline) {
    Article article =
        EXTRACTOR.extract(
            Pages.ofText(
                "Boat sails again after nine years\n\n"
                    + dateline
                    + "The boat sails again after nine years at the quay, with an engine of its own.\n\n"
                    + STORY),
            Trace.NONE);

    assertThat(article.dateline()).isNotNull();
    assertThat(article.alternativeHeadline()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Facebook Twitter Email Telegram Pinterest WhatsApp",
        "You are here: Start » News » Books",
        "1945 1960 1980 2000 2020",
        "Updated May 6, 6:55 AM;Posted May 6, 6:51 AM",
        "Ann Example Courier Harbour Desk Accra"
      })
  void takesNoRowOfNamesSectionsOrYearsForTheSecondHeadline(String row) {
    String head = "Boat sails again after nine years\n%s\nBy Ann Example\n5 May 2016\n";

    assertThat(extract(head.formatted(row)).alternativeHeadline()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HARBOUR BOARD SAYS IT IS SAFE NOW",
        "Harbour Board Says It Is Safe to Sail",
        "Reederei hält neue Maschine für sicher",
        "港湾局は新しい 船は 安全だと 述べ 市民は 喜んだ"
      })
  void takesALineOfSentenceOrHeadlineForIt(String line) {
    String head = "Boat sails again after nine years\n%s\nBy Ann Example\n5 May 2016\n";

    assertThat(extract(head.formatted(line)).alternativeHeadline()).isEqualTo(line);
  }

  @Test
  void leavesTheKickerToTheSecondHeadlineWhereTheFirstLineHasBoth() {
    Article article =
        extract(
            """
            Harbour talks: Boat sails again after nine years | Port News
            Home
            Harbour talks
            Boat sails again after nine years
            By Ann Example
            5 May 2016
            """);

    assertThat(article.headline()).isEqualTo("Boat sails again after nine years");
    assertThat(article.alternativeHeadline()).isEqualTo("Harbour talks");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "The Harbour Ledger / 5 May 2016 / Boat sails again after nine years",
        "The Harbour Ledger / 5 May 2016 / Boat sails again after nine years / By Ann Example",
        "The Harbour Ledger / Saturday, 7 May 2016 / Page A4 / Boat sails again after nine years",
        "The Harbour Ledger / Boat sails again after nine years / 5 May 2016",
        "The Times (Harbour) / May 7, 2016, Saturday / Boat sails again after nine years",
        "Diario de Puerto / 5 May 2016 / Boat sails again after nine years",
        "The Harbour Ledger, 5 May 2016, Page A4 / Boat sails again after nine years",
        "Beispieler Kreisblatt, Samstag, 7. Mai 2016, Seite 4 / Boat sails again after nine years",
        "Saturday, 7 May 2016 / Boat sails again after nine years / By Ann Example",
        "5 May 2016 / Boat sails again after nine years",
        "有料会員限定記事 / Boat sails again after nine years / 5 May 2016",
      })
  void isNoNameDayOrPageThatHeadsThePaper(String lines) {
    Article article = extract(lines.replace(" / ", "\n") + "\n");

    assertThat(article.headline()).isEqualTo("Boat sails again after nine years");
    assertThat(article.authors()).isSubsetOf("Ann Example");
    assertThat(article.datePublished()).startsWith("2016-05-0");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"OPINION", "EDITORIAL", "Sport", "EXCLUSIVE", "World", "Obituary"})
  void standsAboveTheWritersNameAlsoUnderALabel(String label) {
    Article article =
        extract(label + "\nBoat sails again after nine years\nNora Quill\nSunday, 5 May 2019\n");

    assertThat(article.headline()).isEqualTo("Boat sails again after nine years");
    assertThat(article.authors()).containsExactly("Nora Quill");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Navy divers took it out to sea.                                        | Published 10 February 2006
          Navy divers took the old mine out to sea and blew it up on the same day. | Published: 10 February 2006
          The work starts in May.                                                | 10 February 2006
          """)
  void isNoSentenceAtTheEndOfTheStory(String sentence, String date) {
    Article article =
        EXTRACTOR.extract(
            Pages.ofText(
                "Boat sails again after nine years\n"
                    + STORY
                    + "\n"
                    + sentence
                    + "\n\n"
                    + date
                    + "\n"),
            Trace.NONE);

    assertThat(article.headline()).isEqualTo("Boat sails again after nine years");
    assertThat(article.paragraphs()).hasSize(3).last().isEqualTo(sentence);
    assertThat(article.datePublished()).isEqualTo("2006-02-10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Old Boat Sails Again - The Harbour Times", "Old Boat Sails Again | Post"})
  void isTheWindowsTitleAlsoWhereTheNewspapersNameFollows(String window) {
    Article article = extract(window + "\nSome Menu of News\n5 May 2016\n");

    assertThat(article.headline()).isEqualTo("Old Boat Sails Again");
  }
}
