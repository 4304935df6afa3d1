package io.dateline.diff.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.diff.Sample;
import io.dateline.diff.page.WordMarks.Part;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordMarksTests {

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "one two three     | one three           | one [two ]three     | one three",
        "a b c             | x y c               | [a b] c             | [x y] c",
        "5 Sept. 2016      | 6 Sept. 2016        | [5] Sept. 2016      | [6] Sept. 2016",
        "同じ文字です          | 同じ漢字です            | 同じ[文]字です          | 同じ[漢]字です",
        "same              | same                | same                | same",
        "all gone          | new words           | [all gone]          | [new words]",
      })
  void marksTheWordsThatTheOtherTextDoesNotHave(
      String before, String after, String markedBefore, String markedAfter) {
    WordMarks marks = WordMarks.of(before, after);

    assertThat(shown(marks.before())).isEqualTo(markedBefore);
    assertThat(shown(marks.after())).isEqualTo(markedAfter);
  }

  @Test
  void marksTextsWholeThatAreTooLongToBeCompared() {
    WordMarks marks = WordMarks.of("a ".repeat(1_500), "a ".repeat(1_400));

    assertThat(marks.before()).singleElement().matches(Part::marked);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource(
      quoteCharacter = '^',
      delimiter = '|',
      value = {
        "a/b.txt          |        | ./dateline inspect /in/a/b.txt --explain",
        "a b.zip          | c d    | ./dateline inspect '/in/a b.zip' --entry 'c d' --explain",
        "it's.txt         |        | ./dateline inspect '/in/it'\\''s.txt' --explain",
        "$(reboot).txt    | `x`    | ./dateline inspect '/in/$(reboot).txt' --entry '`x`' --explain",
        "100%25.txt       |        | ./dateline inspect '/in/100%.txt' --explain",
        "a.zip            | -rf    | ./dateline inspect /in/a.zip --entry=-rf --explain",
        "bell%07.txt      |        |",
        "latin%E9.txt     |        |",
      })
  void writesTheCommandForAShellToTakeAsItIs(String path, String entry, String line) {
    Sample sample =
        new Sample("id", "papers", path, entry == null ? "" : entry, "", "", "", "", "");

    assertThat(InspectLine.of(sample, Map.of("papers", "/in"), "nightly"))
        .isEqualTo(line == null ? "" : line);
  }

  private static String shown(List<Part> parts) {
    return parts.stream()
        .map(part -> part.marked() ? "[" + part.text() + "]" : part.text())
        .collect(Collectors.joining());
  }
}
