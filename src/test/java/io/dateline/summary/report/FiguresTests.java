package io.dateline.summary.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTests {

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1      | 2      | 50 %
          1      | 3      | 33.3 %
          1      | 100000 | < 0.1 %
          99999  | 100000 | > 99.9 %
          0      | 5      | 0 %
          5      | 5      | 100 %
          """)
  void neverShowsALittleAsNothingNorAlmostAllAsAll(long part, long whole, String share) {
    assertThat(Figures.share(part, whole)).isEqualTo(share);
  }

  @Test
  void hasNoShareOfNothing() {
    assertThat(Figures.share(0, 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"6.74,6.7 s", "59.94,59.9 s", "60,1 min 0 s", "724,12 min 4 s", "10920,3 h 2 min"})
  void writesTimesInTheUnitThatFits(double seconds, String text) {
    assertThat(Figures.duration(seconds)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1,entries,1 entry", "1,quotes,1 quote", "1200,articles,'1,200 articles'"})
  void countsInTheRightNumber(long value, String plural, String text) {
    assertThat(Figures.count(value, plural)).isEqualTo(text);
  }

  @Test
  void cutsATextAtItsEndAndAPathInItsMiddle() {
    String face = "\uD83D\uDE00";
    String text = face.repeat(Figures.MAX_TEXT + 1);

    assertThat(Figures.text(text)).isEqualTo(face.repeat(Figures.MAX_TEXT - 1) + "\u2026");
    assertThat(Figures.path("a/" + text + "/b.txt")).startsWith("a/").endsWith("/b.txt");
    assertThat(Figures.text("one\ntwo\tthree")).isEqualTo("one two three");
  }
}
