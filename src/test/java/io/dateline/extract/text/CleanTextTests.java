package io.dateline.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTests {

  @Test
  void composesLettersWithTheirMarks() {
    assertThat(CleanText.clean("Sa\u0303o")).isEqualTo("São");
  }

  @Test
  void removesControlCharactersButKeepsTabsAndLineFeeds() {
    assertThat(CleanText.clean("a\u0000b\u001bc\td\ne")).isEqualTo("abc\td\ne");
  }

  @Test
  void replacesHalvesOfCharacters() {
    assertThat(CleanText.clean("a\ud83db")).isEqualTo("a\ufffdb");
    assertThat(CleanText.clean("a\ud83d\ude00b")).isEqualTo("a\ud83d\ude00b");
  }
}
