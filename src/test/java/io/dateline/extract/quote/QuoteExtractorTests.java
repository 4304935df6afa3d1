package io.dateline.extract.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dateline.article.Article;
import io.dateline.article.Quote;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteExtractorTests {

  private final QuoteExtractor extractor = new QuoteExtractor();

  @Test
  void readsEachQuoteOfAWireStoryWithItsKindAndItsSpeaker() {
    List<String> story =
        List.of(
            "Peruvian Prime Minister Elena Quispe and her Chilean counterpart, Tomas Araya, discussed"
                + " the harbor and fishing disputes at a meeting here Friday.",
            "The dinner, which ran past midnight, was \"warmer than expected, \"Chilean media quoted"
                + " palace spokesman Ruben Salas as saying.",
            "The two discussed fish before a walk in the garden, Salas said, noting that it went well.",
            "Araya said at a news conference after the dinner that he and Quispe had \"some"
                + " sympathy\" for the crews and an idea of what they could do.",
            "Both countries want calm, Araya said, adding that \"the prime minister is truly honest in"
                + " looking for a way out of the harbor dispute.\"",
            "Meanwhile, Quispe called the dinner \"useful\" but not \"decisive.\"",
            "\"Usually the tone of our talks is frank, short, practical and this one was the same,\" she"
                + " said at a separate news conference.",
            "However, she said that given the years of silence, that's a slow road.",
            "\"We haven't yet found the formula that we think would hold,\" Quispe said.",
            "The ministers want to meet again. Quispe said Thursday that the two sides still have"
                + " \"serious doubts,\" but there is still time \"to sign a treaty.\"");

    List<Quote> quotes = extractor.extract(story, "en");

    assertThat(quotes)
        .extracting(Quote::text, Quote::speaker, Quote::speakerAsWritten, q -> q.kind().label())
        .containsExactly(
            tuple("warmer than expected", "Ruben Salas", "Ruben Salas", "partial"),
            tuple("some sympathy", "Tomas Araya", "Araya", "partial"),
            tuple(
                "the prime minister is truly honest in looking for a way out of the harbor dispute.",
                "Tomas Araya",
                "Araya",
                "direct"),
            tuple("useful", "Elena Quispe", "Quispe", "partial"),
            tuple("decisive", "Elena Quispe", "Quispe", "partial"),
            tuple(
                "Usually the tone of our talks is frank, short, practical and this one was the same",
                "Elena Quispe",
                "she",
                "direct"),
            tuple(
                "We haven't yet found the formula that we think would hold",
                "Elena Quispe",
                "Quispe",
                "direct"),
            tuple("serious doubts", "Elena Quispe", "Quispe", "partial"),
            tuple("to sign a treaty", "Elena Quispe", "Quispe", "partial"));
    assertThat(quotes.get(0).speakerDescription()).isEqualTo("palace spokesman");
    assertThat(quotes.get(0).cue()).isEqualTo("saying");
    assertThat(quotes.get(3).speakerDescription()).isEqualTo("Peruvian Prime Minister");
  }

  @Test
  void findsNothingInAStoryWithoutMarks() {
    assertThat(extractor.extract(List.of("Rain fell on Accra, the mayor said."), "en")).isEmpty();
  }

  @Test
  void countsOffsetsInCodePointsOfTheJoinedBody() {
    List<String> story = List.of("A 🌧 day.", "“It 🌧 leaks,” said Ana Whitlock.");
    String body = String.join(Article.PARAGRAPH_BREAK, story);

    Quote quote = extractor.extract(story, "en").get(0);

    assertThat(quote.paragraph()).isEqualTo(2);
    assertThat(quote.start()).isEqualTo(11);
    assertThat(quote.end()).isEqualTo(21);
    assertThat(body.codePoints().skip(quote.start()).limit(quote.end() - quote.start()).toArray())
        .isEqualTo(quote.text().codePoints().toArray());
  }

  @Test
  void givesAQuoteOverSeveralParagraphsAsOneWithoutTheMarksThatReopenIt() {
    List<String> story =
        List.of("“The roof leaks.", "“The walls are damp,” said Ana Whitlock.", "Rain fell.");

    List<Quote> quotes = extractor.extract(story, "en");

    assertThat(quotes).hasSize(1);
    assertThat(quotes.get(0).text()).isEqualTo("The roof leaks.\n\nThe walls are damp");
    assertThat(quotes.get(0).speaker()).isEqualTo("Ana Whitlock");
  }

  @Test
  void keepsThePartsOfASplitQuoteApartAndGivesBothToTheSpeaker() {
    List<String> story = List.of("“The roof leaks,” said Ana Whitlock. “The walls are damp.”");

    assertThat(extractor.extract(story, "en"))
        .extracting(Quote::text, Quote::speaker)
        .containsExactly(
            tuple("The roof leaks", "Ana Whitlock"), tuple("The walls are damp.", "Ana Whitlock"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          “The roof,” Ana Whitlock said, “leaks like a basket.” | The roof | leaks like a basket.
          “We won,” Ana Whitlock said, “and they lost.” | We won | and they lost.
          “It is,” said Ana Whitlock, “a start.” | It is | a start.
          “However,” said Ana Whitlock, “the walls are damp.” | However | the walls are damp.
          """)
  void judgesThePartsOfASplitQuoteAsOne(String paragraph, String first, String second) {
    assertThat(extractor.extract(List.of(paragraph), "en"))
        .extracting(Quote::text, q -> q.kind().label())
        .containsExactly(tuple(first, "direct"), tuple(second, "direct"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          “It leaks,” Ana Whitlock said. | It leaks
          Ana Whitlock said: “It leaks.” | It leaks.
          “Does it leak?” asked Ana Whitlock. | Does it leak?
          “It leaks …” Ana Whitlock said. | It leaks …
          Ana Whitlock called it “a mess.” | a mess
          Ana Whitlock called it “a mess;” she left. | a mess
          Ana Whitlock called it “a mess (of sorts).” | a mess (of sorts)
          Ana Whitlock called it “a city of the U.S.” | a city of the U.S.
          “Doctors queued here all night,” Ana Whitlock said. | Doctors queued here all night
          """)
  void keepsTheMarksThatBelongToTheWordsQuoted(String paragraph, String text) {
    List<Quote> quotes = extractor.extract(List.of(paragraph), "en");

    assertThat(quotes).singleElement().extracting(Quote::text).isEqualTo(text);
    assertThat(paragraph.substring(quotes.get(0).start(), quotes.get(0).end())).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The knot is called the “quay hitch,” and children learn it at school.",
        "The boat has a “half-decked” hull, which makes room for nets.",
        "We found the new “quick filter” in no way reliable.",
        "Harbour Search offers more orders, including “best” and “cheapest.”",
        "Police warned of so-called “throw-away agents” in the city.",
        "Ana Whitlock said the film “The Long Pier” was a bore.",
        "On the show “Good Morning Leeds,” Ana Whitlock said that it leaks.",
        "He has set up a shop called “Rain on the Roof” for her.",
        "if (!open) { log(\"the roof is open\"); said(\"it leaks\"); }",
      })
  void takesNamesAndCodeForNoQuotes(String paragraph) {
    assertThat(extractor.extract(List.of(paragraph), "en")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The harbour board accused the city of “a lack of care.”",
        "The ministry warned that the roof was “not safe.”",
        "Ana Whitlock allowed that the roof was “not safe.”",
        "Tom Orr calls her “Lady Rain.”",
        "The plan was described as “a lovely mess.”",
      })
  void keepsTheFragmentsThatSomebodySaid(String paragraph) {
    assertThat(extractor.extract(List.of(paragraph), "en"))
        .singleElement()
        .extracting(Quote::kind)
        .isEqualTo(Quote.Kind.PARTIAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The “free” roof cost a fortune.",
        "The choir sang “Rain on the Roof” twice.",
        "They came for the so-called “summer of tiles” in June.",
      })
  void takesScareQuotesAndTitlesForNoQuotes(String paragraph) {
    assertThat(extractor.extract(List.of(paragraph), "en")).isEmpty();
  }

  @Test
  void guessesTheLanguageIfItIsNotGiven() {
    List<String> story =
        List.of("La alcaldesa llegó con los vecinos de la zona.", "“No hay techo”, dijo Ana Ruiz.");

    assertThat(extractor.extract(story, null)).extracting(Quote::speaker).contains("Ana Ruiz");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zh | 他说：“我们会继续努力。” | 我们会继续努力。
          ja | 彼女は「屋根はまだ直っていません」と話した。 | 屋根はまだ直っていません
          fi | ”Katto ei ole vielä valmis”, sanoi Anna Virtanen. | Katto ei ole vielä valmis
          uk | «Дах усе ще протікає», сказала Анна Білова. | Дах усе ще протікає
          """)
  void findsClausesWithoutASpeakerInLanguagesWithoutWordLists(
      String language, String paragraph, String text) {
    List<Quote> quotes = extractor.extract(List.of(paragraph), language);

    assertThat(quotes).extracting(Quote::text).containsExactly(text);
    assertThat(quotes.get(0).speaker()).isNull();
  }

  @Test
  void givesTheSameQuotesUnderATurkishLocale() {
    List<String> story = List.of("“IT LEAKS IN LIMA,” SAID ILSE INCE.", "“It is I,” Ince said.");
    List<Quote> expected = extractor.extract(story, "EN");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));

      assertThat(new QuoteExtractor().extract(story, "EN")).isEqualTo(expected).isNotEmpty();
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "\"",
        "“",
        "‘ ",
        "' a",
        "said ",
        "\"said ",
        "“a” ",
        "Ana ",
        "(",
        "saying as ",
        "— ",
        "according to "
      })
  @Timeout(20)
  void staysFastOnTextMadeToBeSlow(String piece) {
    List<String> story = List.of(piece.repeat(200_000 / piece.length()), "“It leaks,” he said.");

    assertThat(extractor.extract(story, "en")).hasSizeLessThanOrEqualTo(QuoteExtractor.MAX_QUOTES);
  }

  @Test
  @Timeout(20)
  void staysFastOnManyParagraphsThatAllOpenAQuote() {
    List<String> story = Collections.nCopies(50_000, "“Ana said");

    assertThat(extractor.extract(story, "en")).hasSizeLessThanOrEqualTo(QuoteExtractor.MAX_QUOTES);
  }

  @Test
  void survivesEveryCutOfAStory() {
    String story =
        "Mayor Ana Ruiz (Ind.) said, “It ‘leaks’ – «yes»,” and “no.” '' she said: \"🌧\"";
    for (int cut = 0; cut <= story.length(); cut++) {
      List<String> paragraphs = List.of(story.substring(0, cut), story.substring(cut));
      String body = String.join(Article.PARAGRAPH_BREAK, paragraphs);
      for (Quote quote : extractor.extract(paragraphs, "en")) {
        int from = body.offsetByCodePoints(0, quote.start());
        int to = body.offsetByCodePoints(0, quote.end());
        assertThat(body.substring(from, to)).isEqualTo(quote.text());
      }
    }
  }
}
