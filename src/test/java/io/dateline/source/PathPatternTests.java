package io.dateline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTests {

  @ParameterizedTest(name = "{0} fits {1}")
  @CsvSource({
    "*, a.txt",
    "*, x/y/a.txt",
    "*.part, x/a.part",
    ".*, x/.hidden",
    "Thumbs.db, x/y/Thumbs.db",
    "__MACOSX, x/__MACOSX",
    "__MACOSX/, x/__MACOSX",
    "?.txt, x/\uD83D\uDCF0.txt",
    "a*b*c, a12b3b45c",
    "/a.txt, a.txt",
    "x/*.txt, x/a.txt",
    "x/**, x/y/z/a.txt",
    "**/old/*.txt, x/y/old/a.txt",
    "**/old/*.txt, old/a.txt",
    "x/**/z/a.txt, x/z/y/z/a.txt",
  })
  void fits(String pattern, String path) {
    assertThat(PathPattern.of(pattern).matches(path)).isTrue();
  }

  @ParameterizedTest(name = "{0} does not fit {1}")
  @CsvSource({
    "*.part, a.part.txt",
    "*.PART, a.part",
    "Thumbs.db, Thumbs.dbx",
    "/a.txt, x/a.txt",
    "x/*.txt, x/y/a.txt",
    "x/*.txt, y/x/a.txt",
    "x/**/z/a.txt, x/z/y/a.txt",
    "?.txt, ab.txt",
  })
  void doesNotFit(String pattern, String path) {
    assertThat(PathPattern.of(pattern).matches(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "a//b", "*.{txt,html}", "[ab].txt", "a\\b"})
  void refusesWhatOtherProgramsGiveAMeaningThatItHasNotHere(String pattern) {
    assertThatThrownBy(() -> PathPattern.of(pattern)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Timeout(5)
  void takesNoLongOverANameMadeToConfuseIt() {
    PathPattern name = PathPattern.of("*a".repeat(50) + "b");
    PathPattern path = PathPattern.of("**/x/".repeat(50) + "y");

    assertThat(name.matches("a".repeat(200_000))).isFalse();
    assertThat(path.matches("x/".repeat(20_000) + "z")).isFalse();
  }
}
