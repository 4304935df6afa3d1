package io.dateline.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellLimitTests {

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "ferry, 5, ferry",
    "ferry, 4, fer…",
    "ferry, 1, …",
    // One character of two code units, one of two code points, and one of seven.
    "a\uD83D\uDE00b, 3, a…",
    "a\uD83D\uDE00b, 4, a\uD83D\uDE00b",
    "e\u0301e\u0301e\u0301, 4, e\u0301…",
    "ab\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67cd, 8, ab…",
    // What an accent is put on counts, not the accent.
    "abc\u0301d, 4, ab…",
  })
  void cutsInFrontOfACharacterAndPutsAMarkThere(String text, int characters, String cut) {
    assertThat(new CellLimit(characters).cut(text)).isEqualTo(cut);
  }

  @Test
  void isNotWalkedPastByMarksHeapedWithoutEnd() {
    String heap = "ferry" + "\u0301".repeat(100_000);

    String cut = new CellLimit(32_767).cut(heap);

    assertThat(cut).hasSize(32_767).endsWith("\u0301…");
  }

  @Test
  void neverLeavesHalfACodePoint() {
    String text = "x" + "\uD83D\uDE00\u0301\u0302".repeat(20_000);

    for (int characters = 2; characters < 400; characters++) {
      String cut = new CellLimit(characters).cut(text);

      assertThat(cut.length()).isLessThanOrEqualTo(characters);
      assertThat(Character.isHighSurrogate(cut.charAt(cut.length() - 2))).isFalse();
      assertThat(text).startsWith(cut.substring(0, cut.length() - 1));
    }
  }
}
