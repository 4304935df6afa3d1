package io.dateline.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Rain  falls,  again!   | rain falls again
          RAIN FALLS—AGAIN       | rain falls again
          Ｆｕｌｌ　ｗｉｄｔｈ    | full width
          Straße                 | strasse
          don’t don't            | dont dont
          Fecha de publicación:  | fecha de publicación
          G20                    | g20
          नमस्ते                   | नमस्ते
          """)
  void foldsCaseSpaceAndPunctuation(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
  }
}
