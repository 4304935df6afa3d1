package io.dateline.cli;

import static io.dateline.cli.JobRun.dateline;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
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
  void listsWhatAContainerHoldsAndShowsOneEntryOfIt() throws Exception {
    Path zip = folder.resolve("papers.zip");
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("old/", "");
    texts.put("old/accra.txt", Nights.story("Accra", "Ama Mensah", "We have seen owners come"));
    texts.put("old/form.pdf", "%PDF-1.4 a form");
    Zips.of(zip, texts);

    JobRun list = dateline("inspect", zip);
    JobRun entry = dateline("inspect", zip, "--entry", "old/accra.txt");
    JobRun none = dateline("inspect", zip, "--entry", "accra.txt");

    assertThat(list.out())
        .containsPattern("\\d  text/plain +old/accra.txt")
        .containsPattern("\\d  application/pdf +old/form.pdf")
        .contains("1  ignored: directories", "3  entries");
    assertThat(entry.out())
        .contains("headline               Accra ferry changes hands once more")
        .contains("entry_name             old/accra.txt");
    assertThat(none.exitCode()).isEqualTo(66);
    assertThat(none.err()).contains("has no entry accra.txt");
    JsonNode json = JsonMapper.builder().build().readTree(dateline("inspect", zip, "--json").out());
    assertThat(json.at("/entries").size()).isEqualTo(2);
    assertThat(json.at("/ignored_by_kind/directories").asInt()).isEqualTo(1);
  }

  @Test
  void showsTheDocumentOfAFileThatIsMerelyCompressed() throws Exception {
    Path file = folder.resolve("accra.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          Nights.story("Accra", "Ama Mensah", "We have seen owners come")
              .getBytes(StandardCharsets.UTF_8));
    }

    assertThat(dateline("inspect", file).out())
        .contains("headline               Accra ferry changes hands once more");
  }

  @Test
  void endsWith66WhereThereIsNoFile() {
    JobRun run = dateline("inspect", folder.resolve("nowhere.txt"));

    assertThat(run.exitCode()).isEqualTo(66);
    assertThat(run.err()).startsWith("dateline: There is no file").doesNotContain("Exception");
  }
}
