package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The runbook knows every code, and quotes sentences that the program still says. */
class RunbookTests {

  private static final Path RUNBOOK = Path.of("docs/runbook.md");

  /** Shorter pieces stand somewhere by chance. */
  private static final int MIN_CHARS = 6;

  @ParameterizedTest
  @EnumSource(ExitCode.class)
  void hasASectionForEachExitCode(ExitCode code) throws Exception {
    assertThat(Files.readAllLines(RUNBOOK)).containsOnlyOnce("### " + code.code());
  }

  @Test
  void namesTheCodeOfEachKindOfFailureBesideASentence() throws Exception {
    List<String> codes =
        rows("## By sentence").stream().map(cells -> cells[2].strip()).distinct().toList();

    assertThat(codes)
        .contains("66", "69", "70", "73", "74", "75", "76", "78", "130, 143")
        .allMatch(code -> code.equals("130, 143") || isKnown(Integer.parseInt(code)));
  }

  @Test
  void quotesWhatTheProgramSays() throws Exception {
    String sentences = literals();
    List<String> quoted =
        Stream.concat(rows("## By sentence").stream(), rows("## Lines that change").stream())
            .flatMap(cells -> Pattern.compile("…").splitAsStream(cells[1]))
            .map(String::strip)
            .filter(piece -> piece.length() >= MIN_CHARS)
            .toList();

    assertThat(quoted).hasSizeGreaterThan(40);
    assertThat(quoted).allSatisfy(piece -> assertThat(sentences).contains(piece));
  }

  private static boolean isKnown(int number) {
    return Stream.of(ExitCode.values()).anyMatch(code -> code.code() == number);
  }

  private static List<String[]> rows(String heading) throws IOException {
    String page = Files.readString(RUNBOOK);
    int from = page.indexOf("\n" + heading);
    int to = page.indexOf("\n## ", from + 1);
    return page.substring(from, to < 0 ? page.length() : to)
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| it says"))
        .map(line -> line.split("\\|", -1))
        .toList();
  }

  /** All texts of the sources, those that are put together from several lines as one. */
  private static String literals() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/dateline"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(RunbookTests::read)
          .map(text -> text.replaceAll("\"\\s*\\+\\s*\"", ""))
          .collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
