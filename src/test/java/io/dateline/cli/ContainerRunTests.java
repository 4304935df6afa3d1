package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A file that holds many documents, in real runs. */
@Timeout(900)
class ContainerRunTests {

  @TempDir Path folder;
  private Nights nights;

  @BeforeEach
  void anArchive() throws Exception {
    nights = Nights.in(folder, "chunk-size: 7");
  }

  @Test
  void aZipGivesWhatTheFolderGivesThatItWasMadeOf() throws Exception {
    Path made = Files.createDirectories(folder.resolve("made"));
    new ArchiveGenerator(31).write(made, 60);
    Zips.ofFolder(made, nights.input().resolve("papers.zip"));
    Path whole = folder.resolve("whole");
    JobRun.run("--input", made, "--output", whole, "--date", "2020-01-01");

    JsonNode summary = nights.run("2020-01-01");

    assertThat(summary.at("/entries").asLong()).isEqualTo(61);
    assertThat(summary.at("/ignored_by_kind/directories").asLong()).isEqualTo(1);
    assertThat(withoutNames(nights.latest(), "articles.csv"))
        .isEqualTo(withoutNames(whole.resolve("nightly/latest"), "articles.csv"));
    assertThat(withoutNames(nights.latest(), "rejections.csv"))
        .isEqualTo(withoutNames(whole.resolve("nightly/latest"), "rejections.csv"));
    assertThat(JobRun.csv(nights.latest().resolve("articles.csv")))
        .allMatch(row -> row.get("source_path").equals("papers.zip"))
        .extracting(row -> row.get("entry_name"))
        .doesNotHaveDuplicates()
        .allMatch(name -> name.startsWith("0000/"));
    assertThat(Tables.query(nights.output(), "SELECT content_sha256, retry FROM source_files"))
        .singleElement()
        .satisfies(file -> assertThat(file.get("content_sha256")).hasSize(64));
    assertThat(
            Tables.query(
                nights.output(),
                "SELECT files_read, entries_read, entries, ignored FROM run_partitions"))
        .containsExactly(
            Map.of(
                "files_read", "1",
                "entries_read", "0",
                "entries", "61",
                "ignored", "{\"directories\":1}"));
  }

  @Test
  void theSizeOfAChunkShowsInNoByte() throws Exception {
    Path made = Files.createDirectories(folder.resolve("made"));
    new ArchiveGenerator(32).write(made, 30);
    Zips.ofFolder(made, nights.input().resolve("a.zip"));
    nights.file("b.txt", story("Accra", "Ama Mensah", "We have seen owners come and go"));
    Zips.ofFolder(made, nights.input().resolve("c.zip"));
    nights.run("2020-01-01");

    for (int size : new int[] {1, 3, 31, 200}) {
      Path output = folder.resolve("chunks-of-" + size);
      nights.settings("chunk-size: " + size);
      JobRun.run(
          folder.resolve("jobs/nightly.yml"),
          "--input",
          nights.input(),
          "--output",
          output,
          "--date",
          "2020-01-01");
      for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
        assertThat(output.resolve("nightly/latest").resolve(table))
            .as("chunks of " + size)
            .hasSameBinaryContentAs(nights.latest().resolve(table));
      }
    }
  }

  @Test
  void aChangedContainerIsReplacedWithAllItHeldAndAGoneOneIsRemoved() throws Exception {
    Path zip = nights.input().resolve("papers.zip");
    Zips.of(zip, stories("Accra", "Cork", "Lima"));
    nights.file("perth.txt", story("Perth", "Joan Reid", "Nobody told us about the night boat"));
    nights.run("2020-01-01");
    assertThat(entries("articles")).containsExactly("", "Accra.txt", "Cork.txt", "Lima.txt");

    Map<String, String> changed = stories("Cork", "Oslo");
    changed.put("empty.txt", " ");
    Zips.of(zip, changed);
    JsonNode second = nights.run("2020-01-02");

    assertThat(second.at("/articles").asLong()).isEqualTo(2);
    assertThat(entries("articles")).containsExactly("", "Cork.txt", "Oslo.txt");
    assertThat(entries("rejections")).containsExactly("empty.txt");
    assertThat(
            Tables.query(
                nights.output(),
                "SELECT SUM(articles) AS n FROM summary_articles_by_provider"
                    + " WHERE provider = 'Reuters'"))
        .containsExactly(Map.of("n", "3"));
    Path export = folder.resolve("export");
    assertThat(JobRun.dateline(nights.command("export", "--to", export)).exitCode()).isZero();
    assertThat(JobRun.csv(export.resolve("articles.csv")))
        .extracting(row -> row.get("entry_name"))
        .containsExactly("Cork.txt", "Oslo.txt", "");

    assertThat(nights.attempt("2020-01-03").out()).contains("Nothing new");
    nights.settings("removed-limit: 1.0");
    nights.remove("papers.zip");
    nights.run("2020-01-04");

    assertThat(entries("articles")).containsExactly("");
    assertThat(entries("rejections")).isEmpty();
  }

  @Test
  void aContainerMayBeLongerThanADocumentMay() throws Exception {
    nights.settings("limits: {document-bytes: 1000}");
    Map<String, String> texts = stories("Accra", "Cork", "Lima", "Oslo", "Perth");
    texts.put("long.txt", "Rain fell. ".repeat(100));
    Path zip = nights.input().resolve("papers.zip");
    Zips.of(zip, texts);
    nights.file("long.txt", "Rain fell. ".repeat(100));

    nights.run("2020-01-01");

    assertThat(Files.size(zip)).isGreaterThan(1_000);
    assertThat(entries("articles")).hasSize(5);
    assertThat(
            Tables.query(nights.output(), "SELECT entry_name, reason FROM rejections").stream()
                .map(row -> row.get("entry_name") + " " + row.get("reason")))
        .containsExactlyInAnyOrder("null TOO_LARGE", "long.txt TOO_LARGE");
  }

  @Test
  void anEmptyContainerIsAFileOfTheLedgerWithoutEntries() throws Exception {
    Zips.of(nights.input().resolve("empty.zip"), Map.of());

    JsonNode summary = nights.run("2020-01-01");

    assertThat(summary.at("/entries").asLong()).isZero();
    assertThat(nights.attempt("2020-01-02").out()).contains("Nothing new");
  }

  @Test
  void aRunKilledInsideAContainerGoesOnInsideItAndLeavesTheSameBytesAndRows() throws Exception {
    Path made = Files.createDirectories(folder.resolve("made"));
    new ArchiveGenerator(33).write(made, 1_000);
    Zips.ofFolder(made, nights.input().resolve("papers.zip"));
    nights.settings("chunk-size: 20");
    Path whole = folder.resolve("whole");
    assertThat(start(whole).exitCode()).isZero();

    for (int kills = 1; kills <= 2; kills++) {
      DatelineProcess run = start(nights.output());
      long before = committedBytes();
      while (run.isAlive() && committedBytes() <= before + 100_000) {
        Thread.sleep(2);
      }
      assertThat(run.isAlive()).as(run.output()).isTrue();
      run.kill();
      assertThat(
              Tables.query(
                  nights.output(), "SELECT entries_read FROM run_partitions WHERE files_read = 0"))
          .singleElement()
          .satisfies(row -> assertThat(Long.parseLong(row.get("entries_read"))).isPositive());
    }
    DatelineProcess last = start(nights.output());

    assertThat(last.exitCode()).as(last.output()).isZero();
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(nights.latest().resolve(table))
          .hasSameBinaryContentAs(whole.resolve("nightly/latest").resolve(table));
    }
    assertThat(Tables.ofRun(nights.output(), 1)).isEqualTo(Tables.ofRun(whole, 1));
  }

  @Test
  void aContainerThatChangesBetweenTwoAttemptsKeepsWhatWasReadUntilItIsReadAgain()
      throws Exception {
    Path made = Files.createDirectories(folder.resolve("made"));
    new ArchiveGenerator(34).write(made, 1_000);
    Path zip = nights.input().resolve("papers.zip");
    Zips.ofFolder(made, zip);
    DatelineProcess run = start(nights.output());
    while (run.isAlive() && committedBytes() <= 50_000) {
      Thread.sleep(2);
    }
    run.kill();
    Zips.of(zip, stories("Accra", "Cork"));

    nights.attempt("2020-01-01", "--resume-only");
    List<String> rejected = reasons();
    List<String> kept = entries("articles");
    nights.run("2020-01-02");

    assertThat(kept).isNotEmpty().allMatch(name -> name.startsWith("0000/"));
    assertThat(rejected).contains("SOURCE_CHANGED");
    assertThat(entries("articles")).containsExactly("Accra.txt", "Cork.txt");
    assertThat(reasons()).isEmpty();
  }

  private List<String> reasons() throws Exception {
    return Tables.query(nights.output(), "SELECT reason FROM rejections").stream()
        .map(row -> row.get("reason"))
        .toList();
  }

  private DatelineProcess start(Path output) throws Exception {
    return DatelineProcess.start(
        folder.resolve(output.getFileName() + "-" + System.nanoTime() + ".log"),
        "run",
        folder.resolve("jobs/nightly.yml"),
        "--input",
        nights.input(),
        "--output",
        output,
        "--date",
        "2020-01-01");
  }

  /** Length of the longest part file: each attempt begins with a copy of what is committed. */
  private long committedBytes() {
    long longest = 0;
    Path work = nights.output().resolve("nightly/.0001.partial/work");
    String[] names = work.toFile().list((dir, name) -> name.startsWith("articles.p"));
    for (String name : names == null ? new String[0] : names) {
      longest = Math.max(longest, work.resolve(name).toFile().length());
    }
    return longest;
  }

  private static Map<String, String> stories(String... places) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String place : places) {
      texts.put(
          place + ".txt",
          story(place, "Ama Mensah", "We have seen owners come and go in " + place));
    }
    return texts;
  }

  private List<String> entries(String view) throws Exception {
    return Tables.query(nights.output(), "SELECT entry_name FROM " + view).stream()
        .map(row -> row.get("entry_name") == null ? "" : row.get("entry_name"))
        .sorted()
        .toList();
  }

  private static List<Map<String, String>> withoutNames(Path run, String table) throws Exception {
    List<Map<String, String>> rows = JobRun.csv(run.resolve(table));
    rows.forEach(
        row ->
            row.keySet()
                .removeAll(
                    List.of(
                        "article_id", "collection", "source_path", "entry_name", "byte_offset")));
    return rows;
  }
}
