package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Interruptions at the moments that are easiest to get wrong: the first and the last. */
class InterruptedNightTests {

  @TempDir Path folder;
  private Nights nights;

  @BeforeEach
  void anArchive() throws Exception {
    nights = Nights.in(folder, "removed-limit: 1.0");
  }

  @Test
  void aRunThatReadersHaveIsCompletedWhateverTheNextOneAsksFor() throws Exception {
    nights.file("accra.txt", story("Accra", "Ama Mensah", "We have seen owners come and go"));
    nights.run("2020-01-01");
    asIfKilledBetweenTheRenameAndTheCommit();
    nights.settings("removed-limit: 1.0", "validation: {body-min-words: 7}");
    nights.file("cork.txt", story("Cork", "Nora Daly", "Nobody asked us about the timetable"));

    JobRun next = nights.attempt("2020-01-02", "--fresh");

    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(next.err()).contains("Resuming run 2020-01-01-0001");
    assertThat(nights.articles()).containsExactly("accra.txt", "cork.txt");
    assertThat(JobRun.csv(nights.latest().resolve("articles.csv"))).hasSize(1);
  }

  private void asIfKilledBetweenTheRenameAndTheCommit() throws Exception {
    for (String change :
        new String[] {
          "UPDATE runs SET state = 'RUNNING', finished_at = NULL, folder = NULL",
          "UPDATE BATCH_JOB_EXECUTION SET STATUS = 'STARTED', EXIT_CODE = 'UNKNOWN', END_TIME = NULL",
          "UPDATE BATCH_STEP_EXECUTION SET STATUS = 'STARTED', EXIT_CODE = 'EXECUTING',"
              + " END_TIME = NULL WHERE STEP_NAME = 'publishStep'"
        }) {
      Tables.query(nights.output(), change);
    }
  }

  @Test
  @Timeout(300)
  void aSignalBeforeTheJobHasBegunIsNotForgotten() throws Exception {
    new ArchiveGenerator(3).write(nights.input(), 4_000);
    Object[] arguments =
        Stream.concat(Stream.of("run"), Stream.of(nights.arguments("2020-01-01"))).toArray();
    DatelineProcess run = DatelineProcess.start(folder.resolve("early.log"), arguments);
    // The lock is taken before the database opens, and that takes a second.
    while (run.isAlive() && !Files.exists(nights.output().resolve("dateline.lock"))) {
      Thread.sleep(2);
    }

    run.signal("TERM");

    assertThat(run.exitCode()).isEqualTo(143);
    assertThat(run.output()).contains("Run the same command again");
    assertThat(nights.latest()).doesNotExist();
    assertThat(nights.attempt("2020-01-01").exitCode()).isZero();
    assertThat(nights.latest()).exists();
  }
}
