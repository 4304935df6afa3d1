package io.dateline.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureCreditsTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ferry at its quay on Thursday. (Photo: Anna Berg)",
        "Die Fähre am Kai. Foto: A. Berg",
        "The mayor on board / AFP",
        "Le bac à quai. © Ana Lima",
        "Passengers wait for the ferry (Reuters)",
        "The old ferry, seen via Keystone",
        "Der Hafen am Morgen Getty Images/Ana Lima",
        "The old ferry at its quay© Ana Lima",
        "Vapur İSKELEDE (FOTO: A. Lima)",
        "海峡を渡る船（写真：北原）"
      })
  void areSeenAtTheEndOfACaption(String text) {
    assertThat(PictureCredits.end(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ferry sailed again on Thursday, nine years after it was laid up.",
        "Photo: Anna Berg. The ferry sailed again on Thursday, nine years after it was laid up.",
        "The image of the ferry is a bad one.",
        "The mayor told Reuters that the ferry would sail.",
        "Who is the source of the leak?",
        ""
      })
  void areNotSeenInASentence(String text) {
    assertThat(PictureCredits.end(text)).isFalse();
  }
}
