package io.dateline.cli;

import static io.dateline.cli.JobRun.csv;
import static io.dateline.cli.JobRun.dateline;
import static io.dateline.cli.JobRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.EntryId;
import io.dateline.batch.OutputLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three runs of one archive: as it was, with one rule altered, and a night with one more file. */
@Timeout(300)
class DiffCommandTests {

  private static final String HOSTILE = "Ferry <script>document.title='hacked'</script>";

  /** The Gull keeps another day in a place that only its own rule knows of. */
  private static final String ALTERED =
      "extraction: {sources: [{path: 'gull/**', date-published: 'span.printed'}]}\n";

  @TempDir static Path shared;
  private static Path output;

  @TempDir Path folder;

  @BeforeAll
  static void threeRuns() throws Exception {
    Path input = shared.resolve("papers");
    output = shared.resolve("out");
    for (int i = 1; i <= 6; i++) {
      write(input.resolve("gull/" + i + ".html"), page("The Gull", i, i < 6, HOSTILE));
      write(input.resolve("tern/" + i + ".html"), page("Tern Daily", i, true, "Tram"));
    }
    write(input.resolve("gull/short.html"), "<html><body><p>Nothing.</p></body></html>");
    Path job = shared.resolve("nightly.yml");
    Files.writeString(job, "");
    run(job, "--input", input, "--output", output, "--date", "2026-11-01");
    Files.writeString(job, ALTERED);
    run(job, "--input", input, "--output", output, "--date", "2026-11-02", "--full");
    write(input.resolve("tern/7.html"), page("Tern Daily", 7, true, "Tram"));
    run(job, "--input", input, "--output", output, "--date", "2026-11-03");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String page(String publisher, int number, boolean printed, String headline) {
    return """
        <html><head><title>%1$s</title><meta property="og:site_name" content="%2$s">
        <meta property="og:title" content="%1$s number %3$d">
        <meta property="article:published_time" content="2016-09-1%3$d"></head><body>
        <h1>%1$s number %3$d</h1>%4$s
        <p>The council of the harbour approved plan number %3$d on its third day of sitting, after a
        debate that went on well into the evening and was watched by many.</p>
        <p>"We have waited %3$d years for this decision," said Mayor Ada Moss, who had asked for it
        in the spring and again in the summer of that year.</p>
        <p>Residents of the quarter had asked for the new plan since the spring, and the committee
        heard all of them before it wrote its long report of many pages.</p></body></html>
        """
        .formatted(
            headline.replace("<", "&lt;"),
            publisher,
            number,
            printed
                ? "<span class=\"printed\" content=\"2016-09-0%d\"></span>".formatted(number)
                : "");
  }

  private Path to;

  @BeforeEach
  void aPlaceOfItsOwn() {
    to = folder.resolve("diff");
  }

  private JobRun diff(Object... arguments) {
    Object[] words =
        Stream.concat(
                Stream.of("diff"),
                Stream.concat(
                    Stream.of(arguments),
                    Stream.of("--job", shared.resolve("nightly.yml"), "--output", output)))
            .toArray();
    return dateline(words);
  }

  @Test
  void showsExactlyTheChangesThatAnAlteredRuleMakesAndNoOther() throws Exception {
    JobRun diff = diff("1", "2026-11-02-0002", "--to", to, "--json");

    assertThat(diff.exitCode()).as(diff.err()).isZero();
    List<Map<String, String>> changes = csv(to.resolve("changes.csv"));
    assertThat(changes).hasSize(5);
    for (int i = 1; i <= 5; i++) {
      String path = "gull/" + i + ".html";
      assertThat(changes.get(i - 1))
          .isEqualTo(
              Map.of(
                  "article_id",
                  new EntryId("papers", path, "").articleId(),
                  "source_path",
                  path,
                  "entry_name",
                  "",
                  "field",
                  "date_published",
                  "old",
                  "2016-09-1" + i,
                  "new",
                  "2016-09-0" + i,
                  "kind",
                  "changed"));
    }
    assertThat(csv(to.resolve("summary.csv")))
        .filteredOn(row -> !row.get("changed").equals("0"))
        .extracting(row -> row.get("publisher") + " " + row.get("field") + " " + row.get("changed"))
        .containsExactly(
            "* article 5", "* date_published 5", "The Gull article 5", "The Gull date_published 5");
    JsonNode json = JsonMapper.shared().readTree(diff.out());
    assertThat(json)
        .isEqualTo(JsonMapper.shared().readTree(Files.readString(to.resolve("diff.json"))));
    assertThat(json.at("/report/compared").asInt()).isEqualTo(12);
    assertThat(json.at("/report/same").asInt()).isEqualTo(7);
    assertThat(json.at("/report/files_in_both").asInt()).isEqualTo(13);
    String page = Files.readString(to.resolve("diff.html"));
    assertThat(page)
        .contains("./dateline inspect " + shared.resolve("papers/gull/1.html") + " --explain")
        .contains("Ferry &lt;script&gt;document.title")
        .doesNotContain("<script");
  }

  @Test
  void replacesAnEarlierDiffByTheSameBytesAndLeavesNothingElseBehind() throws Exception {
    diff("1", "2");
    Path usual = output.resolve("nightly/diff/2026-11-01-0001..2026-11-02-0002");
    byte[] changes = Files.readAllBytes(usual.resolve("changes.csv"));
    byte[] page = Files.readAllBytes(usual.resolve("diff.html"));

    assertThat(diff("1", "2").exitCode()).isZero();

    assertThat(usual.resolve("changes.csv")).hasBinaryContent(changes);
    assertThat(usual.resolve("diff.html")).hasBinaryContent(page);
    assertThat(names(usual))
        .containsExactly("changes.csv", "diff.html", "diff.json", "summary.csv");
    assertThat(names(usual.getParent())).hasSize(2);
  }

  @Test
  void endsWith65AndNamesTheGateThatIsBroken() throws Exception {
    JobRun diff =
        diff("1", "2", "--to", to, "--max-changed", "date_published=40%", "--max-emptied", "0.1%");

    assertThat(diff.exitCode()).isEqualTo(65);
    String gate = "GATE FAILED MAX_CHANGED date_published: 5 of 12 (41.7 %), allowed 40%";
    assertThat(diff.out()).contains(gate);
    assertThat(diff.err()).contains("dateline: " + gate);
    JsonNode json = JsonMapper.shared().readTree(Files.readString(to.resolve("diff.json")));
    assertThat(json.get("failed_gates"))
        .singleElement()
        .extracting(JsonNode::asString)
        .isEqualTo("MAX_CHANGED date_published");
    assertThat(diff("1", "2", "--to", to, "--max-changed", "42%").exitCode()).isZero();
  }

  @Test
  void comparesWhatIsCurrentInTheDatabaseWithARunOfThePast() throws Exception {
    JobRun diff = diff("current", "1", "--to", to);

    assertThat(diff.exitCode()).as(diff.err()).isZero();
    assertThat(csv(to.resolve("changes.csv")))
        .extracting(row -> row.get("old") + " " + row.get("new"))
        .containsExactly(
            "2016-09-01 2016-09-11",
            "2016-09-02 2016-09-12",
            "2016-09-03 2016-09-13",
            "2016-09-04 2016-09-14",
            "2016-09-05 2016-09-15");
    assertThat(diff.out())
        .contains(
            "13 source files were read by both sides, 1 by the old alone, 0 by the new alone");
    assertThat(names(to)).containsExactly("changes.csv", "diff.html", "diff.json", "summary.csv");
  }

  @Test
  void waitsForNobodyButSaysWhoIsAtWork() throws Exception {
    try (OutputLock lock = OutputLock.take(output, "run")) {
      assertThat(diff("current", "1", "--to", to).exitCode()).isEqualTo(75);
      assertThat(names(folder)).isEmpty();
      assertThat(diff("1", "2", "--to", to).exitCode()).isZero();
    }
  }

  @Test
  void ofANightComparesNoMoreThanTheNightHasRead() throws Exception {
    JobRun night = diff("2", "latest", "--to", to);

    assertThat(night.out())
        .contains("0 source files were read by both sides, 13 by the old alone, 1 by the new alone")
        .contains("--match url or --match content");
    assertThat(csv(to.resolve("changes.csv"))).isEmpty();
    JobRun all = diff("2", "latest", "--to", to, "--all", "--max-vanished", "50%");
    assertThat(all.exitCode()).isEqualTo(65);
    assertThat(csv(to.resolve("changes.csv"))).hasSize(13);
  }

  @Test
  void needsNoJobFileForTwoFolders() throws Exception {
    Path runs = output.resolve("nightly");

    JobRun diff =
        dateline(
            "diff",
            runs.resolve("2026-11-01-0001"),
            runs.resolve("latest"),
            "--match",
            "content",
            "--to",
            to,
            "--fields",
            "date_published");

    assertThat(diff.exitCode()).as(diff.err()).isZero();
    assertThat(diff.out()).startsWith("2026-11-01-0001 → 2026-11-03-0003");
    assertThat(csv(to.resolve("changes.csv"))).hasSize(13);
  }

  @Test
  void refusesToWriteOverWhatIsNoDiff() throws Exception {
    Files.createDirectories(to);
    Files.writeString(to.resolve("letter.txt"), "keep");

    JobRun diff = diff("1", "2", "--to", to);

    assertThat(diff.exitCode()).isEqualTo(73);
    assertThat(diff.err()).contains("is no diff of Dateline; move it away");
    assertThat(to.resolve("letter.txt")).hasContent("keep");
    assertThat(names(folder)).containsExactly("diff");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1 99                                     | 66 | There is no folder of run 99",
        "1 nowhere                                | 66 | `nowhere` is neither a run",
        "1 src                                    | 66 | articles.csv to compare; name a run",
        "current current                          | 64 | `current` can be compared",
        "1 2 --fields headlines                   | 64 | `headlines` is no field",
        "1 2 --max-changed 5                      | 64 | `5` is no share",
        "1 2 --max-emptied word_count=1%          | 64 | add --fields +word_count",
        "1 2 --max-emptied 1% --max-emptied 2%    | 64 | says twice",
        "1 2 --match url --same-entries           | 64 | --same-entries goes with",
        "1 2 --match name                         | 64 | --match must be",
        "1 2 --sample 1000                        | 64 | --sample must be",
      })
  void saysWhatIsWrongInOneSentence(String words, int code, String sentence) throws Exception {
    Object[] arguments = (words + " --to " + to).split(" ");

    JobRun diff = diff(arguments);

    assertThat(diff.exitCode()).isEqualTo(code);
    assertThat(diff.err()).contains(sentence).doesNotContain("Exception", "\tat ");
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void saysWhichFileIsDamagedAndWhere() throws Exception {
    Path copy = Files.createDirectories(folder.resolve("copy"));
    String rows = Files.readString(output.resolve("nightly/2026-11-01-0001/articles.csv"));
    Files.writeString(copy.resolve("articles.csv"), rows.substring(0, rows.length() - 900));

    JobRun diff = diff(copy, "2", "--to", to);

    assertThat(diff.exitCode()).isEqualTo(74);
    assertThat(diff.err())
        .contains(copy + "/articles.csv is damaged: in the row that starts at byte");
    assertThat(names(folder)).containsExactly("copy");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.exists(entry, LinkOption.NOFOLLOW_LINKS))
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
