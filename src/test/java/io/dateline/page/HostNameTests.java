package io.dateline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTests {

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource({
    "courier.example, https://courier.example/a, true",
    "courier.example, http://WWW.Courier.example:8080?a, true",
    "courier.example, https://user@courier.example./a, true",
    "courier.example, https://mycourier.example/a, false",
    "courier.example, https://other.example/https://courier.example/, false",
    "courier.example, https://courier.example.net/, false",
    "courier.example, courier.example/a, false",
    "m\u00FCller.example, https://xn--mller-kva.example/, true",
    "xn--mller-kva.example, https://www.M\u00DCLLER.example/, true",
  })
  void fitsItselfAndWhatEndsInIt(String name, String address, boolean fits) {
    assertThat(HostName.of(name).fits(address)).isEqualTo(fits);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "https://courier.example",
        "courier.example/news",
        "a b",
        ".example",
        "a:80",
        "*.a"
      })
  void refusesWhatIsNoBareName(String text) {
    assertThatThrownBy(() -> HostName.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bare name of a host");
  }
}
