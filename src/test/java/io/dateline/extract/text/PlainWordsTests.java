package io.dateline.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordsTests {

  /** Often what the rules speak of, so that short texts meet them. */
  private static final String PIECES = "aZéжΩ09 .,:;'’‘\"_-–—“”·…€ªˆ\u2024\u2027\u203F\r\n\t\u00A0";

  @Test
  void agreeWithTheRulesOfUnicodeOnAnyTextThatTheyTake() {
    Random random = new Random(20);
    for (int n = 0; n < 30_000; n++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(14); i >= 0; i--) {
        text.append(PIECES.charAt(random.nextInt(PIECES.length())));
      }

      assertThat(PlainWords.count(text.toString()))
          .as("words of <%s>", text)
          .isEqualTo(Words.byRules(text.toString()));
    }
  }

  @Test
  void agreeOnEveryCharacterBetweenOthers() {
    for (char c = 0; c < 0x2200; c++) {
      for (String around : new String[] {"a", "1", " ", "_", "."}) {
        String text = around + c + around + c;
        int plain = PlainWords.count(text);

        assertThat(plain == PlainWords.UNKNOWN ? Words.byRules(text) : plain)
            .as("words around U+%04X", (int) c)
            .isEqualTo(Words.byRules(text));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"渡船再次航行", "เรือข้าม", "e\u0301te", "a\u200Db", "\uD83D\uDEA2", "שלום"})
  void leaveOtherScriptsAndMarksToTheRules(String text) {
    assertThat(PlainWords.count(text)).isEqualTo(PlainWords.UNKNOWN);
  }
}
