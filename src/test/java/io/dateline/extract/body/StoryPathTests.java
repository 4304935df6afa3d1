package io.dateline.extract.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StoryPathTests {

  private static final BlockModel NO_STEPS = BlockModel.of(List.of());

  private static double[] worth(double before, double story, double between, double after) {
    return new double[] {before, story, between, after};
  }

  @Test
  void takesThePartsThatAreWorthMost() {
    double[][] worth = {worth(1, 0, 0, 0), worth(0, 3, 0, 0), worth(0, 3, 0, 0), worth(0, 0, 0, 2)};

    StoryPath path = StoryPath.best(worth, NO_STEPS);

    assertThat(path.parts()).containsExactly(Part.BEFORE, Part.STORY, Part.STORY, Part.AFTER);
    assertThat(path.worth()).isEqualTo(9);
  }

  @Test
  void neverGoesBackToTheStoryFromWhatIsAfterIt() {
    double[][] worth = {worth(0, 3, 0, 0), worth(0, -9, -9, 5), worth(0, 4, 0, 0)};

    assertThat(StoryPath.best(worth, NO_STEPS).parts())
        .containsExactly(Part.STORY, Part.AFTER, Part.AFTER);
  }

  @Test
  void doesNotEndBetweenTwoPiecesOfAStory() {
    double[][] worth = {worth(0, 3, 0, 0), worth(0, 0, 9, 1)};

    assertThat(StoryPath.best(worth, NO_STEPS).parts()).containsExactly(Part.STORY, Part.AFTER);
  }

  @Test
  void isWorthWhatItsBlocksAndStepsAreWorth() {
    BlockModel model = BlockModel.of(List.of("step\tstory\t0\t0.5\t0\t-2"));
    double[][] worth = {worth(0, 1, 0, 0), worth(0, 1, 0, 0), worth(0, 0, 0, 1)};
    List<Part> parts = List.of(Part.STORY, Part.STORY, Part.AFTER);

    assertThat(StoryPath.of(parts, worth, model).worth()).isEqualTo(1 + 0.5 + 1 - 2 + 1);
  }

  @Test
  void ofNoBlocksIsEmpty() {
    assertThat(StoryPath.best(new double[0][], NO_STEPS).parts()).isEmpty();
  }

  @Test
  void aModelWithASignThatNothingShowsIsRefused() {
    assertThatThrownBy(() -> BlockModel.of(List.of("page\tcolour.1\t0\t0\t0\t0")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("colour.1");
  }
}
