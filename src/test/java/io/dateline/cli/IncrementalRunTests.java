package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a night reads, what it leaves alone, and what is current after it. */
class IncrementalRunTests {

  @TempDir Path folder;
  private Nights nights;

  @BeforeEach
  void aFirstNight() throws Exception {
    nights = Nights.in(folder, "removed-limit: 1.0");
    nights.file("accra.txt", story("Accra", "Ama Mensah", "We have seen owners come and go"));
    nights.file("bergen.txt", story("Bergen", "Nils Aune", "The boat needs paint, not owners"));
    nights.file("short.txt", "Not much of a story\n\nReally not.\n");
    JsonNode first = nights.run("2020-01-01");
    assertThat(first.get("articles").asInt()).isEqualTo(2);
    assertThat(first.get("rejections").asInt()).isEqualTo(1);
  }

  @Nested
  class Changes {

    @Test
    void aChangedFileReplacesItsRows() throws Exception {
      nights.file("accra.txt", story("Accra", "Ama Mensah", "This time it is for good, I am told"));

      JsonNode second = nights.run("2020-01-02");

      assertThat(second.get("entries").asInt()).isEqualTo(1);
      assertThat(second.get("unchanged").asInt()).isEqualTo(2);
      assertThat(Tables.query(nights.output(), "SELECT text FROM quotes ORDER BY text"))
          .extracting(row -> row.get("text"))
          .containsExactly(
              "The boat needs paint, not owners", "This time it is for good, I am told");
    }

    @Test
    void anArticleThatTurnsIntoARejectionLeavesTheArticles() throws Exception {
      nights.file("accra.txt", "Accra\n\nGone.\n");

      nights.run("2020-01-02");

      assertThat(nights.articles()).containsExactly("bergen.txt");
      assertThat(nights.rejections()).containsExactly("accra.txt", "short.txt");
    }

    @Test
    void aRepairedFileLeavesTheRejections() throws Exception {
      nights.file("short.txt", story("Cork", "Nora Daly", "Nobody asked us about the timetable"));

      nights.run("2020-01-02");

      assertThat(nights.articles()).containsExactly("accra.txt", "bergen.txt", "short.txt");
      assertThat(nights.rejections()).isEmpty();
    }

    @Test
    void aFileTouchedWithoutChangeIsToldByItsBytesAndHashedOnce() throws Exception {
      touch("accra.txt", 1_600_000_000);

      JsonNode second = nights.run("2020-01-02");
      JsonNode third = nights.run("2020-01-03");

      assertThat(second.get("state").asString()).isEqualTo("NOTHING_NEW");
      assertThat(second.get("hashed").asInt()).isEqualTo(1);
      assertThat(third.get("hashed").asInt()).isZero();
      assertThat(third.get("unchanged").asInt()).isEqualTo(3);
    }

    @Test
    void aFileOfTheSameSizeWithOtherBytesIsRead() throws Exception {
      nights.file("accra.txt", story("Accra", "Ama Mensah", "We have seen owners go and come"));
      touch("accra.txt", 1_600_000_000);

      assertThat(nights.run("2020-01-02").get("entries").asInt()).isEqualTo(1);
    }

    @Test
    void aFileChangedBehindItsTimeIsFoundByVerifyHashesAlone() throws Exception {
      FileTime before = Files.getLastModifiedTime(nights.input().resolve("accra.txt"));
      nights.file("accra.txt", story("Accra", "Ama Mensah", "We have seen owners go and come"));
      Files.setLastModifiedTime(nights.input().resolve("accra.txt"), before);

      JsonNode trusting = nights.run("2020-01-02");
      JsonNode verifying = nights.run("2020-01-03", "--verify-hashes");

      assertThat(trusting.get("entries").asInt()).isZero();
      assertThat(verifying.get("entries").asInt()).isEqualTo(1);
      assertThat(verifying.get("hashed").asInt()).isEqualTo(3);
    }

    @Test
    void fullReadsAllAgainAndDoublesNothing() throws Exception {
      JsonNode full = nights.run("2020-01-02", "--full");

      assertThat(full.get("entries").asInt()).isEqualTo(3);
      assertThat(nights.articles()).containsExactly("accra.txt", "bergen.txt");
      assertThat(nights.rejections()).containsExactly("short.txt");
    }
  }

  @Nested
  class FilesThatAreGone {

    @Test
    void leaveTheCurrentStateAndStayInTheTables() throws Exception {
      nights.remove("accra.txt");

      JsonNode second = nights.run("2020-01-02");

      assertThat(second.get("removed").asInt()).isEqualTo(1);
      assertThat(nights.articles()).containsExactly("bergen.txt");
      assertThat(
              Tables.query(nights.output(), "SELECT source_path, removed_date FROM removed_files"))
          .containsExactly(Map.of("source_path", "accra.txt", "removed_date", "2020-01-02"));
      assertThat(rowsOf("accra.txt")).isEqualTo(1);
      assertThat(JobRun.csv(nights.latest().resolve("summary/articles_by_place.csv")))
          .extracting(row -> row.get("dateline_place"))
          .containsExactly("Bergen");
    }

    @Test
    void areReadAgainWhenTheyComeBack() throws Exception {
      String text = Files.readString(nights.input().resolve("accra.txt"));
      nights.remove("accra.txt");
      nights.run("2020-01-02");
      nights.file("accra.txt", text);

      JsonNode third = nights.run("2020-01-03");

      assertThat(third.get("entries").asInt()).isEqualTo(1);
      assertThat(nights.articles()).containsExactly("accra.txt", "bergen.txt");
    }

    @Test
    void stayCurrentWhereTheJobKeepsThem() throws Exception {
      nights.settings("removed: keep");
      nights.remove("accra.txt");

      JsonNode second = nights.run("2020-01-02");

      assertThat(second.get("state").asString()).isEqualTo("NOTHING_NEW");
      assertThat(nights.articles()).containsExactly("accra.txt", "bergen.txt");
    }

    @Test
    void leaveTheTablesWhereTheJobDeletesThem() throws Exception {
      nights.settings("removed: delete", "removed-limit: 1.0");
      nights.remove("accra.txt");

      nights.run("2020-01-02");

      assertThat(nights.articles()).containsExactly("bergen.txt");
      assertThat(rowsOf("accra.txt")).isZero();
      assertThat(Tables.query(nights.output(), "SELECT * FROM quote_rows")).hasSize(1);
      assertThat(Tables.query(nights.output(), "SELECT * FROM article_texts")).hasSize(1);
      assertThat(Tables.query(nights.output(), "SELECT source_path FROM removed_files")).hasSize(1);
    }

    @Test
    void areNotRemovedWhenTheyAreMoreThanTheLimitAndTheRunEndsWith65() throws Exception {
      nights.settings("removed-limit: 0.3");
      nights.remove("accra.txt");
      nights.file("cork.txt", story("Cork", "Nora Daly", "Nobody asked us about the timetable"));

      JobRun second = nights.attempt("2020-01-02");

      assertThat(second.exitCode()).isEqualTo(65);
      assertThat(second.err())
          .as("where cron sends mail of it")
          .contains(
              "GATE FAILED REMOVED_LIMIT in run 2020-01-02-0002: 1 of 3 known files are gone");
      assertThat(nights.articles()).containsExactly("accra.txt", "bergen.txt", "cork.txt");
      assertThat(Files.readString(nights.latest().resolve("run.json")))
          .contains("\"gates\" : [ \"REMOVED_LIMIT\" ]");
    }

    @Test
    void areNotMissedInACollectionThatTheRunDoesNotRead() throws Exception {
      Path other = Files.createDirectories(folder.resolve("other"));
      Files.writeString(
          other.resolve("d.txt"), story("Dakar", "Awa Diop", "The night boat must stay"));

      JobRun second =
          JobRun.dateline(
              "run",
              folder.resolve("jobs/nightly.yml"),
              "--input",
              other,
              "--output",
              nights.output(),
              "--date",
              "2020-01-02");

      assertThat(second.exitCode()).isZero();
      assertThat(nights.articles()).containsExactly("accra.txt", "bergen.txt", "d.txt");
    }

    @Test
    void orAllOfThemAreGoneEndsWith66BeforeAnythingHappens() throws Exception {
      for (String name : List.of("accra.txt", "bergen.txt", "short.txt")) {
        nights.remove(name);
      }

      JobRun second = nights.attempt("2020-01-02");

      assertThat(second.exitCode()).isEqualTo(66);
      assertThat(second.err()).contains("holds no files").contains("is it mounted?");
      assertThat(nights.articles()).hasSize(2);
      assertThat(Tables.query(nights.output(), "SELECT state FROM runs ORDER BY run_id"))
          .extracting(row -> row.get("state"))
          .containsExactly("PUBLISHED", "ABANDONED");
    }

    @Test
    void ofOneInputAreNotedAlsoWhenTheRunIsAResumedOne() throws Exception {
      Path other = Files.createDirectories(folder.resolve("other"));
      Files.writeString(
          other.resolve("d.txt"), story("Dakar", "Awa Diop", "The night boat must stay"));
      assertThat(nights.attempt("2020-01-02", "--input", other).exitCode()).isZero();
      nights.file("cork.txt", story("Cork", "Nora Daly", "Nobody asked us about the timetable"));
      // As a process leaves it that was killed while it planned.
      Tables.query(
          nights.output(),
          "INSERT INTO runs (run_id, job_name, run_number, run_date, state, extractor_version,"
              + " config_sha256, frozen, started_at, resumed_count) SELECT 3, job_name, 3,"
              + " '2020-01-03', 'RUNNING', extractor_version, config_sha256, frozen, started_at, 0"
              + " FROM runs WHERE run_id = 2");
      Files.delete(other.resolve("d.txt"));

      JobRun resumed = nights.attempt("2020-01-04", "--input", other);

      assertThat(resumed.exitCode()).isEqualTo(66);
      assertThat(resumed.err()).contains("Resuming run 2020-01-03-0003").contains(other.toString());
      assertThat(nights.articles()).containsExactly("accra.txt", "bergen.txt", "d.txt");
    }

    @Test
    void andTheFolderIsEmptyIsNothingToAJobThatKeepsThem() throws Exception {
      nights.settings("removed: keep");
      for (String name : List.of("accra.txt", "bergen.txt", "short.txt")) {
        nights.remove(name);
      }

      assertThat(nights.run("2020-01-02").get("state").asString()).isEqualTo("NOTHING_NEW");
      assertThat(nights.articles()).containsExactly("accra.txt", "bergen.txt");
    }
  }

  @Nested
  class WhatIsSelected {

    @Test
    void followsThePatternsOfTheJob() throws Exception {
      nights.settings("exclude: ['*.bak', 'drafts']", "removed-limit: 1.0");
      nights.file("cork.bak", story("Cork", "Nora Daly", "Nobody asked us about the timetable"));
      nights.file("drafts/x.txt", story("Quito", "Luz Vera", "There is no sea here at all"));

      JsonNode second = nights.run("2020-01-02");

      assertThat(second.get("state").asString()).isEqualTo("NOTHING_NEW");
      assertThat(second.get("ignored_by_kind").get("excluded").asInt()).isEqualTo(2);
    }

    @Test
    void leavesAKnownFileThatIsBeingRewrittenAsItWas() throws Exception {
      nights.settings("min-age: 3600");
      nights.file("accra.txt", "half writ");

      JsonNode second = nights.run("2020-01-02");

      assertThat(second.get("state").asString()).isEqualTo("NOTHING_NEW");
      assertThat(second.get("ignored_by_kind").get("too-young").asInt()).isEqualTo(3);
      assertThat(nights.articles()).containsExactly("accra.txt", "bergen.txt");
    }

    @Test
    void isRefusedWithTheKeyWhenAPatternMeansNothing() throws Exception {
      nights.settings("include: ['*.{txt,html}']");

      JobRun second = nights.attempt("2020-01-02");

      assertThat(second.exitCode()).isEqualTo(78);
      assertThat(second.err()).contains("include[0]").contains("`{` has no meaning here");
    }
  }

  @Nested
  class ADateInTheFuture {

    @Test
    void isLookedAtAgainOnceItHasCome() throws Exception {
      nights.file(
          "embargo.txt",
          story("Cork", "Nora Daly", "Nobody asked us about the timetable")
              .replace("CORK, May 4", "Published: 10 May 2020\n\nCORK, May 4"));

      nights.run("2020-05-01");
      List<String> before = nights.rejections();
      JsonNode tooEarly = nights.run("2020-05-08");
      JsonNode due = nights.run("2020-05-09");

      assertThat(before).contains("embargo.txt");
      assertThat(tooEarly.get("state").asString()).isEqualTo("NOTHING_NEW");
      assertThat(due.get("articles").asInt()).isEqualTo(1);
      assertThat(nights.articles()).contains("embargo.txt");
      assertThat(nights.run("2020-05-10").get("state").asString()).isEqualTo("NOTHING_NEW");
    }
  }

  @Nested
  class WithoutConsequences {

    @Test
    void aDryRunSaysWhatWouldBeReadAndDoesNothing() throws Exception {
      nights.file("cork.txt", story("Cork", "Nora Daly", "Nobody asked us about the timetable"));
      nights.remove("bergen.txt");

      JobRun dry = nights.attempt("2020-01-02", "--dry-run");

      assertThat(dry.exitCode()).isZero();
      assertThat(dry.out())
          .containsPattern("to be read +1\n")
          .containsPattern("unchanged +2\n")
          .containsPattern("gone +1\n")
          .contains("s by the rates of past runs");
      assertThat(Tables.query(nights.output(), "SELECT run_id FROM runs")).hasSize(1);
      assertThat(nights.articles()).containsExactly("accra.txt", "bergen.txt");
    }

    @Test
    void aDryRunWithoutAnOutputCreatesNone() throws Exception {
      Path nowhere = folder.resolve("nowhere");

      JobRun dry =
          JobRun.dateline(
              "run", "--input", nights.input(), "--output", nowhere, "--dry-run", "--json");

      assertThat(dry.exitCode()).isZero();
      assertThat(dry.out()).contains("\"files\":3");
      assertThat(nowhere).doesNotExist();
    }

    @Test
    void aTrialIsPublishedUnderItsOwnNameAndIsNeverCurrent() throws Exception {
      nights.file("cork.txt", story("Cork", "Nora Daly", "Nobody asked us about the timetable"));
      nights.file("dakar.txt", story("Dakar", "Awa Diop", "The night boat must stay"));

      JsonNode trial = nights.run("2020-01-02", "--limit", 1);
      List<String> afterTheTrial = nights.articles();
      JsonNode night = nights.run("2020-01-02");

      assertThat(trial.get("folder").asString()).endsWith("nightly/2020-01-02-0002-trial");
      assertThat(trial.get("state").asString()).isEqualTo("TRIAL");
      assertThat(trial.get("entries").asInt()).isEqualTo(1);
      assertThat(afterTheTrial).containsExactly("accra.txt", "bergen.txt");
      assertThat(
              JobRun.csv(
                  nights
                      .output()
                      .resolve("nightly/2020-01-02-0002-trial/summary/articles_by_place.csv")))
          .extracting(row -> row.get("dateline_place"))
          .containsExactly("Cork");
      assertThat(night.get("entries").asInt()).isEqualTo(2);
      assertThat(nights.articles())
          .containsExactly("accra.txt", "bergen.txt", "cork.txt", "dakar.txt");
      assertThat(Files.readSymbolicLink(nights.latest())).hasToString("2020-01-02-0003");
    }
  }

  @Test
  void aClockThatRunsBehindTheLastRunIsRefusedUnlessSomebodyNamesTheDate() throws Exception {
    nights.file("cork.txt", story("Cork", "Nora Daly", "Nobody asked us about the timetable"));
    nights.run("2199-01-01");

    JobRun byTheClock =
        JobRun.dateline(
            "run",
            folder.resolve("jobs/nightly.yml"),
            "--input",
            nights.input(),
            "--output",
            nights.output());

    assertThat(byTheClock.exitCode()).isEqualTo(78);
    assertThat(byTheClock.err()).contains("the last run of nightly was on 2199-01-01");
    // Whoever names the right date has put it right.
    assertThat(nights.attempt("2020-01-02").exitCode()).isZero();
    assertThat(
            JobRun.dateline(
                    "run",
                    folder.resolve("jobs/nightly.yml"),
                    "--input",
                    nights.input(),
                    "--output",
                    nights.output())
                .exitCode())
        .isZero();
  }

  @Test
  void aMovedOutputFolderGoesOnWhereItIs() throws Exception {
    Path moved = folder.resolve("moved");
    Files.move(nights.output(), moved);
    TestDatabases.moved(nights.output(), moved);
    nights.file("cork.txt", story("Cork", "Nora Daly", "Nobody asked us about the timetable"));

    JobRun night =
        JobRun.dateline(
            "run",
            folder.resolve("jobs/nightly.yml"),
            "--input",
            nights.input(),
            "--output",
            moved,
            "--date",
            "2020-01-02");

    assertThat(night.exitCode()).as(night.err()).isZero();
    assertThat(night.out()).contains("unchanged");
    assertThat(moved.resolve("nightly/2020-01-02-0002/articles.csv")).exists();
    assertThat(nights.output()).doesNotExist();
  }

  private void touch(String name, long seconds) throws Exception {
    Files.setLastModifiedTime(nights.input().resolve(name), FileTime.fromMillis(seconds * 1_000));
  }

  private int rowsOf(String path) throws Exception {
    return Tables.query(
            nights.output(), "SELECT ordinal FROM article_rows WHERE source_path = '" + path + "'")
        .size();
  }
}
