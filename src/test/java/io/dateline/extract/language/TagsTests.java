package io.dateline.extract.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "en, en",
    "EN_gb, en-GB",
    "en-uk, en-UK",
    "iw, he",
    "in-ID, id-ID",
    "deu, de",
    "zho-Hant-TW, zh-Hant-TW",
    "sr_Latn, sr-Latn",
    "es-419, es-419"
  })
  void bringsTagsIntoOneForm(String declared, String normal) {
    assertThat(Tags.normal(declared)).isEqualTo(normal);
  }

  @Test
  void readsPlainTagsAsTheParserDoes() {
    for (char a = 'a'; a <= 'z'; a++) {
      for (char b = 'a'; b <= 'z'; b++) {
        String pair = "" + a + b;
        assertThat(Tags.normal(pair)).isEqualTo(Tags.parsed(pair));
        assertThat(Tags.normal("pt-" + pair)).isEqualTo(Tags.parsed("pt-" + pair));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"und", "mul", "x", "no such tag", "en;q=1"})
  void takesNothingElseForATag(String declared) {
    assertThat(Tags.normal(declared)).isEmpty();
  }
}
