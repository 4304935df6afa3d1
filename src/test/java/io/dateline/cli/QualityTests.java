package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The early warning: a site changes its pages, and a column is empty from that night on. */
@Timeout(300)
class QualityTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int PAGES = 24;

  @TempDir static Path template;
  private static Nights threeNights;

  @TempDir Path folder;
  private Nights nights;

  /** A large site, whose pages state their day, and a small one. */
  @BeforeAll
  static void someNightsAsEver() throws Exception {
    Nights nights = Nights.in(template);
    for (int night = 1; night <= 3; night++) {
      pages(nights, night, true);
      JsonNode summary = nights.run("2020-01-0" + night);
      assertThat(summary.get("quality").isEmpty()).as("night %d", night).isTrue();
    }
    threeNights = nights;
  }

  @BeforeEach
  void anArchiveOfThem() throws Exception {
    nights = threeNights.copyTo(folder);
  }

  private static void pages(Nights nights, int night, boolean dated) throws IOException {
    for (int i = 0; i < PAGES; i++) {
      nights.file(
          String.format(Locale.ROOT, "courier/%d-%02d.html", night, i),
          page("Bergen Courier", night, i, dated));
    }
    for (int i = 0; i < 2; i++) {
      nights.file(
          String.format(Locale.ROOT, "gazette/%d-%02d.html", night, i),
          page("Cork Gazette", night, i, dated));
    }
  }

  private static String page(String publisher, int night, int number, boolean dated) {
    String title = "Ferry number " + number + " sails again on day " + night;
    return "<!DOCTYPE html><html lang=\"en\"><head><title>"
        + title
        + "</title><meta property=\"og:site_name\" content=\""
        + publisher
        + "\"><meta property=\"og:title\" content=\""
        + title
        + "\">"
        + (dated
            ? "<meta property=\"article:published_time\" content=\"2020-01-0" + night + "\">"
            : "")
        + "</head><body><article><h1>"
        + title
        + "</h1><p>The ferry has a new owner, the third within a decade, and the town council is to"
        + " hear what becomes of the night boat and of those who work on it.</p><p>Nobody at the old"
        + " quay remembers a winter in which it did not sail, whatever the weather was and whoever"
        + " owned the boat, and number "
        + number
        + " is to be no exception.</p></article></body></html>";
  }

  @Test
  void aNightOfEmptyDatesIsToldInTheSummaryAndInRunJsonAndPublished() throws Exception {
    pages(nights, 4, false);

    JobRun night = nights.attempt("2020-01-04");

    assertThat(night.exitCode()).as(night.err()).isZero();
    assertThat(night.out())
        .contains(
            "QUALITY_DROP date_published of `Bergen Courier`: in 0 of 24 articles (0 %), before in"
                + " 72 of 72 (100 %)")
        .contains("QUALITY_DROP date_published of all publishers together: in 0 of 26 articles")
        .doesNotContain("Cork Gazette", "gates failed");
    assertThat(night.err())
        .startsWith("dateline: QUALITY_DROP in run 2020-01-04-0004: date_published of ")
        .hasLineCount(1);
    JsonNode json = runJson(nights.latest());
    assertThat(json.get("quality"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"publisher": "*", "field": "date_published", "filled": 0, "articles": 26,
                  "trailing_filled": 78, "trailing_articles": 78},
                 {"publisher": "Bergen Courier", "field": "date_published", "filled": 0,
                  "articles": 24, "trailing_filled": 72, "trailing_articles": 72}]
                """));
    assertThat(json.get("gates").isEmpty()).isTrue();
  }

  @Test
  void aNightLikeThoseBeforeItIsNot() throws Exception {
    pages(nights, 4, true);
    // Some articles without a day are nothing unusual.
    for (int i = 0; i < 4; i++) {
      nights.file("courier/undated-" + i + ".html", page("Bergen Courier", 4, 90 + i, false));
    }

    JobRun night = nights.attempt("2020-01-04");

    assertThat(night.out()).contains("articles").doesNotContain("QUALITY_DROP");
    assertThat(runJson(nights.latest()).get("quality").isEmpty()).isTrue();
  }

  @Test
  void aSmallPublishersFirstBadNightAndOneThatIsMissingAreNot() throws Exception {
    for (int i = 0; i < PAGES; i++) {
      nights.file("new/" + i + ".html", page("New Herald", 4, i, true));
    }
    for (int i = 0; i < 2; i++) {
      nights.file("gazette/bad-" + i + ".html", page("Cork Gazette", 4, i, false));
    }

    JsonNode night = nights.run("2020-01-04");

    assertThat(night.get("articles").asInt()).isEqualTo(PAGES + 2);
    assertThat(night.get("quality").isEmpty()).isTrue();
  }

  @Test
  void byTheSettingItIsAFailedGateWithExitCode65() throws Exception {
    nights.settings("quality: {gate: true}");
    pages(nights, 4, false);

    JobRun night = nights.attempt("2020-01-04");

    assertThat(night.exitCode()).isEqualTo(65);
    assertThat(night.out()).contains("gates failed QUALITY_DROP");
    assertThat(night.err())
        .startsWith("dateline: GATE FAILED QUALITY_DROP in run 2020-01-04-0004: date_published of ")
        .contains("and 1 more")
        .hasLineCount(1);
    assertThat(runJson(nights.latest()).get("gates").valueStream().map(JsonNode::asString))
        .containsExactly("QUALITY_DROP");
    assertThat(record("2020-01-04-0004").get("exit_code").asInt()).isEqualTo(65);
    assertThat(nights.run("2020-01-05").get("state").asString()).isEqualTo("NOTHING_NEW");
  }

  @Test
  void theSettingsSayHowFarBackHowMuchAndOfWhat() throws Exception {
    nights.settings("quality: {runs: 1, drop: 0.1, min-articles: 2, fields: [date_published]}");
    pages(nights, 4, false);

    JsonNode night = nights.run("2020-01-04");

    assertThat(night.get("quality").valueStream())
        .extracting(
            drop -> drop.get("publisher").asString() + " " + drop.get("trailing_articles").asInt())
        // Two after two are allowed by now, and may still be chance.
        .containsExactly("* 26", "Bergen Courier 24");
  }

  @Test
  void trialsAreNoPartOfIt() throws Exception {
    pages(nights, 4, false);

    JsonNode trial = nights.run("2020-01-04", "--limit", "25");

    assertThat(trial.get("quality").isEmpty()).isTrue();
    assertThat(trial.get("filled").get("headline").asInt()).isEqualTo(25);
    assertThat(Tables.query(nights.output(), "SELECT * FROM quality_drops WHERE run_id = 4"))
        .isEmpty();
    assertThat(nights.run("2020-01-05").get("quality").get(0).get("trailing_articles").asInt())
        .as("the articles of the nights alone")
        .isEqualTo(78);
  }

  @Test
  void aRunThatWasTakenBackIsNoPartOfIt() throws Exception {
    pages(nights, 4, false);
    nights.run("2020-01-04");
    assertThat(nights.rollback("latest").exitCode()).isZero();

    JsonNode night = nights.run("2020-01-04");

    assertThat(night.get("quality").get(0).get("trailing_articles").asInt()).isEqualTo(78);
  }

  @Test
  void whatARunReadStaysAsLongAsTheRunAndGoesWithOneThatIsGivenUp() throws Exception {
    JobRun purge =
        JobRun.dateline(nights.command("purge", "--older-than", "0d", "--compact", "--json"));
    assertThat(purge.exitCode()).as(purge.err()).isZero();
    pages(nights, 4, false);

    JsonNode night = nights.run("2020-01-05");

    assertThat(night.get("quality").get(0).get("trailing_articles").asInt()).isEqualTo(78);
  }

  /** Cut off after it had counted, and once more before that was known. */
  @Test
  void aRunThatIsResumedSaysTheSame() throws Exception {
    pages(nights, 4, false);
    Nights undisturbed = nights.copyTo(folder.resolve("undisturbed"));
    undisturbed.run("2020-01-04");
    DatelineProcess failed =
        DatelineProcess.start(
            folder.resolve("failed.log"),
            Stream.concat(Stream.of("run"), Stream.of(nights.arguments("2020-01-04"))).toArray());
    Path staging = nights.output().resolve("nightly/.0004.partial");
    while (failed.isAlive() && !Files.isDirectory(staging.resolve("work"))) {
      Thread.sleep(2);
    }
    // Where the joined file is to be moved.
    Path inTheWay = Files.createDirectories(staging.resolve("articles.csv/other"));
    int exit = failed.exitCode();
    Tables.query(
        nights.output(),
        "UPDATE BATCH_STEP_EXECUTION SET STATUS = 'FAILED', EXIT_CODE = 'FAILED'"
            + " WHERE STEP_NAME = 'summariseStep' AND JOB_EXECUTION_ID ="
            + " (SELECT MAX(JOB_EXECUTION_ID) FROM BATCH_JOB_EXECUTION)");
    List<Map<String, String>> counted = drops(nights);
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    // It goes on as it began, whatever the job says by now.
    nights.settings("quality: {runs: 1, gate: true}");

    JobRun resumed = nights.attempt("2020-01-04", "--resume-only");

    assertThat(exit).as(failed.output()).isEqualTo(74);
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(counted).hasSize(2).isEqualTo(drops(undisturbed));
    assertThat(Tables.ofRun(nights.output(), 4)).isEqualTo(Tables.ofRun(undisturbed.output(), 4));
    assertThat(runJson(nights.latest()).get("quality"))
        .isEqualTo(runJson(undisturbed.latest()).get("quality"));
  }

  private static List<Map<String, String>> drops(Nights nights) throws Exception {
    return Tables.query(
        nights.output(), "SELECT * FROM quality_drops WHERE run_id = 4 ORDER BY drop_number");
  }

  private static JsonNode runJson(Path run) throws IOException {
    return JSON.readTree(Files.readString(run.resolve("run.json")));
  }

  private JsonNode record(String name) throws IOException {
    return JSON.readTree(
        Files.readString(nights.output().resolve("nightly/logs/" + name + ".json")));
  }
}
