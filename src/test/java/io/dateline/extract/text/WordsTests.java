package io.dateline.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Rain fell on Accra -- again.  | 5
          It's 3.5 percent, he said.    | 5
          ... --- !!!                   | 0
          雨が降った。                     | 5
          """)
  void countsWhatHoldsALetterOrADigit(String text, int words) {
    assertThat(Words.count(List.of(text))).isEqualTo(words);
  }

  @Test
  void addsUpParagraphs() {
    assertThat(Words.count(List.of("One two.", "Three."))).isEqualTo(3);
  }
}
