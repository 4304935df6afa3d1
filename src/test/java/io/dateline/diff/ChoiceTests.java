package io.dateline.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields, limits and examples. */
class ChoiceTests {

  @Test
  void fieldsAreNamedAloneOrAsMoreAndLessThanTheUsualOnes() {
    assertThat(FieldChoice.of("quotes, headline")).containsExactly("headline", "quotes");
    assertThat(FieldChoice.of("+warnings,-abstract"))
        .contains("warnings", "headline", "quotes")
        .doesNotContain("abstract");
    assertThat(FieldChoice.of("all"))
        .contains("field_sources", "source_path")
        .doesNotContain("article_id");
    assertThat(FieldChoice.known()).hasSizeLessThan(Long.SIZE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "headlines", "-nothing", "headline,-headline"})
  void aChoiceThatLeavesNothingOrNamesNoFieldIsRefused(String text) {
    assertThatThrownBy(() -> FieldChoice.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "0.1", "-1%", "101%", "1e9%", "headlines=1%", "%", "1.2.3%", "1 %x"})
  void aLimitThatCouldMeanSomethingElseIsRefused(String text) {
    assertThatThrownBy(() -> GateLimit.of(GateLimit.Kind.MAX_EMPTIED, text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLimitOfNothingAllowsNotOneAndNoSmallShareIsRoundedAway() {
    GateLimit none = GateLimit.of(GateLimit.Kind.MAX_EMPTIED, "0");
    GateLimit small = GateLimit.of(GateLimit.Kind.MAX_EMPTIED, "byline=0.0001%");

    assertThat(none.isBroken(0, 0)).isFalse();
    assertThat(none.isBroken(1, 5_000_000)).isTrue();
    assertThat(small.isBroken(5, 5_000_000)).isFalse();
    assertThat(small.isBroken(6, 5_000_000)).isTrue();
  }

  @Test
  void examplesAreTheSameInWhateverOrderTheChangesComeAndOthersForAnotherSeed() {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, 1_000).boxed().toList());
    List<String> first = drawn(numbers, 1);
    Collections.shuffle(numbers, new Random(4));

    assertThat(first).hasSize(10).doesNotHaveDuplicates();
    assertThat(drawn(numbers, 1)).isEqualTo(first);
    assertThat(drawn(numbers, 2)).isNotEqualTo(first);
  }

  private static List<String> drawn(List<Integer> numbers, long seed) {
    Samples samples = new Samples(seed, 10);
    for (int number : numbers) {
      String id = "article " + number;
      samples.offer(
          ChangeKind.CHANGED,
          "byline",
          id,
          () -> new Sample(id, "papers", "a.txt", "", "", "", "old", "new", ""));
    }
    assertThat(samples.of(ChangeKind.EMPTIED, "byline")).isEmpty();
    return samples.of(ChangeKind.CHANGED, "byline").stream().map(Sample::articleId).toList();
  }
}
