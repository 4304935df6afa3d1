package io.dateline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.RejectionReason;
import io.dateline.output.PackagedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The prose that repeats code says the same as the code. */
class DocumentationTests {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @ParameterizedTest(name = "{0}")
  @EnumSource(PackagedTable.class)
  void theDataDictionaryHasTheColumnsOfTheFilesInTheirOrderWithTypeAndMeaning(PackagedTable table)
      throws Exception {
    List<String> rows =
        section(read("docs/csv.md"), "## " + table.label() + ".csv")
            .lines()
            .filter(line -> line.startsWith("| `"))
            .toList();

    assertThat(rows)
        .isEqualTo(
            table.fields().stream()
                .map(
                    field ->
                        String.format(
                            "| `%s` | %s | %s |", field.name(), field.type(), field.description()))
                .toList());
  }

  @Test
  void theTableOfCodesHasEveryReasonWithItsStageAndNature() throws Exception {
    List<String> rows =
        section(read("docs/codes.md"), "## Why")
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split(" *\\| *"))
            .map(cells -> String.join(" ", cells[1], cells[2], cells[4], cells[5]))
            .toList();

    assertThat(rows)
        .isEqualTo(
            Arrays.stream(RejectionReason.values())
                .map(
                    reason ->
                        String.format(
                            "`%s` %s %s %s",
                            reason,
                            reason.stage().label(),
                            yesOrNo(reason.isRule()),
                            yesOrNo(reason.isEnvironmental())))
                .toList());
  }

  @Test
  void theReadmeAndTheContributorsGuideNameTheCommandThatCiRuns() throws Exception {
    String gate = read(".ci/run").lines().reduce((first, last) -> last).orElseThrow();

    assertThat(gate).isEqualTo("./mvnw verify");
    assertThat(read("README.md")).contains("\n" + gate + " ");
    assertThat(read("CONTRIBUTING.md")).contains("\n" + gate + "\n");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "docs/csv.md",
        "docs/codes.md",
        "docs/database.md",
        "docs/operations.md",
        "docs/postgresql.md",
        "docs/score.md"
      })
  void linksToFilesLeadSomewhere(String page) throws Exception {
    Path folder = Path.of(page).toAbsolutePath().getParent();
    Matcher link = LINK.matcher(read(page));

    while (link.find()) {
      assertThat(folder.resolve(link.group(1))).exists();
    }
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(file));
  }

  private static String section(String page, String heading) {
    int from = page.indexOf("\n" + heading);
    assertThat(from).as(heading).isNotNegative();
    int to = page.indexOf("\n## ", from + 1);
    return page.substring(from, to < 0 ? page.length() : to);
  }

  private static String yesOrNo(boolean value) {
    return value ? "yes" : "no";
  }
}
