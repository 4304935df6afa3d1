package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Large containers that are read in parts, each a partition, in real runs. */
@Timeout(900)
class SplitRunTests {

  private static final String[] SMALL_PARTS = {"chunk-size: 7", "partition: {bytes: 32000}"};

  private static final int STORIES = 120;

  @TempDir Path folder;
  private Nights nights;

  @BeforeEach
  void anArchive() throws Exception {
    nights = Nights.in(folder, SMALL_PARTS);
  }

  @Test
  void aLargeFileInPartsGivesTheSameBytesAsWhole() throws Exception {
    nights.file("a.txt", story("Accra", "Ama Mensah", "We have seen owners come and go"));
    Zips.of(nights.input().resolve("b.zip"), stories(STORIES));
    nights.file("c.txt", story("Cork", "Nora Daly", "Nobody asked us about the timetable"));
    lines("d.jsonl", STORIES);
    Files.write(
        nights.input().resolve("e.warc.gz"),
        ArchiveFiles.packedWebArchive("conversion", stories(STORIES)));
    nights.file("f.txt", story("Lima", "Luz Vega", "The night boat must stay, come what may"));

    JsonNode inParts = nights.run("2020-01-01", "--threads", 2);
    JsonNode whole =
        JobRun.run(
            "--input", nights.input(), "--output", folder.resolve("whole"), "--date", "2020-01-01");

    assertThat(inParts.at("/articles").asInt()).isEqualTo(3 * STORIES + 3);
    assertThat(inParts.at("/entries")).isEqualTo(whole.at("/entries"));
    assertThat(Tables.query(nights.output(), "SELECT planned_files FROM runs"))
        .containsExactly(Map.of("planned_files", "6"));
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(nights.latest().resolve(table))
          .hasSameBinaryContentAs(folder.resolve("whole/nightly/latest").resolve(table));
    }
    assertThat(Nights.summaries(nights.latest()))
        .isEqualTo(Nights.summaries(folder.resolve("whole/nightly/latest")));
    assertThat(partitionsOf(nights.output(), 1)).isGreaterThan(15);
    assertThat(partitionsOf(folder.resolve("whole"), 1)).isEqualTo(1);
    String ledger = "SELECT source_path, content_sha256, retry FROM source_files ORDER BY 1";
    assertThat(Tables.query(nights.output(), ledger))
        .hasSize(6)
        .isEqualTo(Tables.query(folder.resolve("whole"), ledger));
    assertThat(nights.attempt("2020-01-02").out()).contains("Nothing new");
  }

  @Test
  void aChangedFileIsReplacedWithAllItsParts() throws Exception {
    nights.file("other.txt", story("Lima", "Luz Vega", "The night boat must stay"));
    lines("papers.jsonl", STORIES);
    nights.run("2020-01-01");
    lines("papers.jsonl", STORIES / 2);

    JsonNode second = nights.run("2020-01-02");

    assertThat(second.at("/articles").asInt()).isEqualTo(STORIES / 2);
    assertThat(nights.articles()).hasSize(STORIES / 2 + 1);
    assertThat(
            Tables.query(
                nights.output(),
                "SELECT SUM(articles) AS n FROM summary_articles_by_provider"
                    + " WHERE provider = 'Reuters'"))
        .containsExactly(Map.of("n", String.valueOf(STORIES / 2 + 1)));
    nights.settings("removed-limit: 1.0");
    nights.remove("papers.jsonl");
    nights.run("2020-01-03");
    assertThat(nights.articles()).containsExactly("other.txt");
  }

  @Test
  void aRunKilledInTheMiddleOfAFileGoesOnThere() throws Exception {
    Files.write(
        nights.input().resolve("papers.warc.gz"),
        ArchiveFiles.packedWebArchive("conversion", stories(6 * STORIES)));
    Path whole = folder.resolve("whole");
    JobRun.run(
        folder.resolve("jobs/nightly.yml"),
        "--input",
        nights.input(),
        "--output",
        whole,
        "--date",
        "2020-01-01");

    killInTheMiddle(1, "2020-01-01");
    List<Map<String, String>> finished = Tables.query(nights.output(), FINISHED_PARTS);
    JobRun resumed = nights.attempt("2020-01-01", "--resume-only");

    assertThat(finished).isNotEmpty();
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(partNames(finished)).isSubsetOf(partNames(nights.output()));
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(nights.latest().resolve(table))
          .hasSameBinaryContentAs(whole.resolve("nightly/latest").resolve(table));
    }
    assertThat(Tables.ofRun(nights.output(), 1)).isEqualTo(Tables.ofRun(whole, 1));
  }

  @Test
  void aFileThatChangesUnderARunIsReadAgainAndKeepsItsRowsUntilThen() throws Exception {
    lines("papers.jsonl", 6 * STORIES);
    nights.run("2020-01-01");
    killInTheMiddle(2, "2020-01-02", "--full");
    lines("papers.jsonl", STORIES);

    nights.attempt("2020-01-02", "--resume-only");
    List<String> kept = nights.articles();
    nights.run("2020-01-03");

    assertThat(JobRun.csv(nights.output().resolve("nightly/2020-01-02-0002/rejections.csv")))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get("reason")).isEqualTo("SOURCE_CHANGED"))
        .allSatisfy(row -> assertThat(row.get("message")).contains(" parts"));
    assertThat(kept).hasSize(6 * STORIES);
    assertThat(nights.articles()).hasSize(STORIES);
  }

  /** A partition whose rows are there, and whose step is not completed, is written once more. */
  private static final String FINISHED_PARTS =
      "SELECT articles_part FROM run_partitions JOIN BATCH_STEP_EXECUTION"
          + " ON articles_part LIKE 'articles.' || RIGHT(STEP_NAME, 6) || '.%'"
          + " WHERE files_read = 1 AND STATUS = 'COMPLETED'";

  private static List<String> partNames(Path output) throws Exception {
    return partNames(Tables.query(output, "SELECT articles_part FROM run_partitions"));
  }

  private static List<String> partNames(List<Map<String, String>> rows) {
    return rows.stream().map(row -> row.get("articles_part")).toList();
  }

  private static int partitionsOf(Path output, int run) throws Exception {
    return Tables.query(output, "SELECT partition_number FROM run_partitions WHERE run_id = " + run)
        .size();
  }

  /** Kills a run once some parts of its file have rows, and others not. */
  private void killInTheMiddle(int number, String date, Object... more) throws Exception {
    Object[] arguments =
        Stream.concat(Stream.of("run"), Stream.of(nights.arguments(date, more))).toArray();
    DatelineProcess run = DatelineProcess.start(folder.resolve("killed.log"), arguments);
    Path work = nights.output().resolve("nightly/.000" + number + ".partial/work");
    while (run.isAlive() && partsIn(work) < 8) {
      Thread.sleep(2);
    }
    assertThat(run.isAlive()).as(run.output()).isTrue();
    run.kill();
  }

  private static long partsIn(Path work) {
    String[] names = work.toFile().list((dir, name) -> name.startsWith("articles.p"));
    return names == null ? 0 : names.length;
  }

  private void lines(String name, int stories) throws Exception {
    Files.writeString(nights.input().resolve(name), ArchiveFiles.lines(stories(stories)));
  }

  private static Map<String, String> stories(int count) {
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      texts.put(
          "%04d.txt".formatted(i),
          story("Cork", "Nora Daly", "We carried " + i + " boxes over the pier that night"));
    }
    return texts;
  }
}
