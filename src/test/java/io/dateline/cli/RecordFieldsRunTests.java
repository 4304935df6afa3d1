package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A job file says what the fields of a corpus mean. */
class RecordFieldsRunTests {

  private static final String BODY =
      "The ferry of Accra has a new owner since Tuesday, the third within a decade, and the town"
          + " council is to hear on Friday what becomes of the night boat and of those who work on it.";

  @TempDir Path folder;

  @Test
  void ofJsonLinesOfWhichNoNameIsKnown() throws Exception {
    Nights nights =
        Nights.in(
            folder,
            "records:",
            "  text: [verhaal]",
            "  headline: [nothing, Kop.Groot]",
            "  date-published: [dag]",
            "  entry: [sleutel]");
    Map<String, Object> headline = Map.of("groot", "Ferry changes hands");
    nights.file(
        "corpus.txt",
        line(Map.of("verhaal", BODY, "kop", headline, "sleutel", "a"))
            + line(Map.of("verhaal", BODY, "kop", headline, "dag", "2019-05-04", "sleutel", "a"))
            + line(Map.of("verhaal", BODY, "kop", headline, "sleutel", ""))
            + line(Map.of("kop", headline, "sleutel", "b/../c")));

    nights.run("2020-01-01");

    List<Map<String, String>> articles = JobRun.csv(nights.latest().resolve("articles.csv"));
    assertThat(articles).extracting(row -> row.get("entry_name")).containsExactly("a", "a#2", "3");
    assertThat(articles.get(0))
        .containsEntry("headline", "Ferry changes hands")
        .satisfies(
            row -> assertThat(row.get("field_sources")).contains("headline=record:kop.groot"));
    assertThat(articles.get(1)).containsEntry("date_published", "2019-05-04");
    assertThat(JobRun.csv(nights.latest().resolve("rejections.csv")))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("entry_name", "4"));
  }

  @Test
  void ofATableWhoseColumnsWouldMeanSomethingElse() throws Exception {
    Nights nights = Nights.in(folder, "records: {text: [summary], headline: [text]}");
    nights.file("table.csv", "text,summary\r\nFerry changes hands,\"" + BODY + "\"\r\n");

    nights.run("2020-01-01");

    assertThat(JobRun.csv(nights.latest().resolve("articles.csv")))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("headline", "Ferry changes hands");
              assertThat(row.get("article_body")).startsWith("The ferry of Accra");
            });
  }

  @Test
  void isRefusedWithItsKeyIfThereIsNoSuchMeaning() throws Exception {
    Nights nights = Nights.in(folder, "records: {tekst: [verhaal]}");
    nights.file("corpus.jsonl", line(Map.of("verhaal", BODY)));

    JobRun run = nights.attempt("2020-01-01");

    assertThat(run.exitCode()).isEqualTo(78);
    assertThat(run.err()).contains("records.tekst").hasLineCount(1);
  }

  @Test
  void isRefusedWithBothKeysIfOneNameIsToMeanTwoThings() throws Exception {
    Nights nights = Nights.in(folder, "records: {headline: [kop], description: [lead, Kop]}");
    nights.file("corpus.jsonl", line(Map.of("text", BODY)));

    JobRun run = nights.attempt("2020-01-01");

    assertThat(run.exitCode()).isEqualTo(78);
    assertThat(run.err())
        .contains("`records.headline`", "`records.description`", "`Kop`")
        .hasLineCount(1);
  }

  private static String line(Map<String, Object> fields) {
    return JsonMapper.shared().writeValueAsString(fields) + "\n";
  }
}
