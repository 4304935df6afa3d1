package io.dateline.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesSignsTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Anna Berg on May 3 at 9:15 said: | A on A 0 at 0 : 0 said :
          Li Wei on June 12 at 10:40 said: | A on A 0 at 0 : 0 said :
          2 4 11                           | 0
          The Harbour News                 | A
          """)
  void linesBuiltAlikeDifferInNamesAndNumbersAlone(String line, String build) {
    assertThat(SeriesSigns.build(line)).isEqualTo(build);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Harbour desk, 10:30       | true
          Harbour desk, 10h30       | true
          4.5.2019                  | true
          seen in 2019              | true
          2 hours ago               | true
          于10:30                   | false
          2019年5月4日              | false
          pier2019                  | false
          x10:30                    | false
          12345                     | false
          no day at all             | false
          """)
  void aTimeStandsInNoWordWhateverJavaTakesForAWordsEnd(String line, boolean time) {
    assertThat(SeriesSigns.hasTime(line)).isEqualTo(time);
  }
}
