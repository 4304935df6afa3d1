package io.dateline.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.RejectionReason;
import io.dateline.batch.settings.ExtractionSettings;
import io.dateline.batch.settings.SettingsLoader;
import io.dateline.cli.DatelineApplication;
import io.dateline.output.PackagedTable;
import io.dateline.page.CssSelector;
import io.dateline.page.PageLimits;
import io.dateline.page.SelectedField;
import io.dateline.validate.ArticleRules;
import io.dateline.validate.DocumentRules;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/** The prose that repeats code says the same as the code. */
class DocumentationTests {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @Test
  void thePageOnAccuracyCountsTheProjectsOwnArticlesAndQuotes() throws Exception {
    Path floors = Path.of("src/test/resources/floors");
    long articles = rows(floors.resolve("articles-gold.csv"));
    long quotes = rows(floors.resolve("quotes-gold.csv"));

    assertThat(Files.readString(Path.of("docs/accuracy.md")))
        .contains(articles + " invented articles")
        .contains(" and " + quotes + " quotes");
  }

  private static long rows(Path csv) throws IOException {
    try (CSVParser rows =
        CSVParser.parse(
            csv, UTF_8, CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return rows.stream().count();
    }
  }

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
  void theTableOfLimitsHasEverySettingWithItsDefault() throws Exception {
    List<String> group = new ArrayList<>();
    List<String> settings = new ArrayList<>();
    for (String line : read("jobs/nightly.yml").lines().toList()) {
      Matcher setting = Pattern.compile("( *)([a-z-]+):(?: (\\d+))?").matcher(line);
      if (setting.matches()) {
        int depth = setting.group(1).length() / 2;
        group.subList(Math.min(depth, group.size()), group.size()).clear();
        group.add(setting.group(2));
        if (group.get(0).equals("limits") && setting.group(3) != null) {
          settings.add("| `" + String.join(".", group) + "` | " + setting.group(3) + " |");
        }
      }
    }

    assertThat(settings).hasSizeGreaterThan(15);
    assertThat(
            read("docs/limits.md")
                .lines()
                .filter(line -> line.startsWith("| `limits."))
                .map(line -> line.replaceAll("^(\\|[^|]*\\|[^|]*\\|).*", "$1")))
        .containsExactlyElementsOf(settings);
  }

  @Test
  void theTableOfWarningsHasEveryCodeThatNoRuleStandsBehind() throws Exception {
    assertThat(
            section(read("docs/codes.md"), "## Warnings without a rule")
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`", -1)[1]))
        .containsExactly(
            ArticleRules.DATE_ORDER_ASSUMED,
            ArticleRules.MARKUP_DAMAGED,
            DocumentRules.REPLACEMENT_CHARACTERS,
            ArticleRules.SELECTOR_UNMATCHED,
            ArticleRules.WITHDRAWN);
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
  void thePageOnSelectorsAndTheJobFilesNameEveryKeyAndLimit() throws Exception {
    List<String> keys = new ArrayList<>(List.of("story", "remove", "collection", "path", "host"));
    for (SelectedField field : SelectedField.values()) {
      keys.add(field.key());
    }
    List<String> kinds =
        Arrays.stream(ExtractionSettings.PhraseSettings.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();

    String page = read("docs/selectors.md");
    assertThat(page)
        .contains(keys.stream().map(key -> "`" + key + "`").toList())
        .contains(kinds.stream().map(kind -> "| `" + kind + "` |").toList())
        .contains("up to " + CssSelector.MAX_LENGTH + " characters")
        .contains(
            String.format(
                Locale.ROOT,
                "`limits.page.max-selector-elements` (%,d)",
                PageLimits.defaults().maxSelectorElements()));
    for (String job : List.of("jobs/nightly.yml", "jobs/evaluate.yml")) {
      String extraction =
          read(job).substring(read(job).indexOf("\nextraction:"), read(job).indexOf("# Rules."));
      assertThat(extraction).contains(keys).contains(kinds.stream().map(k -> k + ": []").toList());
    }
  }

  @Test
  void theExampleOfThePageOnSelectorsIsAJobFileThatIsRead(@TempDir Path folder) throws Exception {
    String page = read("docs/selectors.md");
    int from = page.indexOf("```yaml\n") + 8;
    Path job =
        Files.writeString(
            folder.resolve("job.yml"), page.substring(from, page.indexOf("```", from)));

    ExtractionSettings settings = new SettingsLoader(Map.of()).load(job).extraction();

    assertThat(settings.sources()).hasSize(2);
    assertThat(settings.phrases().drop()).hasSize(2);
  }

  @Test
  void thePageOnCommandsHasEveryOptionOfEveryCommand() throws Exception {
    List<String> rows =
        read("docs/commands.md")
            .lines()
            .filter(line -> line.startsWith("| `--") || line.startsWith("| option of `"))
            .map(line -> line.replaceAll("^\\| (?:option of )?`([^ `]+).*", "$1"))
            .toList();

    List<String> expected = new ArrayList<>();
    DatelineApplication.commandLine()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              List<String> options =
                  command.getCommandSpec().options().stream()
                      .filter(option -> !option.usageHelp() && !option.versionHelp())
                      .map(OptionSpec::longestName)
                      .toList();
              if (!options.isEmpty()) {
                expected.add(name);
                expected.addAll(options);
              }
            });
    assertThat(rows).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(read("docs/commands.md")).contains("\n./dateline completion\n");
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
        "docs/accuracy.md",
        "docs/analysis.md",
        "docs/commands.md",
        "docs/csv.md",
        "docs/diff.md",
        "docs/fields.md",
        "docs/formats.md",
        "docs/limits.md",
        "docs/newsroom.md",
        "docs/records.md",
        "docs/runbook.md",
        "docs/codes.md",
        "docs/database.md",
        "docs/operations.md",
        "docs/performance.md",
        "docs/postgresql.md",
        "docs/scaling.md",
        "docs/score.md",
        "docs/selectors.md"
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
