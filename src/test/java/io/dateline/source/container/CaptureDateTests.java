package io.dateline.source.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureDateTests {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "2019-03-04T05:06:07Z, 2019-03-04T05:06:07Z",
        "2019-03-04T05:06:07.123456Z, 2019-03-04T05:06:07.123456Z",
        "2019-03-04 05:06:07, 2019-03-04T05:06:07",
        "2019-03-04T05:06+01:00, 2019-03-04T05:06+01:00",
        "2019-03-04, 2019-03-04",
        "2019-03, 2019-03",
        "2019, 2019",
        "20190304, 2019-03-04",
        "20190304050607, 2019-03-04T05:06:07Z",
        "1546300800, 2019-01-01T00:00:00Z",
        "1546300800123, 2019-01-01T00:00:00Z",
        "2019-02-30, -",
        "20190230050607, -",
        "20190304256070, -",
        "2019-03-04T25:00:00Z, -",
        "2019-03-04T05:06:07Zulu, -",
        "01-02-2019, -",
        "yesterday, -",
        "'', -",
      })
  void readsTheSpellingsOfCrawlersAndNoOther(String value, String date) {
    assertThat(CaptureDate.of(value)).isEqualTo(date);
  }
}
