package io.dateline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordsTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Category: Fishing, Fishing",
    "category:Harbors, Harbors",
    "Thème : Pêche, Pêche",
    "Dune: Part Two, Dune: Part Two",
    "0b7cf1de-3a52-4e4f-9f1c-5d1f0a6f2b11, ''",
    "Tag: 0b7cf1de-3a52-4e4f-9f1c-5d1f0a6f2b11, ''",
  })
  void leavesTheWordAndNotWhatASystemAddsToIt(String keyword, String cleaned) {
    assertThat(Keywords.clean(keyword)).isEqualTo(cleaned);
  }
}
