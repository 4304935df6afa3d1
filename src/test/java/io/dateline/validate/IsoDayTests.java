package io.dateline.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoDayTests {

  @Test
  void aDateStartsWithItsDay() {
    assertThat(IsoDay.of("2024-02-29T10:15:00Z")).isEqualTo(LocalDate.of(2024, 2, 29));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2024-02", "2023-02-29", "2024/02/29", "2024-2-29T", "٢٠٢٤-02-29"})
  void whatTheCalendarDoesNotHaveIsNoDay(String iso) {
    assertThat(IsoDay.of(iso)).isNull();
  }
}
