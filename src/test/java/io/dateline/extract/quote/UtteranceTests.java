package io.dateline.extract.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtteranceTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          en | Rain fell all night.
          en | we have to mend the roof
          en | the roof is in need of mending
          en | Why?
          en | it's a long story
          es | el techo está roto
          fr | le toit est cassé
          de | das Dach ist kaputt
          pt | o telhado está quebrado
          it | il tetto è rotto
          zh | 我们会继续努力。
          """)
  void isAClauseIfSomethingIsSaidOfSomething(String language, String text) {
    assertThat(new Utterance(text, Lexicon.of(language, List.of())).isClause()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          en | useful
          en | to mend the roof
          en | has to be mended
          en | who have no roof
          en | a roof of straw and good intentions
          es | una vergüenza
          fr | une honte
          de | völlig verrückt
          zh | 改革
          """)
  void isAFragmentOtherwise(String language, String text) {
    assertThat(new Utterance(text, Lexicon.of(language, List.of())).isClause()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"The Roof of the World", "A Night in Lima", "Rain"})
  void looksLikeATitleIfMostWordsAreCapitalised(String text) {
    assertThat(new Utterance(text, Lexicon.of("en", List.of())).looksLikeTitle()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"The roof leaks on the bed", "Rain fell all night."})
  void doesNotLookLikeATitleInOrdinaryCase(String text) {
    assertThat(new Utterance(text, Lexicon.of("en", List.of())).looksLikeTitle()).isFalse();
  }
}
