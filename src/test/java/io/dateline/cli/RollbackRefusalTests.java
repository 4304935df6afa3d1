package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run whose past is not whole, or on which others were built, stays published. */
@Timeout(300)
class RollbackRefusalTests {

  @TempDir static Path template;
  private static Nights twoNights;

  @TempDir Path folder;
  private Nights nights;
  private Path job;

  @BeforeAll
  static void someNights() throws Exception {
    Nights nights = Nights.in(template, "removed-limit: 1.0");
    nights.file("accra.txt", story("Accra", "Ama Mensah", "This time it is for good, I am told"));
    nights.file("bergen.txt", story("Bergen", "Nils Aune", "The boat needs paint, not owners"));
    nights.run("2020-01-01");
    nights.file("accra.txt", story("Accra", "Ama Mensah", "We shall see what the council says"));
    nights.run("2020-01-02");
    twoNights = nights;
  }

  @BeforeEach
  void anArchiveOfThem() throws Exception {
    nights = twoNights.copyTo(folder.resolve("a"));
    job = nights.output().resolve("nightly");
  }

  private void refuses(int code, String sentence, Object... words) throws Exception {
    List<Map<String, String>> before = states();

    JobRun rollback = nights.rollback(words);

    assertThat(rollback.exitCode()).as(rollback.err()).isEqualTo(code);
    assertThat(rollback.err()).startsWith("dateline: ").contains(sentence);
    assertThat(rollback.err().lines()).hasSizeLessThanOrEqualTo(2);
    assertThat(states()).isEqualTo(before);
  }

  private List<Map<String, String>> states() throws Exception {
    return Tables.query(
        nights.output(), "SELECT run_number, state, rolled_back_at FROM runs ORDER BY run_id");
  }

  private void purge(String... more) {
    List<Object> words = new ArrayList<>(List.of("--older-than", "0d"));
    words.addAll(List.of(more));
    JobRun purge = JobRun.dateline(nights.command("purge", words.toArray()));
    assertThat(purge.exitCode()).as(purge.err()).isZero();
  }

  private void another(String date) throws Exception {
    nights.file("dakar.txt", story("Dakar", "Awa Diop", "It has always been a quiet crossing"));
    nights.run(date);
  }

  @Test
  void nameTheRunsThatWereBuiltOnIt() throws Exception {
    another("2020-01-03");

    refuses(
        64,
        "run 2020-01-01-0001 cannot be rolled back alone: 2020-01-03-0003, 2020-01-02-0002 were"
            + " published after it",
        "1");
    refuses(64, "alone: 2020-01-03-0003 was published after it", "2");
  }

  @Test
  void areForWhatIsNoPublishedRunOfTheJob() throws Exception {
    nights.run("2020-01-03");
    nights.run("2020-01-04", "--limit", "1", "--full");

    refuses(64, "there is no run 99 of nightly", "99");
    refuses(64, "there is no run 2020-01-01-0002 of nightly", "2020-01-01-0002");
    refuses(64, "such as 42 or 2025-11-02-0042; not yesterday", "yesterday");
    refuses(64, "run 2020-01-03-0003 cannot be rolled back: it found nothing new", "3");
    refuses(
        64, "run 2020-01-04-0004-trial cannot be rolled back: it is a trial or a rehearsal", "4");
  }

  @Test
  void areForAnOutputFolderWithoutRuns() {
    JobRun rollback =
        JobRun.dateline("rollback", "1", "--output", folder.resolve("nowhere").toString());

    assertThat(rollback.exitCode()).isEqualTo(66);
    assertThat(rollback.err())
        .startsWith("dateline: The job nightly has no runs in ")
        .hasLineCount(1);
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void areForABaselineAndForWhatIsBehindIt() throws Exception {
    purge("--compact");
    String baseline =
        Tables.query(nights.output(), "SELECT folder FROM runs WHERE baseline = TRUE")
            .get(0)
            .get("folder");
    Archive before = Archive.of(nights);

    refuses(64, "run " + baseline + " cannot be rolled back: it is a baseline", "3");
    refuses(64, "the baseline " + baseline + " was made after it", "2", "--with-later");

    another("2039-01-01");
    assertThat(nights.rollback("latest").exitCode()).isZero();
    Archive.of(nights).assertSameAs(before);
    assertThat(Files.readSymbolicLink(nights.latest())).hasToString("2020-01-02-0002");
  }

  @Test
  void areForAnUnfinishedRunInTheWay() throws Exception {
    another("2020-01-03");
    Tables.query(
        nights.output(),
        "UPDATE runs SET state = 'RUNNING', finished_at = NULL WHERE run_number = 3");

    refuses(75, "Run 2020-01-03-0003 is unfinished", "2");
  }

  @Test
  void areForAPastThatWasPurged() throws Exception {
    purge();

    refuses(
        66,
        "Run 2020-01-02-0002 cannot be rolled back: what was current before it was purged",
        "2");
    another("2020-01-03");
    purge();
    assertThat(nights.rollback("3").exitCode()).as("it took the place of nothing").isZero();
  }

  @Test
  void areForARunOfAnOlderProgramThatNotedNoPurge() throws Exception {
    Tables.query(nights.output(), "UPDATE runs SET superseded_rows = NULL");

    refuses(66, "published by an older Dateline", "2");
    assertThat(nights.rollback("1", "--with-later").exitCode())
        .as("before all of them there was nothing")
        .isZero();
  }

  @Test
  void areForARunThatDeletedTheRowsOfWhatWasGone() throws Exception {
    nights.settings("removed-limit: 1.0", "removed: delete");
    nights.remove("bergen.txt");
    nights.run("2020-01-03");

    refuses(66, "it deleted the rows of files that were gone", "3");
  }

  @Test
  void areForTheFolderOfTheOldBodiesThatIsGone() throws Exception {
    Files.move(job.resolve("2020-01-01-0001"), folder.resolve("elsewhere"));

    refuses(66, "2020-01-01-0001/articles.csv with articles that would be current again", "2");
  }

  @Test
  void areForALinkThatIsNoLink() throws Exception {
    Files.delete(nights.latest());
    Files.createDirectories(nights.latest());

    refuses(74, "latest is no symbolic link of ours", "2");
  }
}
