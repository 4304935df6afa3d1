package io.dateline.extract.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Quote;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The paper, agency or reporter that was spoken to. Each row: language, paragraphs, speaker. */
class QuoteAddresseesTests {

  private final QuoteExtractor extractor = new QuoteExtractor();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          de | „Wir zahlen den Steg“, sagte Jens Ahlers der Deutschen Presse-Agentur. | Jens Ahlers
          de | „Wir zahlen den Steg“, sagte Bürgermeister Jens Ahlers unserer Zeitung am Montag. | Jens Ahlers
          de | „Wir zahlen den Steg“, sagte Jens Ahlers der dpa. | Jens Ahlers
          de | „Wir zahlen den Steg“, sagte Jens Ahlers dem „Spiegel“. | Jens Ahlers
          de | Jens Ahlers kam. „Wir zahlen den Steg“, sagte Ahlers den Reportern. | Jens Ahlers
          de | Jens Ahlers kam. „Wir zahlen den Steg“, sagte er der „Nordsee-Zeitung“. | Jens Ahlers
          de | „Wir zahlen den Steg“, hatte Jens Ahlers der Deutschen Presse-Agentur gesagt. | Jens Ahlers
          de | „Wir zahlen den Steg“, sagte Ursula von der Leyen der Hafenpost. | Ursula von der Leyen
          de | „Wir zahlen den Steg“, sagte Jens Ahlers im Gespräch mit der „Hafenpost“. | Jens Ahlers
          es | El alcalde, Vicent Monfort, calla. «Pagaremos el muelle», dijo a Efe. | Vicent Monfort
          es | El alcalde, Vicent Monfort, calla. «Pagaremos el muelle», dijo a la agencia EFE. | Vicent Monfort
          es | El alcalde, Vicent Monfort, calla. «Pagaremos el muelle», dijo a Reuters. | Vicent Monfort
          es | «Pagaremos el muelle», dijo a Efe Vicent Monfort. | Vicent Monfort
          es | «Pagaremos el muelle», dijo a Reuters el alcalde, Vicent Monfort. | Vicent Monfort
          es | «Pagaremos el muelle», dijo a este diario Vicent Monfort. | Vicent Monfort
          pt | O autarca, Rui Tavares, cala. «Vamos pagar o cais», disse à Lusa. | Rui Tavares
          pt | O autarca, Rui Tavares, cala. «Vamos pagar o cais», disse ao Público. | Rui Tavares
          pt | «Vamos pagar o cais», disse à Lusa o presidente da junta, Rui Tavares. | Rui Tavares
          it | Il sindaco Paolo Ghedini tace. «Pagheremo il molo», ha detto all'ANSA. | Paolo Ghedini
          it | Il sindaco Paolo Ghedini tace. «Pagheremo il molo», ha detto al Corriere della Sera. | Paolo Ghedini
          pl | „Zapłacimy za most”, mówił w Sejmie premier Jan Nowak. | Jan Nowak
          zh | “码头明年就会修好。”陈国栋对新华社记者说。 | 陈国栋
          zh | 陈国栋向记者表示：“码头明年就会修好。” | 陈国栋
          zh | 陈国栋告诉新华社记者：“码头明年就会修好。” | 陈国栋
          """)
  void areNotTheSpeaker(String language, String story, String speaker) {
    List<Quote> quotes = extractor.extract(Arrays.asList(story.split("¶", -1)), language);

    assertThat(quotes).extracting(Quote::speaker).containsExactly(speaker);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Jens Ahlers sprach von der „Katastrophe“ am Hafen. | Katastrophe
          Jens Ahlers sagte, der „Wahnsinn“ müsse enden. | Wahnsinn
          """)
  void areNoFragmentBehindAnArticle(String story, String text) {
    assertThat(extractor.extract(List.of(story), "de"))
        .extracting(Quote::text)
        .containsExactly(text);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          „Wir zahlen den Steg“, sagte die Sprecherin der Deutschen Bahn. | - | -
          „Wir zahlen den Steg“, sagte die Sprecherin der Stadt Uta Ahlers. | Uta Ahlers | Sprecherin der Stadt
          """)
  void areNotThoseOfAGermanOffice(String story, String speaker, String description) {
    Quote quote = LastQuote.of(story, "de");

    assertThat(quote.speaker()).isEqualTo(speaker);
    assertThat(quote.speakerDescription()).isEqualTo(description);
  }
}
