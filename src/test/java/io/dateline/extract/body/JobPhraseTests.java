package io.dateline.extract.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.extract.body.Phrases.Kind;
import io.dateline.extract.text.Folding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobPhraseTests {

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Weather on the coast | WEATHER ON THE COAST!            | true
          Weather on the coast | Weather on the coast worsens     | false
          Read also:*          | Read also : Ferry sails again    | true
          Read also:*          | Read also what she wrote to him  | false
          Read also*           | Read also what she wrote to him  | true
          *print edition*      | Find our print edition at kiosks | true
          *print edition*      | The blueprint editions           | false
          """)
  void isComparedAsItIsWritten(String written, String line, boolean met) {
    Phrases phrases = new Phrases(List.of(new JobPhrase(Kind.DROP, written)));

    assertThat(phrases.in(line, Folding.fold(line)).isPresent()).isEqualTo(met);
  }

  @Test
  void countsWhereAPhraseOfTheListFitsTheSameLine() {
    String line = "Add new comment";
    Phrases phrases = new Phrases(List.of(new JobPhrase(Kind.DROP, "Add new*")));

    assertThat(new Phrases().in(line, Folding.fold(line)).map(Phrases.Phrase::kind))
        .contains(Kind.END);
    assertThat(phrases.in(line, Folding.fold(line)).map(Phrases.Phrase::kind)).contains(Kind.DROP);
  }

  @Test
  void mayBeAsLongAsTheLineIsShort() {
    String start = "Courier ".repeat(24) + "says:";
    Phrases phrases = new Phrases(List.of(new JobPhrase(Kind.DROP, start + "*")));

    assertThat(phrases.in(start + " no", Folding.fold(start + " no"))).isPresent();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "*", "**", "x", "* - *", "a*b", "*at the end", "***abc***"})
  void isRefusedWhereItWouldBeMetEverywhereOrNowhere(String written) {
    assertThatThrownBy(() -> new JobPhrase(Kind.DROP, written))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
