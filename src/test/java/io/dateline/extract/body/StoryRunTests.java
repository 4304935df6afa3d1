package io.dateline.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryRunTests {

  private static List<Mark> marks(double... weights) {
    List<Mark> marks = new ArrayList<>();
    for (double weight : weights) {
      marks.add(new Mark(weight > 0 ? Verdict.PROSE : Verdict.SHORT_LINE, weight, ""));
    }
    return marks;
  }

  @Test
  void takesTheRunThatIsWorthMost() {
    assertThat(StoryRun.best(marks(5, -20, 30, -5, 30, -40, 20))).isEqualTo(new StoryRun(2, 4));
  }

  @Test
  void findsNothingWhereNothingIsWorthAnything() {
    StoryRun run = StoryRun.best(marks(-1, -2));

    assertThat(run.last()).isLessThan(run.first());
  }

  @Test
  void crossesNoEndOfAStory() {
    List<Mark> marks = new ArrayList<>(marks(60));
    marks.add(new Mark(Verdict.PHRASE_END, -20, ""));
    marks.addAll(marks(100));

    assertThat(StoryRun.best(marks)).isEqualTo(new StoryRun(0, 0));
  }

  @Test
  void doesNotBelieveAnEndBeforeWhichThereIsNothing() {
    List<Mark> marks = new ArrayList<>(marks(5));
    marks.add(new Mark(Verdict.PHRASE_END, -20, ""));
    marks.addAll(marks(100));

    assertThat(StoryRun.best(marks)).isEqualTo(new StoryRun(2, 2));
  }
}
