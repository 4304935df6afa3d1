package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.archive.YearlyArchive;
import io.dateline.batch.database.EmbeddedDatabaseOnly;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An archivist's year in an archive of ten: a year is read again, compared and taken back, and each
 * of these is killed in the middle.
 */
@Tag("long")
@EmbeddedDatabaseOnly("the tests of each command run on both")
class ArchivistTests {

  private static final int DOCUMENTS = Integer.getInteger("archivist.documents", 50_000);

  private static final String PHRASE = "Residents of the quarter had asked for the new tramway";

  private static final String NEW_RULE =
      "extraction: {phrases: {drop: '" + PHRASE + "*', end: [], aside: []}}";

  private final Random moments = new Random(9);

  @TempDir Path folder;

  @Test
  void readsOneYearAgainComparesItAndTakesItBack() throws Exception {
    Nights nights = Nights.in(folder.resolve("archive"));
    Files.writeString(folder.resolve("archive/jobs/reprocess.yml"), "archive: nightly\n");
    YearlyArchive.write(DOCUMENTS, nights.input(), new ArchiveGenerator(9));
    nights.run("2020-01-01");
    Map<String, Map<String, String>> old = bodies(nights.latest());
    Map<String, Long> before = state(nights);
    nights.settings(NEW_RULE);
    Nights undisturbed = nights.copyTo(folder.resolve("undisturbed"));
    List<Path> others = setAsideOtherYears(nights);

    killAgainAndAgain(TwoYears.reprocess(nights, "2020-01-02", "--from", "2003", "--to", "2003"));
    JobRun whole =
        JobRun.dateline(
            TwoYears.reprocess(
                undisturbed, "2020-01-02", "--from", "2003", "--to", "2003", "--json"));

    assertThat(whole.exitCode()).as(whole.err()).isZero();
    assertThat(others).as("files of other years that were away meanwhile").isNotEmpty();
    JsonNode summary = JsonMapper.shared().readTree(whole.out());
    assertThat(summary.get("known").asLong()).isEqualTo(filesOf2003(old));
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(nights.latest().resolve(table))
          .hasSameBinaryContentAs(undisturbed.latest().resolve(table));
    }
    assertThat(state(nights)).isEqualTo(state(undisturbed));
    assertThat(changes(nights)).isEqualTo(articlesOf2003WithThePhrase(old));

    // By its number: a second `latest` might be another one.
    killAgainAndAgain(nights.rollbackWords("2"));

    assertThat(state(nights)).isEqualTo(before);
    assertThat(nights.latest().toRealPath().getFileName()).hasToString("2020-01-01-0001");
  }

  /** What is moved away cannot have been opened. */
  private List<Path> setAsideOtherYears(Nights nights) throws Exception {
    List<Path> moved = new ArrayList<>();
    for (int year = YearlyArchive.FIRST; year < YearlyArchive.FIRST + 10; year++) {
      Path zip = nights.input().resolve("zip/" + year + ".zip");
      if (year != 2003) {
        Files.write(zip, new byte[] {1});
        moved.add(zip);
      }
    }
    return moved;
  }

  private void killAgainAndAgain(Object[] words) throws Exception {
    boolean killed = true;
    for (int round = 0; killed; round++) {
      DatelineProcess process =
          DatelineProcess.start(folder.resolve("log-" + round + ".txt"), words);
      long end = System.nanoTime() + (2_000 + moments.nextInt(3_000) + 1_500L * round) * 1_000_000;
      while (process.isAlive() && System.nanoTime() < end) {
        Thread.sleep(5);
      }
      killed = process.isAlive();
      if (killed) {
        process.kill();
      } else {
        assertThat(process.exitCode()).as(process.output()).isZero();
      }
    }
  }

  private static Map<String, Map<String, String>> bodies(Path run) throws Exception {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (Map<String, String> row : JobRun.csv(run.resolve("articles.csv"))) {
      rows.put(
          row.get("article_id"),
          Map.of(
              "path", row.get("source_path"),
              "date", row.get("date_published"),
              "phrase", String.valueOf(row.get("article_body").contains(PHRASE))));
    }
    return rows;
  }

  private static long filesOf2003(Map<String, Map<String, String>> articles) {
    return articles.values().stream()
        .filter(row -> row.get("date").startsWith("2003"))
        .map(row -> row.get("path"))
        .distinct()
        .count();
  }

  private static Set<String> articlesOf2003WithThePhrase(
      Map<String, Map<String, String>> articles) {
    Set<String> ids =
        articles.entrySet().stream()
            .filter(row -> row.getValue().get("date").startsWith("2003"))
            .filter(row -> row.getValue().get("phrase").equals("true"))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(ids).isNotEmpty();
    return ids;
  }

  private Set<String> changes(Nights nights) throws Exception {
    Path to = folder.resolve("diff");
    JobRun diff = JobRun.dateline("diff", "1", "2", "--output", nights.output(), "--to", to);
    assertThat(diff.exitCode()).as(diff.err()).isZero();
    List<Map<String, String>> changes = JobRun.csv(to.resolve("changes.csv"));
    assertThat(changes)
        .allSatisfy(row -> assertThat(row.get("kind")).isEqualTo("changed"))
        .extracting(row -> row.get("field"))
        .containsOnly("article_body");
    return changes.stream()
        .map(row -> row.get("article_id"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of each view its number of rows and the sum of their hashes, whatever their order. */
  private static Map<String, Long> state(Nights nights) throws Exception {
    Map<String, Long> state = new TreeMap<>();
    for (Map<String, String> view :
        Tables.query(
            nights.output(),
            "SELECT table_name FROM information_schema.views WHERE UPPER(table_schema) = 'PUBLIC'")) {
      String name = view.get("table_name");
      List<Map<String, String>> rows = Tables.query(nights.output(), "SELECT * FROM " + name);
      state.put(name + " rows", (long) rows.size());
      state.put(name, rows.stream().mapToLong(ArchivistTests::hash).sum());
    }
    return state;
  }

  private static long hash(Map<String, String> row) {
    CRC32 low = new CRC32();
    low.update(row.toString().getBytes(StandardCharsets.UTF_8));
    return low.getValue() << 31 ^ row.hashCode();
  }
}
