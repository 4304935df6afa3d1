package io.dateline.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldFileTests {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new AccessDeniedException("gold.csv"),
            ScoreRefusedException.Reason.MISSING,
            "gold.csv cannot be read: permission denied."),
        Arguments.of(
            new FileSystemException("gold.csv", null, "Too many open files"),
            ScoreRefusedException.Reason.MISSING,
            "gold.csv cannot be read: Too many open files."),
        Arguments.of(
            new MalformedInputException(1),
            ScoreRefusedException.Reason.GOLD,
            "gold.csv is not in UTF-8; save it as \"CSV UTF-8\"."),
        Arguments.of(
            new IOException("it is empty"),
            ScoreRefusedException.Reason.GOLD,
            "gold.csv is no CSV file of the form of articles.csv: it is empty."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void saysWhyItCannotBeUsed(
      IOException failure, ScoreRefusedException.Reason reason, String sentence) {
    ScoreRefusedException refused = new GoldFile(Path.of("gold.csv")).unreadable(failure);

    assertThat(refused).hasMessage(sentence);
    assertThat(refused.reason()).isEqualTo(reason);
  }
}
