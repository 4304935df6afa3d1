package io.dateline.batch.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeTests {

  @ParameterizedTest
  @CsvSource({"90d, 90", "12w, 84", "0d, 0", "007d, 7", "36525d, 36525", "5217w, 36519"})
  void isANumberOfDaysOrWeeks(String text, int days) {
    Duration age = Age.parse(text);

    assertThat(age).isEqualTo(Duration.ofDays(days));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"90", "90x", "-1d", "1.5d", " 90d", "36526d", "5218w", "999999d", "90D", "٩d", ""})
  void isNothingElse(String text) {
    assertThatThrownBy(() -> Age.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("90d or 12w")
        .hasMessageContaining(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"90d\n", "\u001b[2J"})
  void isRefusedWithoutItsControlCharacters(String text) {
    assertThatThrownBy(() -> Age.parse(text)).hasMessageMatching("\\P{Cntrl}*");
  }
}
