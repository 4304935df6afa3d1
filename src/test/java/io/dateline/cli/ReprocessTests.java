package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An archivist reads again what she means to, and nothing else changes. */
class ReprocessTests {

  /** The rule that has changed since the archive was read. */
  private static final String NEW_RULE = "extraction: {sources: [{headline: h3}]}";

  @TempDir Path folder;
  private Nights nights;
  private Path reprocess;

  @BeforeEach
  void anArchiveOfTwoYears() throws Exception {
    nights = TwoYears.in(folder);
    reprocess = folder.resolve("jobs/reprocess.yml");
    nights.settings(NEW_RULE);
  }

  @Test
  void readsTheSelectedEntriesAndKeepsTheOtherRowsOfTheirFiles() throws Exception {
    Map<String, Map<String, String>> before = export();

    JsonNode run = reprocess("2020-01-02", "--from", "2003", "--to", "2003");

    assertThat(run.get("known").asInt()).as("files").isEqualTo(2);
    assertThat(run.get("articles").asInt()).isEqualTo(4);
    assertThat(run.get("kept").asInt()).isEqualTo(2);
    Map<String, Map<String, String>> after = export();
    assertThat(changed(before, after, "headline")).containsExactly("accra", "cork", "essen");
    assertThat(after.keySet()).isEqualTo(before.keySet());
    for (String place : List.of("bergen", "dakar", "undated")) {
      assertThat(after.get(place)).isEqualTo(before.get(place));
    }
    assertThat(nights.rejections()).containsExactly("a/mixed.zip");
    assertThat(nights.run("2020-01-03").get("state").asString()).isEqualTo("NOTHING_NEW");
  }

  @Test
  void countsTheArchiveAsOneThatIsCountedAnew() throws Exception {
    reprocess("2020-01-02", "--from", "2003", "--to", "2003");
    Tables.query(nights.output(), "UPDATE runs SET summary_version = NULL");
    Map<String, String> counted = Nights.summaries(nights.latest());

    reprocess("2020-01-03", "--from", "2003", "--to", "2003");

    assertThat(Nights.summaries(nights.latest())).isEqualTo(counted);
  }

  @Test
  void opensNoFileWithoutASelectedEntry() throws Exception {
    nights.file("a/of-2004.zip", "no zip any more");
    nights.remove("b/undated.html");

    JsonNode run = reprocess("2020-01-02", "--from", "2003", "--to", "2003");

    assertThat(run.get("gone").asInt()).isZero();
    assertThat(export()).containsKeys("dakar", "undated");
  }

  @Test
  void readsAFileThatHasChangedAsAWhole() throws Exception {
    Zips.of(
        nights.input().resolve("a/mixed.zip"),
        Map.of("bergen.html", TwoYears.page("Bergen", "2004-02-01", "Fjord Times")));

    JsonNode run = reprocess("2020-01-02", "--from", "2003", "--to", "2003");

    assertThat(run.get("kept").asInt()).isZero();
    assertThat(export())
        .containsOnlyKeys("bergen", "dakar", "essen", "undated")
        .satisfies(
            rows ->
                assertThat(rows.get("bergen"))
                    .containsEntry("headline", "Bergen: the new heading"));
  }

  @Test
  void leavesWhatIsKnownOfAFileThatIsGone() throws Exception {
    nights.remove("b/essen.html");

    JsonNode run = reprocess("2020-01-02", "--from", "2003", "--to", "2003");

    assertThat(run.get("gone").asInt()).isEqualTo(1);
    assertThat(run.get("gates")).isEmpty();
    assertThat(export()).containsKey("essen");
  }

  @Test
  void selectsTheIdsOfAFileOrOfTheFirstColumnOfATable() throws Exception {
    String id = export().get("cork").get("article_id");
    Path list = Files.writeString(folder.resolve("ids.txt"), "\n" + id + "\n");
    Path table =
        Files.writeString(folder.resolve("t.csv"), "article_id,x\r\n" + id + ",\"a\nb\"\r\n");

    for (Path file : List.of(list, table)) {
      JobRun run = attempt("2020-01-02", "--ids", file, "--dry-run");
      assertThat(run.out()).as(run.err()).contains("selected              1 of their entries");
    }
    JsonNode run = reprocess("2020-01-02", "--ids", list);

    assertThat(run.get("kept").asInt()).isEqualTo(3);
    assertThat(export().get("cork")).containsEntry("headline", "Cork: the new heading");
  }

  @Test
  void aRehearsalIsPublishedBesideTheArchiveAndChangesNothingInIt() throws Exception {
    Archive before = Archive.of(nights);

    JsonNode run = reprocess("2020-01-02", "--from", "2003", "--keep-old");

    assertThat(run.get("state").asString()).isEqualTo("TRIAL");
    assertThat(JobRun.csv(Path.of(run.get("folder").asString()).resolve("articles.csv")))
        .extracting(row -> row.get("headline"))
        .contains("Accra: the new heading");
    assertThat(nights.latest().toRealPath().getFileName()).hasToString("2020-01-01-0001");
    Archive.of(nights).assertSameAs(before);
  }

  @Test
  void replayMakesArticlesOfWhatWasRejectedAndSaysWhichRunRescuedThem() throws Exception {
    Map<String, Map<String, String>> before = export();
    nights.settings(
        NEW_RULE,
        "validation: {actions: {BODY_TOO_SHORT: warn, NO_BODY: warn, NOT_AN_ARTICLE: warn}}");

    JobRun replay = nights.replay("2020-01-02");

    assertThat(replay.exitCode()).as(replay.err()).isZero();
    assertThat(replay.out())
        .contains("rescued               1")
        .contains("kept                  3");
    assertThat(nights.rejections()).isEmpty();
    Map<String, Map<String, String>> after = export();
    assertThat(after.remove("short")).containsEntry("headline", "Not much");
    assertThat(after).isEqualTo(before);
    assertThat(
            Tables.query(
                nights.output(),
                "SELECT entry_name, run_id, rescued_by_run, rescued_date FROM rescued_rejections"))
        .containsExactly(
            Map.of(
                "entry_name", "short.html",
                "run_id", "1",
                "rescued_by_run", "2",
                "rescued_date", "2020-01-02"));
  }

  @Test
  void aRunKilledInTheMiddleOfAFileThatItReadsInPartEndsWithTheSameBytes() throws Exception {
    nights.settings("chunk-size: 5", "partition: {bytes: 4096}");
    Map<String, String> pages = new TreeMap<>();
    for (int i = 0; i < 400; i++) {
      pages.put(
          "%04d.html".formatted(i),
          TwoYears.page(i % 4 == 0 ? "Cork" : "Accra", "2003-05-04", "Courier " + i));
    }
    Zips.of(nights.input().resolve("pages.zip"), pages);
    nights.run("2020-01-02");
    Path ids = folder.resolve("ids.txt");
    Files.write(
        ids,
        JobRun.csv(nights.latest().resolve("articles.csv")).stream()
            .filter(row -> row.get("dateline_place").equals("Cork"))
            .map(row -> row.get("article_id"))
            .toList());
    nights.settings("chunk-size: 5", "partition: {bytes: 4096}", NEW_RULE);
    Nights undisturbed = nights.copyTo(folder.resolve("undisturbed"));
    Object[] options = {"--ids", ids, "--path", "pages.zip"};

    DatelineProcess killed =
        DatelineProcess.start(
            folder.resolve("killed.log"), TwoYears.reprocess(nights, "2020-01-03", options));
    Path part = nights.output().resolve("nightly/.0003.partial/work");
    while (killed.isAlive() && bytesIn(part) < 60_000) {
      Thread.sleep(1);
    }
    assertThat(killed.isAlive()).as(killed.output()).isTrue();
    killed.kill();
    Path elsewhere = Files.move(ids, folder.resolve("elsewhere.txt"));
    JobRun resumed = nights.attempt("2020-01-04", "--resume-only");
    Files.move(elsewhere, ids);
    JobRun whole = JobRun.dateline(TwoYears.reprocess(undisturbed, "2020-01-03", options));

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(whole.exitCode()).as(whole.err()).isZero();
    assertThat(resumed.out()).containsOnlyOnce("kept                300");
    assertThat(Tables.query(nights.output(), "SELECT run_id FROM runs")).hasSize(3);
    assertThat(Files.readString(nights.latest().resolve("articles.csv")))
        .contains(",Cork: the new heading,,2003")
        .doesNotContain(",Accra: the new heading,,2003");
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(nights.latest().resolve(table))
          .hasSameBinaryContentAs(undisturbed.latest().resolve(table));
    }
    assertThat(Tables.ofRun(nights.output(), 3)).isEqualTo(Tables.ofRun(undisturbed.output(), 3));
  }

  private static long bytesIn(Path work) throws IOException {
    if (!Files.isDirectory(work)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(work)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("articles."))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  @Test
  void aRowThatWasKeptIsStillOfTheRunThatMadeIt() throws Exception {
    reprocess("2020-01-02", "--from", "2003", "--to", "2003");

    JobRun ofTheFirst = nights.replay("2020-01-03", "--run", "1", "--dry-run");
    JobRun ofTheSecond = nights.replay("2020-01-03", "--run", "2", "--dry-run");

    assertThat(ofTheFirst.out()).contains("selected              1 of their entries");
    assertThat(ofTheSecond.out()).contains("selected              0 of their entries");
  }

  @Test
  void theDamageOfAContainerIsFoundAgainAndKeepsNothingElse() throws Exception {
    Path zip = nights.input().resolve("a/mixed.zip");
    byte[] whole = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(whole, whole.length - 300));
    nights.run("2020-01-02");
    Map<String, Map<String, String>> before = export();
    List<String> rejections = nights.rejections();

    reprocess("2020-01-03", "--from", "2003", "--to", "2003");

    assertThat(changed(before, export(), "headline")).containsExactly("essen");
    assertThat(export().keySet()).isEqualTo(before.keySet());
    assertThat(nights.rejections()).isEqualTo(rejections).contains("a/mixed.zip");
  }

  @Test
  void asksForNoInputOfACollectionOfWhichNothingIsSelected() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(
        other.resolve("lima.html"), TwoYears.page("Lima", "2005-05-05", "Other Courier"));
    nights.run("2020-01-02", "--input", other);

    JsonNode run = reprocess("2020-01-03", "--publisher", "Fjord Times");

    assertThat(run.get("known").asInt()).isEqualTo(1);
  }

  @Test
  void asksForTheInputOfACollectionThatIsSelected() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("a.txt"), "x");

    JobRun run =
        JobRun.dateline(
            "run", reprocess, "--input", other, "--output", nights.output(), "--from", "2003");

    assertThat(run.exitCode()).isEqualTo(66);
    assertThat(run.err()).contains("--input papers=FOLDER").hasLineCount(1);
  }

  private JsonNode reprocess(String date, Object... more) throws IOException {
    Object[] words = TwoYears.reprocess(nights, date, more);
    return JobRun.run(Arrays.copyOfRange(words, 1, words.length));
  }

  private JobRun attempt(String date, Object... more) {
    return JobRun.dateline(TwoYears.reprocess(nights, date, more));
  }

  /** The current articles by the names of their pages, without the place in the archive. */
  private Map<String, Map<String, String>> export() throws Exception {
    Path to = folder.resolve("export-" + System.nanoTime());
    JobRun export = JobRun.dateline(nights.command("export", "--to", to));
    assertThat(export.exitCode()).as(export.err()).isZero();
    Map<String, Map<String, String>> rows = new TreeMap<>();
    for (Map<String, String> row : JobRun.csv(to.resolve("articles.csv"))) {
      String name =
          row.get("entry_name").isEmpty() ? row.get("source_path") : row.get("entry_name");
      rows.put(name.replaceAll(".*/|\\.html$", ""), row);
    }
    return rows;
  }

  private static List<String> changed(
      Map<String, Map<String, String>> before,
      Map<String, Map<String, String>> after,
      String field) {
    return before.keySet().stream()
        .filter(name -> !before.get(name).get(field).equals(after.get(name).get(field)))
        .sorted()
        .toList();
  }
}
