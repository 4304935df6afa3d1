package io.dateline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://a.example/2016/09/05/rain, 2016-09-05",
    "https://a.example/news/2016-9-5/rain, 2016-09-05",
    "https://a.example/20160905-rain, 2016-09-05",
    "https://a.example/news/05-09-2016, 2016-09-05",
    "https://a.example/news/31-31-2016,",
    "https://a.example/2016/09/rain,",
    "https://a.example/article-2016111,",
    "https://a.example/2016/13/45/rain,",
  })
  void readsTheDayInTheAddress(String address, String day) {
    assertThat(Addresses.day(address)).isEqualTo(day);
  }

  @Test
  void takesAParagraphForNoPicture() {
    assertThat(Addresses.isPicture("The picture shows the harbour.")).isFalse();
    assertThat(Addresses.isPicture("harbour.jpg")).isTrue();
    assertThat(Addresses.isPicture("https://a.example/harbour")).isTrue();
  }
}
