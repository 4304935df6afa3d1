package io.dateline.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExcerptTests {

  @Test
  void shortTextsAreShownWhole() {
    assertThat(Excerpt.of("Ferry", "Tram", 500)).isEqualTo(new Excerpt("Ferry", "Tram"));
  }

  @Test
  void longTextsAreShownFromTheFirstDifferenceToTheLastWithSomeWordsAround() {
    String long1 = "word ".repeat(200);

    Excerpt excerpt = Excerpt.of(long1 + "one two " + long1, long1 + "three two " + long1, 500);

    assertThat(excerpt.before())
        .startsWith("…word word")
        .endsWith("word…")
        .contains("word one two word")
        .hasSizeLessThan(150);
    assertThat(excerpt.after()).contains("word three two word").hasSizeLessThan(150);
  }

  @Test
  void neitherSideIsLongerThanItMayBeAndNoCharacterIsCutInTwo() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      Excerpt excerpt = Excerpt.of(text(random), text(random), 40);

      for (String shown : new String[] {excerpt.before(), excerpt.after()}) {
        assertThat(shown).hasSizeLessThanOrEqualTo(40);
        assertThat(shown.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
      }
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(90);
    for (int i = 0; i < length; i++) {
      text.append(
          random.nextInt(8) == 0 ? " " : random.nextBoolean() ? "\uD83D\uDE00" : "\uD83D\uDE01");
    }
    return text.toString();
  }
}
