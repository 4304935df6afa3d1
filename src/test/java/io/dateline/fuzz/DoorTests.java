package io.dateline.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzzer tries, on the files that we have. */
@Timeout(60)
class DoorTests {

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void whatHoldsOfAnyBytesHoldsOfOurSamples(Door door) throws IOException {
    for (Map.Entry<String, byte[]> sample : Inputs.samples().entrySet()) {
      assertThatCode(() -> door.check(sample.getValue()))
          .as(sample.getKey())
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("kept")
  void whatBrokeSomethingOnceBreaksNothingNow(Door door, Path file) throws IOException {
    byte[] input = Files.readAllBytes(file);

    assertThatCode(() -> door.check(input)).doesNotThrowAnyException();
  }

  static Stream<Arguments> kept() throws IOException {
    List<Arguments> kept = new ArrayList<>();
    for (Door door : Door.values()) {
      for (Path file : Inputs.kept(door)) {
        kept.add(Arguments.of(door, file));
      }
    }
    return kept.stream();
  }
}
