package io.dateline.extract.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.extract.quote.Lexicon.Section;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "en, said, the, he, according",
    "es, dijo, el, él, según",
    "fr, déclaré, le, il, selon",
    "de, sagte, der, er, laut",
    "pt, disse, o, ele, segundo",
    "it, detto, il, lui, secondo"
  })
  void hasTheWordsOfEachLanguage(
      String language, String cue, String article, String pronoun, String source) {
    Lexicon lexicon = Lexicon.of(language, List.of());

    assertThat(lexicon.is(Section.CUE, cue)).isTrue();
    assertThat(lexicon.is(Section.DETERMINER, article)).isTrue();
    assertThat(lexicon.is(Section.HE, pronoun)).isTrue();
    assertThat(lexicon.sourcesFrom(source)).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"en-GB, said", "ES, dijo", "pt-BR, disse", "de_AT, sagte"})
  void ignoresRegionAndCaseOfTheTag(String tag, String cue) {
    assertThat(Lexicon.of(tag, List.of()).is(Section.CUE, cue)).isTrue();
  }

  @Test
  void isEmptyForALanguageWithoutAFile() {
    assertThat(Lexicon.of("fi", List.of()).isEmpty()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          said    | The roof of the house is old, and the rain has come through it.
          dijo    | El techo de la casa es viejo y la lluvia ha entrado por todas partes.
          déclaré | Le toit de la maison est vieux et la pluie est entrée par tous les murs.
          sagte   | Das Dach des Hauses ist alt, und der Regen ist durch die Decke gekommen.
          disse   | O telhado da casa é velho e a chuva não parou de entrar pela janela.
          detto   | Il tetto della casa è vecchio e la pioggia non ha smesso di entrare.
          """)
  void guessesTheLanguageByItsSmallWords(String cue, String text) {
    assertThat(Lexicon.of(null, List.of(text)).is(Section.CUE, cue)).isTrue();
  }

  @Test
  void guessesNothingFromATextWithoutKnownWords() {
    assertThat(Lexicon.of(null, List.of("你好")).isEmpty()).isTrue();
  }
}
