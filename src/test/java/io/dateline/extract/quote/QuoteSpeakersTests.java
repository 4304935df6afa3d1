package io.dateline.extract.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Quote;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteSpeakersTests {

  private final QuoteExtractor extractor = new QuoteExtractor();

  @Nested
  class InTheSentenceOfTheQuote {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        nullValues = "-",
        textBlock =
            """
            “It leaks,” Ana Whitlock said. | Ana Whitlock | said
            “It leaks,” said Ana Whitlock. | Ana Whitlock | said
            Ana Whitlock said, “It leaks.” | Ana Whitlock | said
            Ana Whitlock, 52, a roofer from Leeds, said: “It leaks.” | Ana Whitlock | said
            Ana Whitlock, who mended it once, told a reporter, “It leaks.” | Ana Whitlock | told
            Ana Whitlock (Ind-Leeds) said it “leaks like a basket.” | Ana Whitlock | said
            “It leaks,” according to Ana Whitlock. | Ana Whitlock | according to
            The roof, Ana Whitlock said on Monday, “leaks like a basket.” | Ana Whitlock | said
            Ana Whitlock praised the tiles, saying they were “a wonder.” | Ana Whitlock | saying
            Ana Whitlock was quoted as saying the roof was “a wonder.” | Ana Whitlock | saying
            Local radio quoted Ana Whitlock as saying it was “a wonder.” | Ana Whitlock | saying
            Ana Whitlock has called the roof “a wonder.” | Ana Whitlock | called
            Ana Whitlock said she wants “a new roof.” | Ana Whitlock | said
            Ana Whitlock: “It leaks.” | Ana Whitlock | -
            “Does it leak?” Ana Whitlock asked. | Ana Whitlock | asked
            “It leaks!” Ana Whitlock, a roofer from Leeds, said loudly. | Ana Whitlock | said
            “It leaks,” wrote Ana van der Berg. | Ana van der Berg | wrote
            “It leaks,” said Sheikh Omar al-Rashid. | Omar al-Rashid | said
            “It leaks,” said Secretary of State Ana Whitlock. | Ana Whitlock | said
            """)
    void isTheSubjectOfTheWordOfSpeech(String story, String speaker, String cue) {
      Quote quote = last(story);

      assertThat(quote.speaker()).isEqualTo(speaker);
      assertThat(quote.cue()).isEqualTo(cue);
    }

    @Test
    void areTwoIfTwoPeopleSpeak() {
      List<Quote> quotes =
          quotes("Ana Whitlock said it was “a wonder of a roof,” and Tom Orr called it “a sieve.”");

      assertThat(quotes).extracting(Quote::speaker).containsExactly("Ana Whitlock", "Tom Orr");
    }
  }

  @Nested
  class FromTheSentencesBefore {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        textBlock =
            """
            “It leaks,” Ana Whitlock said. “We need buckets.” | Ana Whitlock
            Ana Whitlock said nothing was lost. “We have buckets.” | Ana Whitlock
            Ana Whitlock made it short:¶“It leaks.” | Ana Whitlock
            “It leaks.”¶- Ana Whitlock | Ana Whitlock
            “It leaks,” Tom Orr said.¶“It is old.¶“It is damp,” said Ana Whitlock. | Ana Whitlock
            """)
    void isWhoeverSpokeJustBefore(String story, String speaker) {
      assertThat(last(story).speaker()).isEqualTo(speaker);
    }
  }

  @Nested
  class Resolved {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        nullValues = "-",
        textBlock =
            """
            Mayor Ana Whitlock met Tom Orr.¶“It leaks,” she said. | Ana Whitlock | she
            Mayor Ana Whitlock met Tom Orr.¶“It leaks,” he said. | Tom Orr | he
            Mayor Ana Whitlock met Senator Tom Orr.¶“It leaks,” the senator said. | Tom Orr | the senator
            Ana Whitlock, the mayor, met Tom Orr.¶“It leaks,” the mayor said. | Ana Whitlock | the mayor
            Ana Whitlock met Tom Orr.¶“It leaks,” Whitlock said. | Ana Whitlock | Whitlock
            Ana and Paul Whitlock met. Paul Whitlock left.¶“It leaks,” Mr. Whitlock said. | Paul Whitlock | Whitlock
            “It leaks,” she said. | - | she
            “It leaks,” the mayor said. | - | the mayor
            """)
    void isTheFullNameThatTheArticleGives(String story, String speaker, String written) {
      Quote quote = last(story);

      assertThat(quote.speaker()).isEqualTo(speaker);
      assertThat(quote.speakerAsWritten()).isEqualTo(written);
    }
  }

  @Nested
  class Described {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        textBlock =
            """
            “It leaks,” said U.S. President Ana Whitlock. | U.S. President
            “It leaks,” said Ana Whitlock, a roofer from Leeds. | roofer from Leeds
            “It leaks,” said palace spokeswoman Ana Whitlock. | palace spokeswoman
            The mayor of Leeds, Ana Whitlock, came.¶“It leaks,” Whitlock said. | mayor of Leeds
            Foreign Minister Ana Whitlock came.¶“It leaks,” Whitlock said. | Foreign Minister
            “It leaks,” said its leader Ana Whitlock. | leader
            “It leaks,” its leader, Ana Whitlock, said. | leader
            “It leaks,” said the guild's head of repairs, Ana Whitlock. | guild's head of repairs
            “It leaks,” said the guild's head of repairs Ana Whitlock. | guild's head of repairs
            The guild's head of repairs Ana Whitlock said: “It leaks.” | guild's head of repairs
            “It leaks,” said Ana Whitlock, the guild's head of repairs. | guild's head of repairs
            “It leaks,” Ana Whitlock, the guild's head of repairs, said. | guild's head of repairs
            “It leaks,” said Ana Whitlock, 52, a roofer from Leeds. | roofer from Leeds
            “It leaks,” Ana Whitlock, 52, a roofer from Leeds, said. | roofer from Leeds
            “It leaks,” said a roofer from Leeds, Ana Whitlock. | roofer from Leeds
            “It leaks,” said roofer Ana Whitlock. | roofer
            “It leaks,” said roofer and singer Ana Whitlock, an aunt of his. | roofer and singer
            “It leaks,” said Ana Whitlock, his sister. | sister
            “It leaks,” said Ana Whitlock, one of the tenants. | one of the tenants
            """)
    void isWhatTheArticleSaysOfThem(String story, String description) {
      assertThat(last(story).speakerDescription()).isEqualTo(description);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          es | «No», dijo ayer Rosa Quirós, de 52 años, alcaldesa de Lans. «No quiero más». | alcaldesa de Lans
          es | «No quiero más», dijo la alcaldesa de Lans, Rosa Quirós. | alcaldesa de Lans
          fr | « C'est fini », a déclaré Anne Roy, 52 ans, boulangère à Lans. | boulangère à Lans
          fr | « C'est fini », a déclaré la boulangère Anne Roy. | boulangère
          de | „Es reicht“, sagte Lena Vogt, 52, Vorsitzende des Imkerbunds. | Vorsitzende des Imkerbunds
          de | „Es reicht“, sagte die Vorsitzende des Imkerbunds, Lena Vogt. | Vorsitzende des Imkerbunds
          de | „Es reicht“, sagte Imkerin und Autorin Lena Vogt. | Imkerin und Autorin
          it | «Non posso», ha detto la sindaca di Lans, Elena Brizzi. | sindaca di Lans
          pt | «Não queremos», afirmou Joaquim Lobato, de 52 anos, porta-voz dos pescadores. | porta-voz dos pescadores
          """)
  void areDescribedAlikeBeforeAndBehindTheName(String language, String story, String description) {
    List<Quote> quotes = extractor.extract(List.of(story), language);

    assertThat(quotes.get(quotes.size() - 1).speakerDescription()).isEqualTo(description);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          en | “It leaks,” Ana Whitlock, 52, said.
          en | “It leaks,” Ana Whitlock, who mended it once, said.
          en | “It leaks,” said Ana Whitlock, speaking in Leeds.
          en | “It leaks,” Ana Whitlock, during a visit to Leeds, said.
          de | „Es reicht“, sagte Lena Vogt, die im Hafen wohnt.
          """)
  void areNotDescribedByAnAgeAPlaceOrAClause(String language, String story) {
    List<Quote> quotes = extractor.extract(List.of(story), language);

    assertThat(quotes).extracting(Quote::speaker).doesNotContainNull();
    assertThat(quotes).extracting(Quote::speakerDescription).containsOnlyNulls();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          “It leaks,” said a lawyer for actress Ana Whitlock. | -
          “It leaks,” a lawyer for actress Ana Whitlock said. | -
          Rain set in, with forecasters warning that it may be “severe.” | -
          “It leaks. It always did.” – Ana Whitlock (Leeds) | Ana Whitlock
          When Tom Orr announced it, “the whole hall fell silent,” Ana Whitlock wrote. | Ana Whitlock
          It may be as the models tell every time, Ana Whitlock said. “They are often right.” | Ana Whitlock
          Ana Whitlock is described as “a wonder of patience” by Tom Orr. | Tom Orr
          It is “a race to the bottom,” as Ana Whitlock, a roofer in Leeds, puts it. | Ana Whitlock
          """)
  void areToldFromThoseNamedNearby(String story, String speaker) {
    assertThat(last(story).speaker()).isEqualTo(speaker);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Chile y Perú hablan. Chile rechazó el plan, que califica de “absurdo”. | Chile
          Rosa Ruz y Paco Gil llegaron. “No hay techo”, dijo Gil. | Paco Gil
          José Gil y Robles llegó tarde. “No hay techo”, dijo José Gil y Robles. | José Gil y Robles
          """)
  void areOneWhereAndJoinsSurnamesAndTwoWhereItJoinsNames(String story, String speaker) {
    List<Quote> quotes = extractor.extract(List.of(story), "es");

    assertThat(quotes).extracting(Quote::speaker).containsExactly(speaker);
  }

  @Test
  void areNotDescribedByATitleOfMereCourtesy() {
    assertThat(last("“It leaks,” said Mrs. Ana Whitlock.").speakerDescription()).isNull();
  }

  private Quote last(String story) {
    List<Quote> quotes = quotes(story);
    assertThat(quotes).isNotEmpty();
    return quotes.get(quotes.size() - 1);
  }

  private List<Quote> quotes(String story) {
    return extractor.extract(Arrays.asList(story.split("¶", -1)), "en");
  }

  @Test
  void takesWhomMediaQuotedForTheSpeakerWhateverStandsBeforeTheQuote() {
    List<Quote> quotes =
        new QuoteExtractor()
            .extract(
                List.of(
                    "The hearing, which went on all night, was \"longer than planned, \"Danish media"
                        + " quoted court spokesman Soren Holt as saying."),
                "en");

    assertThat(quotes).extracting(Quote::speaker).containsExactly("Soren Holt");
  }

  @Test
  void takesTheObjectOfABareVerbForNoVerbOfSpeech() {
    List<Quote> quotes =
        new QuoteExtractor()
            .extract(
                List.of(
                    "The council said it would review claims by tenants, but that a rise was \"not"
                        + " planned.\""),
                "en");

    assertThat(quotes).extracting(Quote::cue).containsExactly("said");
  }

  @Test
  void resolvesTheFrenchPronounThatASourceIsNamedWith() {
    List<Quote> quotes =
        new QuoteExtractor()
            .extract(
                List.of(
                    "« Le toit tenait encore », a déclaré Paul Lenoir, gérant de la halle.",
                    "Selon lui, la mairie avait reçu un devis « très inférieur » au printemps."),
                "fr");

    assertThat(quotes)
        .extracting(Quote::text, Quote::speaker)
        .contains(org.assertj.core.api.Assertions.tuple("très inférieur", "Paul Lenoir"));
  }

  @Test
  void namesTheFrenchSpeakerWhomALongDescriptionLeadsUpTo() {
    List<Quote> quotes =
        new QuoteExtractor()
            .extract(
                List.of(
                    "« Le toit tient », a souligné la conseillère municipale chargée de la voirie,"
                        + " Anne Lenoir."),
                "fr");

    assertThat(quotes.get(0).speaker()).isEqualTo("Anne Lenoir");
    assertThat(quotes.get(0).speakerDescription())
        .isEqualTo("conseillère municipale chargée de la voirie");
  }

  @Test
  void takesACompoundOfficeOffAGermanName() {
    List<Quote> quotes =
        new QuoteExtractor()
            .extract(
                List.of("Ihr Amtskollege Pavel Novotny sprach von einem „Winter ohne Züge“."),
                "de");

    assertThat(quotes.get(0).speaker()).isEqualTo("Pavel Novotny");
    assertThat(quotes.get(0).speakerDescription()).isEqualTo("Amtskollege");
  }

  @Test
  void readsTheDescriptionBetweenCommasBeforeTheName() {
    List<Quote> quotes =
        new QuoteExtractor()
            .extract(
                List.of(
                    "The port owed money until last May, its chief executive, Owen Pryce, said.",
                    "\"It is paid,\" Pryce said. \"We are free,\" said Nia Bowen, a councillor."),
                "en");

    assertThat(quotes)
        .extracting(Quote::speaker, Quote::speakerDescription)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("Owen Pryce", "chief executive"),
            org.assertj.core.api.Assertions.tuple("Nia Bowen", "councillor"));
  }

  @Test
  void readsTheDescriptionThatAnAndJoinsToAnotherName() {
    List<Quote> quotes =
        new QuoteExtractor()
            .extract(
                List.of(
                    "Peruvian Minister Elena Quispe and her Chilean counterpart, Tomas Araya, met on"
                        + " Friday.",
                    "Araya said that the talks were \"of some use.\""),
                "en");

    assertThat(quotes.get(0).speakerDescription()).isEqualTo("Chilean counterpart");
  }
}
