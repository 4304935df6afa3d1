package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.LongOnPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was current before a run is current again, as if the run had never been. */
@Timeout(300)
class RollbackCommandTests {

  private static final int NIGHTS = 5;
  private static final String[] PLACES = {"Accra", "Bergen", "Cork", "Łódź"};
  private static final String[] SPEAKERS = {"Ama Mensah", "Nils Aune", "Nora Daly"};

  @TempDir static Path template;
  private static Nights fiveNights;

  /** What readers saw after each night, by its number. */
  private static final Map<Integer, Archive> SEEN = new HashMap<>();

  @TempDir Path folder;
  private Nights nights;
  private Path job;

  /** Five nights of files that come, go, change, and are copies of each other. */
  @BeforeAll
  static void someNights() throws Exception {
    Nights nights = Nights.in(template, "removed-limit: 1.0");
    nights.file("short.txt", "Not much\n\nto read here.\n");
    Random random = new Random(7);
    for (int night = 1; night <= NIGHTS; night++) {
      for (int i = 0; i < 6; i++) {
        nights.file("f" + random.nextInt(14) + ".txt", text(random));
      }
      if (night > 1) {
        Files.deleteIfExists(nights.input().resolve("f" + random.nextInt(14) + ".txt"));
      }
      nights.run("2020-01-0" + night);
      SEEN.put(night, Archive.of(nights));
    }
    fiveNights = nights;
  }

  @BeforeEach
  void anArchiveOfThem() throws Exception {
    nights = fiveNights.copyTo(folder.resolve("a"));
    job = nights.output().resolve("nightly");
  }

  private static String text(Random random) {
    return random.nextInt(6) == 0
        ? "Not much\n\nto read here.\n"
        : story(
            PLACES[random.nextInt(PLACES.length)],
            SPEAKERS[random.nextInt(SPEAKERS.length)],
            random.nextBoolean() ? "The night boat must stay" : "Let the night boat go at last");
  }

  private JobRun rollback(Object... words) {
    JobRun rollback = nights.rollback(words);
    assertThat(rollback.exitCode()).as(rollback.err()).isZero();
    return rollback;
  }

  private String state(int number) throws Exception {
    return Tables.query(nights.output(), "SELECT state FROM runs WHERE run_number = " + number)
        .get(0)
        .get("state");
  }

  private List<Map<String, String>> states() throws Exception {
    return Tables.query(
        nights.output(), "SELECT run_number, state, rolled_back_at FROM runs ORDER BY run_id");
  }

  private static Map<String, String> files(Path folder) throws Exception {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void bringsBackRowForRowWhatWasCurrentBeforeTheNewestRun() throws Exception {
    Path newest = job.resolve("2020-01-05-0005");
    Map<String, String> published = files(newest);

    JobRun rollback = rollback("latest");

    Archive.of(nights).assertSameAs(SEEN.get(4));
    assertThat(files(newest)).isEqualTo(published);
    assertThat(Files.readSymbolicLink(nights.latest())).hasToString("2020-01-04-0004");
    assertThat(state(5)).isEqualTo("ROLLED_BACK");
    assertThat(rollback.out())
        .containsPattern("2020-01-05-0005 rolled back: \\d+ articles, \\d+ rejection")
        .contains("`latest` points to 2020-01-04-0004");
  }

  @Test
  void bringsBackWhatWasCurrentBeforeSeveralRunsOfWhichTheTotalsInBetweenAreGone()
      throws Exception {
    rollback("0002", "--with-later");

    Archive.of(nights).withoutPlaces().assertSameAs(SEEN.get(1).withoutPlaces());
    assertThat(Files.readSymbolicLink(nights.latest())).hasToString("2020-01-01-0001");
    assertThat(Tables.query(nights.output(), "SELECT * FROM summary_groups WHERE run_id < 0"))
        .isEmpty();
  }

  @Test
  void goesBackRunByRunAsWell() throws Exception {
    for (int night = NIGHTS; night > 1; night--) {
      rollback(night);

      Archive.of(nights).withoutPlaces().assertSameAs(SEEN.get(night - 1).withoutPlaces());
    }
  }

  @Test
  void isFollowedByARunThatReadsTheSameFilesAgainWithTheSameBytes() throws Exception {
    rollback("2020-01-03-0003", "--with-later");
    for (int night : List.of(3, 4, 5)) {
      // The input is that of the fifth night by now.
      Files.move(job.resolve("2020-01-0" + night + "-000" + night), folder.resolve("" + night));
    }

    JsonNode again = nights.run("2020-01-05");

    assertThat(again.get("run").asInt()).isEqualTo(6);
    assertThat(Archive.export(nights)).isEqualTo(SEEN.get(5).export());
    assertThat(Nights.summaries(nights.latest()))
        .as("counted on from the totals that were brought back")
        .isEqualTo(Nights.summaries(folder.resolve("5")));
    Nights once = Nights.in(folder.resolve("once"));
    try (Stream<Path> all = Files.list(nights.input())) {
      for (Path file : all.toList()) {
        Files.copy(file, once.input().resolve(file.getFileName()));
      }
    }
    once.run("2020-01-05");
    assertThat(Nights.summaries(once.latest())).isEqualTo(Nights.summaries(nights.latest()));
  }

  @Test
  @LongOnPostgres
  void leavesTheNewestRunsFilesToTheNextRunAsIfItHadNeverBeen() throws Exception {
    Map<String, String> first = files(job.resolve("2020-01-05-0005"));
    rollback("5");

    nights.run("2020-01-05");

    Map<String, String> second = files(job.resolve("2020-01-05-0006"));
    assertThat(second.keySet()).isEqualTo(first.keySet());
    second.keySet().stream()
        .filter(name -> name.endsWith(".csv"))
        .forEach(name -> assertThat(second.get(name)).as(name).isEqualTo(first.get(name)));
    assertThat(second.get("report.html"))
        .contains("2020-01-04-0004")
        .doesNotContain("2020-01-05-0005");
  }

  @Test
  void takesBackWhatAReadingAgainOfAPartHasRescued() throws Exception {
    assertThat(nights.rejections()).contains("short.txt");
    nights.file("short.txt", story("Accra", "Ama Mensah", "The night boat must stay"));
    nights.run("2020-01-06", "--path", "short.txt");
    assertThat(Tables.query(nights.output(), "SELECT source_path FROM rescued_rejections"))
        .contains(Map.of("source_path", "short.txt"));

    rollback("latest");

    Archive.of(nights).assertSameAs(SEEN.get(5));
  }

  @Test
  void countsTheTotalsBackThatAPurgeHasDeleted() throws Exception {
    nights.file("new.txt", story("Accra", "Ama Mensah", "The night boat must stay"));
    nights.run("2020-01-06");
    JobRun purge = JobRun.dateline(nights.command("purge", "--older-than", "0d"));
    assertThat(purge.exitCode()).as(purge.err()).isZero();

    rollback("latest");

    Archive.of(nights)
        .withoutPlaces()
        .withoutRescues()
        .assertSameAs(SEEN.get(5).withoutPlaces().withoutRescues());
  }

  @Test
  void takesTheVeryFirstRunBackToo() throws Exception {
    JsonNode report = JsonMapper.shared().readTree(rollback("1", "--with-later", "--json").out());

    assertThat(report.get("runs"))
        .extracting(run -> run.get("run").asString())
        .containsExactly(
            "2020-01-05-0005",
            "2020-01-04-0004",
            "2020-01-03-0003",
            "2020-01-02-0002",
            "2020-01-01-0001");
    assertThat(report.get("latest").isNull()).isTrue();
    assertThat(Files.isSymbolicLink(nights.latest())).isFalse();
    assertThat(nights.articles()).isEmpty();
    assertThat(Tables.query(nights.output(), "SELECT * FROM current_files")).isEmpty();
    assertThat(Tables.query(nights.output(), "SELECT * FROM summary_current")).isEmpty();
    assertThat(JobRun.dateline(nights.command("export")).exitCode()).isEqualTo(66);
    assertThat(nights.run("2020-01-06").get("run").asInt()).isEqualTo(6);
  }

  @Test
  @LongOnPostgres
  void triedDrySaysTheSameAndChangesNothing() throws Exception {
    JobRun dry = rollback("4", "--with-later", "--dry-run", "--json");

    Archive.of(nights).assertSameAs(SEEN.get(5));
    JobRun real = rollback("4", "--with-later", "--json");
    assertThat(dry.out()).contains("\"dry_run\":true");
    assertThat(dry.out().replace("\"dry_run\":true", "\"dry_run\":false")).isEqualTo(real.out());
  }

  @Test
  @LongOnPostgres
  void isShownByStatus() throws Exception {
    rollback("latest");

    String status = JobRun.dateline(nights.command("status")).out();

    assertThat(status)
        .containsPattern("2020-01-05-0005 +ROLLED_BACK .*\\R  Rolled back at 20\\d\\d-.*Z\\.")
        .containsPattern("2020-01-04-0004 +PUBLISHED ");
    JsonNode record =
        JsonMapper.shared().readTree(Files.readString(job.resolve("logs/2020-01-05-0005.json")));
    assertThat(record.get("state").asString()).isEqualTo("ROLLED_BACK");
    assertThat(record.get("rolled_back_at").asString())
        .isEqualTo(
            Tables.query(nights.output(), "SELECT rolled_back_at FROM runs WHERE run_number = 5")
                .get(0)
                .get("rolled_back_at"));
    assertThat(record.get("articles").asLong()).isPositive();
    Files.delete(job.resolve("logs/2020-01-04-0004.json"));
    rollback("latest");
    assertThat(JobRun.dateline(nights.command("status")).out())
        .containsPattern("2020-01-04-0004 +ROLLED_BACK .*\\R  Rolled back at ");
  }

  @Test
  @LongOnPostgres
  void asksForNothingTheSecondTime() throws Exception {
    rollback("5");
    Archive after = Archive.of(nights);

    JobRun again = rollback("5");

    assertThat(again.out()).contains("Run 2020-01-05-0005 was rolled back before, at ");
    Archive.of(nights).assertSameAs(after);
  }

  @Test
  void isPurgedAsWhatNobodyNeedsAnyMore() throws Exception {
    rollback("5");
    nights.file("new.txt", story("Accra", "Ama Mensah", "The night boat must stay"));
    nights.run("2020-01-06");
    Archive before = Archive.of(nights).withoutRescues();

    JobRun purge = JobRun.dateline(nights.command("purge", "--older-than", "0d"));

    assertThat(purge.exitCode()).as(purge.err()).isZero();
    assertThat(purge.out()).contains("2020-01-05-0005 deleted: rolled back");
    Archive.of(nights).withoutRescues().assertSameAs(before);
    assertThat(job.resolve("2020-01-05-0005")).doesNotExist();
    assertThat(states()).noneMatch(run -> run.get("run_number").equals("5"));
    for (String table : List.of("article_rows", "quote_rows", "source_files", "summary_groups")) {
      assertThat(
              Tables.query(
                  nights.output(),
                  "SELECT * FROM "
                      + table
                      + " x WHERE NOT EXISTS"
                      + " (SELECT 1 FROM runs r WHERE r.run_id = x.run_id)"))
          .as(table)
          .isEmpty();
    }
    assertThat(nights.run("2020-01-07").get("state").asString()).isEqualTo("NOTHING_NEW");
  }

  @Test
  void leavesPurgeNothingThatBringsPastRowsBack() throws Exception {
    Nights few = Nights.in(folder.resolve("few"), "removed-limit: 1.0");
    few.file("a.txt", story("Accra", "Ama Mensah", "The night boat must stay"));
    few.file("b.txt", story("Bergen", "Nils Aune", "The night boat must stay"));
    few.run("2020-01-01");
    few.remove("a.txt");
    few.run("2020-01-02");
    nights = few;
    rollback("latest");
    few.file("a.txt", story("Accra", "Ama Mensah", "Let the night boat go at last"));
    few.run("2020-01-03");
    Archive before = Archive.of(few);

    JobRun purge = JobRun.dateline(few.command("purge", "--older-than", "0d"));

    assertThat(purge.exitCode()).as(purge.err()).isZero();
    Archive.of(few).assertSameAs(before);
  }
}
