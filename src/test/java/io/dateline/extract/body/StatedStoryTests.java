package io.dateline.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Block;
import io.dateline.extract.text.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedStoryTests {

  private static final StatedStory STORY =
      StatedStory.of(
          Folding.fold("The ferry sails again. Nobody had asked for it, said the council."));

  private static BlockFeatures block(String text) {
    return BlockFeatures.of(Block.line(0, text, 1, 1));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Nobody had asked for it,            | true
          The ferry sails again.              | true
          sails again. Nobody had asked       | true
          said the council                    | false
          The ferry sails again on Thursday   | false
          Nobody had asked for the ferry      | false
          """)
  void holdsTheBlocksWhoseWordsStandInItInARow(String text, boolean held) {
    assertThat(STORY.holds(block(text))).isEqualTo(held);
  }

  @Test
  void holdsNothingWhereThePageStatesNone() {
    assertThat(StatedStory.of(null).holds(block("The ferry sails again."))).isFalse();
  }

  @Test
  @Timeout(20)
  void takesTheSumAndNotTheProductOfTheLengths() {
    StatedStory story = StatedStory.of("a ".repeat(100_000).strip());
    BlockFeatures block = block("a ".repeat(50_000) + "b");

    for (int i = 0; i < 100; i++) {
      assertThat(story.holds(block)).isFalse();
    }
  }
}
