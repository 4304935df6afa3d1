package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.LongOnPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A baseline takes the place of all runs before it, and nobody can tell by the archive. */
@Timeout(600)
class PurgeCompactTests {

  /** Two at least: between the first ones a night runs. */
  private static final int KILLS = Integer.getInteger("purge.kills", 3);

  private static final String BASELINE = "0006";
  private static final Instant A_DAY = Instant.parse("2025-11-02T08:00:00Z");

  @TempDir static Path template;
  private static Nights fiveNights;

  @TempDir Path folder;
  private Nights nights;
  private Path job;

  @BeforeAll
  static void someNights() throws Exception {
    Nights nights = Nights.in(template, "removed-limit: 1");
    nights.file("accra.txt", story("Accra", "Ama Mensah", "This time it is for good, I am told"));
    nights.file("bergen.txt", story("Bergen", "Nils Aune", "The boat needs paint, not owners"));
    nights.file("bergen/a.txt", story("Bergen", "Nils Aune", "=SUM(1;2) is what the bill said"));
    nights.file("cork.txt", story("Cork", "Nora Daly", "Nobody asked us about the timetable"));
    nights.file("short.txt", "Not much of a story\n\nReally not.\n");
    nights.run("2025-11-01");
    nights.file("accra.txt", story("Accra", "Ama Mensah", "We shall see what the council says"));
    nights.run("2025-11-02");
    touch(nights, "bergen.txt", A_DAY);
    nights.run("2025-11-03");
    nights.remove("cork.txt");
    nights.file("dakar.txt", story("Dakar", "Awa Diop", "It has always been a quiet crossing"));
    nights.file("later.txt", "=formula\n\nNot a story either.\n");
    nights.run("2025-11-04");
    nights.file("elgin.txt", story("Elgin", "Iain Ross", "The boat needs paint, not owners"));
    nights.run("2025-11-05");
    fiveNights = nights;
  }

  @BeforeEach
  void anArchiveOfThem() throws Exception {
    nights = fiveNights.copyTo(folder.resolve("a"));
    job = nights.output().resolve("nightly");
  }

  private static void touch(Nights nights, String name, Instant time) throws Exception {
    Files.setLastModifiedTime(nights.input().resolve(name), FileTime.from(time));
  }

  private JobRun compact(Object... more) {
    List<Object> words = new ArrayList<>(List.of("--older-than", "0d", "--compact"));
    words.addAll(List.of(more));
    JobRun purge = JobRun.dateline(nights.command("purge", words.toArray()));
    assertThat(purge.exitCode()).as(purge.err()).isZero();
    return purge;
  }

  private String baseline() throws Exception {
    return Tables.query(nights.output(), "SELECT folder FROM runs WHERE baseline = TRUE")
        .get(0)
        .get("folder");
  }

  @Test
  void leavesTheArchiveAsItWasInOneFolder() throws Exception {
    Archive before = Archive.of(nights).withoutPlaces();

    JobRun purge = compact();

    Archive.of(nights).withoutPlaces().assertSameAs(before);
    assertThat(baseline()).endsWith(BASELINE);
    assertThat(purge.out())
        .contains(baseline() + " is the baseline")
        .contains("2025-11-01-0001 deleted", "2025-11-04-0004 deleted")
        .contains("2025-11-05-0005 kept: `latest` points to it");
    assertThat(Archive.names(job))
        .contains(baseline(), "2025-11-05-0005")
        .doesNotContain("2025-11-01-0001", "2025-11-02-0002", "2025-11-04-0004");
    assertThat(nights.latest().toRealPath().getFileName()).hasToString("2025-11-05-0005");
    assertThat(Tables.query(nights.output(), "SELECT DISTINCT run_id FROM article_rows"))
        .hasSize(1);
  }

  @Test
  void countsWhatMovedIntoTheBaselineApartFromWhatIsPast() throws Exception {
    int current = nights.articles().size();
    JsonNode plain = report("--dry-run");
    JsonNode dry = report("--dry-run", "--compact");

    JsonNode real = report("--compact");

    assertThat(plain.get("moved_articles").asInt()).isZero();
    assertThat(plain.get("past_articles").asInt()).isEqualTo(2);
    for (JsonNode compacted : List.of(dry, real)) {
      assertThat(compacted.get("past_articles").asInt()).isEqualTo(2);
      assertThat(compacted.get("moved_articles").asInt()).isEqualTo(current);
    }
  }

  private JsonNode report(String... more) {
    List<Object> words = new ArrayList<>(List.of("--older-than", "0d", "--json"));
    words.addAll(List.of(more));
    return JsonMapper.shared()
        .readTree(JobRun.dateline(nights.command("purge", words.toArray())).out());
  }

  @Test
  void isShownByStatusAsWhatItIs() throws Exception {
    compact();

    String status = JobRun.dateline(nights.command("status")).out();

    assertThat(status).containsPattern(baseline() + " +BASELINE ");
    assertThat(status).containsPattern("2025-11-05-0005 +PUBLISHED ");
  }

  @Test
  void writesARunLikeAnyOtherThatSaysWhatItIs() throws Exception {
    Archive before = Archive.of(nights);

    compact();

    Path run = job.resolve(baseline());
    assertThat(Archive.names(run))
        .isEqualTo(Archive.names(job.resolve("2025-11-05-0005")))
        .contains("datapackage.json", "report.html");
    assertThat(run.resolve("report.html")).content().contains("This is a baseline");
    JsonNode json = JsonMapper.shared().readTree(Files.readString(run.resolve("run.json")));
    JobRun.assertNothingLost(json);
    assertThat(json.get("kind").asString()).isEqualTo("baseline");
    assertThat(json.get("state").asString()).isEqualTo("PUBLISHED");
    assertThat(json.get("compacts").get("runs").asInt()).isEqualTo(4);
    assertThat(json.get("compacts").get("newest").asString()).isEqualTo("2025-11-05-0005");
    for (Map.Entry<String, String> file : before.export().entrySet()) {
      assertThat(run.resolve(file.getKey())).hasContent(file.getValue());
    }
    assertThat(Nights.summaries(run)).isEqualTo(Nights.summaries(nights.latest()));
  }

  @Test
  @LongOnPostgres
  void isFollowedByNightsThatKnowNothingOfIt() throws Exception {
    Nights twin = fiveNights.copyTo(folder.resolve("b"));
    compact();
    JsonNode quiet = nights.run("2025-11-06");
    assertThat(quiet.get("state").asString()).isEqualTo("NOTHING_NEW");
    assertThat(quiet.get("hashed").asInt()).isZero();
    assertThat(quiet.get("run").asInt()).isEqualTo(7);

    for (Nights archive : List.of(nights, twin)) {
      archive.file("accra.txt", story("Accra", "Ama Mensah", "The owners have paid at last"));
      archive.run("2025-11-07");
      archive.remove("bergen.txt");
      touch(archive, "dakar.txt", A_DAY);
      archive.file("faro.txt", story("Faro", "Ines Costa", "The boat needs paint, not owners"));
      archive.run("2025-11-08");
      archive.file("short.txt", story("Sfax", "Leila Amri", "One more summer, and then we stop"));
      archive.run("2025-11-09");
      archive.run("2025-11-10");
    }

    assertThat(nights.articles()).isEqualTo(twin.articles());
    assertThat(Archive.export(nights)).isEqualTo(Archive.export(twin));
    assertThat(Nights.summaries(nights.latest())).isEqualTo(Nights.summaries(twin.latest()));
    assertThat(nights.latest().resolve("articles.csv"))
        .hasSameTextualContentAs(twin.latest().resolve("articles.csv"));
    Archive before = Archive.of(nights).withoutPlaces().withoutRescues();
    compact();
    Archive.of(nights).withoutPlaces().withoutRescues().assertSameAs(before);
  }

  @Test
  void keepsTextThatWasGuardedOtherwise() throws Exception {
    nights.settings("removed-limit: 1", "csv: {formula-guard: false}");
    Archive before = Archive.of(nights).withoutPlaces();

    compact();

    Archive.of(nights).withoutPlaces().assertSameAs(before);
  }

  @Test
  void isNotWrittenWhereItWouldFreeNothing() throws Exception {
    compact();

    JobRun again = compact();

    assertThat(again.out()).contains("No baseline: fewer than two old runs");
    assertThat(Tables.query(nights.output(), "SELECT run_id FROM runs WHERE baseline = TRUE"))
        .hasSize(1);
  }

  @Test
  void triedDrySaysTheSameAndWritesNothing() throws Exception {
    List<String> names = Archive.names(job);

    JobRun dry = compact("--dry-run", "--json");

    assertThat(Archive.names(job)).isEqualTo(names);
    assertThat(Tables.query(nights.output(), "SELECT run_id FROM runs")).hasSize(5);
    JobRun real = compact("--json");
    assertThat(comparable(dry)).isEqualTo(comparable(real)).contains("\"compacted\":true");
  }

  private static String comparable(JobRun purge) {
    return purge
        .out()
        .replaceAll("\"before\":\"[^\"]*\"", "")
        .replaceAll("\"dry_run\":\\w+", "")
        .replaceAll("\"baseline\":(null|\"[^\"]*\")", "");
  }

  @Test
  void waitsForAnUnfinishedRun() throws Exception {
    Tables.query(
        nights.output(),
        "UPDATE runs SET state = 'RUNNING', finished_at = NULL WHERE run_number = 5");

    JobRun purge = JobRun.dateline(nights.command("purge", "--older-than", "0d", "--compact"));

    assertThat(purge.exitCode()).isEqualTo(75);
    assertThat(purge.err())
        .startsWith("dateline: Run 2025-11-05-0005 is unfinished")
        .hasLineCount(1);
    assertThat(Archive.names(job)).contains("2025-11-01-0001");
  }

  @Test
  void isEndedByTheNextPurgeIfOnlyItsCommitWasMissing() throws Exception {
    Archive before = Archive.of(nights).withoutPlaces();
    compactUpToTheCommit();

    JobRun purge = JobRun.dateline(nights.command("purge", "--older-than", "0d"));

    assertThat(purge.exitCode()).as(purge.err()).isZero();
    Archive.of(nights).withoutPlaces().assertSameAs(before);
    assertThat(baseline()).endsWith(BASELINE);
    assertThat(Archive.names(job)).doesNotContain("2025-11-01-0001");
  }

  @Test
  void isGivenUpIfARunCameInBetween() throws Exception {
    String name = compactUpToTheCommit();
    nights.file("faro.txt", story("Faro", "Ines Costa", "Nobody is going to miss the old one"));
    nights.run("2025-11-06");
    Archive before = Archive.of(nights);

    JobRun purge = JobRun.dateline(nights.command("purge", "--older-than", "90d"));

    assertThat(purge.exitCode()).as(purge.err()).isZero();
    Archive.of(nights).assertSameAs(before);
    assertThat(Archive.names(job)).contains("2025-11-06-0007").doesNotContain(name);
    assertThat(Tables.query(nights.output(), "SELECT state FROM runs WHERE baseline = TRUE"))
        .extracting(row -> row.get("state"))
        .containsExactly("ABANDONED");
  }

  private String compactUpToTheCommit() throws Exception {
    Tables.query(
        nights.output(),
        "ALTER TABLE runs ADD CONSTRAINT never CHECK (NOT (baseline AND state = 'PUBLISHED'))");
    JobRun purge = JobRun.dateline(nights.command("purge", "--older-than", "0d", "--compact"));
    Tables.query(nights.output(), "ALTER TABLE runs DROP CONSTRAINT never");
    assertThat(purge.exitCode()).as(purge.err()).isEqualTo(70);
    return Archive.names(job).stream()
        .filter(name -> name.endsWith("-" + BASELINE))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @LongOnPostgres
  void canBeKilledAtAnyMoment() throws Exception {
    for (int i = 0; i < 400; i++) {
      nights.file(
          "many/" + i + ".txt",
          story("Accra", "Ama Mensah", "This is what I said of it the time number " + i));
    }
    nights.run("2025-11-06");
    Archive before = Archive.of(nights).withoutPlaces();
    Random random = new Random(4711);
    int interrupted = 0;

    for (int i = 0; i < KILLS; i++) {
      DatelineProcess purge =
          DatelineProcess.start(
              folder.resolve("purge-" + i + ".log"),
              nights.command("purge", "--older-than", "0d", "--compact"));
      while (purge.isAlive() && partial().isEmpty()) {
        Thread.sleep(1);
      }
      Thread.sleep(random.nextInt(250));
      purge.kill();
      interrupted += partial().isEmpty() ? 0 : 1;
      Archive.of(nights).withoutPlaces().assertSameAs(before);
      if (i == 1) {
        assertThat(nights.run("2025-11-07").get("state").asString()).isEqualTo("NOTHING_NEW");
      }
    }
    compact();

    assertThat(interrupted).isPositive();
    Archive.of(nights).withoutPlaces().assertSameAs(before);
    assertThat(partial()).isEmpty();
    assertThat(Tables.query(nights.output(), "SELECT DISTINCT run_id FROM article_rows"))
        .hasSize(1);
    assertThat(Tables.query(nights.output(), "SELECT DISTINCT run_id FROM article_texts"))
        .hasSize(1);
    assertThat(nights.run("2025-11-08").get("state").asString()).isEqualTo("NOTHING_NEW");
  }

  private List<String> partial() throws Exception {
    return Archive.names(job).stream().filter(name -> name.endsWith(".partial")).toList();
  }
}
