package io.dateline.cli;

import static io.dateline.cli.JobRun.dateline;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectCommandTests {

  private static final Path SAMPLE = Path.of("input/text/en-cms-dump.txt");

  @TempDir Path folder;

  @Test
  void showsWhatAFileGives() {
    JobRun run = dateline("inspect", SAMPLE);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("headline               Baltic ministers agree")
        .contains("dateline_country       LT")
        .contains("quote 1, paragraph ");
  }

  @Test
  void explainsEachFieldAndEachBlock() {
    JobRun run = dateline("inspect", SAMPLE, "--explain");

    assertThat(run.out())
        .containsPattern("date_published\\n    \\* label:")
        .contains("+ line       ")
        .contains("- line       ")
        .contains("Add new comment");
  }

  @Test
  void givesTheSameAsJson() {
    JsonNode json =
        JsonMapper.builder()
            .build()
            .readTree(dateline("inspect", SAMPLE, "--explain", "--json").out());

    assertThat(json.at("/article/dateline_place").asString()).isEqualTo("Klaipeda");
    assertThat(json.at("/quotes").size()).isEqualTo(json.at("/article/quote_count").asInt());
    assertThat(json.at("/candidates/headline").size()).isPositive();
    assertThat(json.at("/blocks").size()).isPositive();
  }

  @Test
  void saysWhyAFileWouldBeRejected() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.txt"), " \n");

    JobRun run = dateline("inspect", empty);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Rejected: EMPTY");
  }

  @Test
  void neverLetsAnArticleSteerTheTerminal() throws Exception {
    Path hostile =
        Files.writeString(
            folder.resolve("hostile.html"),
            "<title>Ferry \u001b[2J sails\u009b31m again</title><p>"
                + "Fog \u001b]0;x\u0007 lifted over the bay. ".repeat(9));

    JobRun run = dateline("inspect", hostile, "--explain");

    assertThat(run.out().chars().filter(c -> Character.isISOControl(c) && c != '\n')).isEmpty();
  }

  @Test
  void endsWith66WhereThereIsNoFile() {
    JobRun run = dateline("inspect", folder.resolve("nowhere.txt"));

    assertThat(run.exitCode()).isEqualTo(66);
    assertThat(run.err()).startsWith("dateline: There is no file").doesNotContain("Exception");
  }
}
