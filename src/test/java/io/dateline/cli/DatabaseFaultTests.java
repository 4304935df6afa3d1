package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import io.dateline.batch.database.DatabaseLink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to connections with the database, and that none of it shows in the files. */
@BothDatabases
@Tag("long")
@Timeout(600)
class DatabaseFaultTests {

  /** A minute of silence, and the end of a process. */
  private static final long MAX_SECONDS = 120;

  @TempDir Path folder;

  @Test
  void connectionsThatBreakInTheMiddleOfAChunkLeaveThePartitionToWhoeverComesNext()
      throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS)) {
      DatabaseUser user = new DatabaseUser(crew, "broken");
      DatelineProcess manager = crew.handingOut();
      DatelineProcess broken = Crew.atWork(crew.workerAs(user.name(), ""));
      for (int i = 0; i < 20 && broken.isAlive(); i++) {
        user.breakConnections("state <> 'idle'");
        Thread.sleep(50);
      }
      DatelineProcess other = crew.worker();

      assertThat(manager.exitCode()).as(manager.output() + broken.output()).isZero();
      assertThat(other.output()).contains("Completed ");
      crew.assertSameAsOnOneMachine();
    }
  }

  @Test
  void aWorkerThatIsCutFromTheDatabaseEndsAndOthersGoOn() throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS)) {
      DatabaseUser user = new DatabaseUser(crew, "cut");
      DatelineProcess manager = crew.handingOut();
      DatelineProcess cut = Crew.atWork(crew.workerAs(user.name(), ""));
      user.lockOut();
      user.breakConnections("true");
      int exit = cut.exitCode();
      DatelineProcess other = crew.worker();

      // Whether it hears first that it was cut off, or that it is let in no more.
      assertThat(exit).as(cut.output()).isIn(69, 78);
      assertThat(manager.exitCode()).as(manager.output() + other.output()).isZero();
      crew.assertSameAsOnOneMachine();
    }
  }

  /** Starts a run that shares its work with nobody. */
  private static DatelineProcess alone(Crew crew, String url, Object... more) throws Exception {
    List<Object> words = new ArrayList<>(crew.managerWords());
    words.remove("--workers");
    words.addAll(List.of("--threads", 1, "--db", url));
    words.addAll(List.of(more));
    return crew.start("run", words.toArray());
  }

  @Test
  void aRunOnOneMachineWhoseDatabaseFallsSilentEndsInTimeAndIsResumed() throws Exception {
    try (Crew crew = new Crew(folder, Crew.DOCUMENTS);
        DatabaseLink link = new DatabaseLink()) {
      DatelineProcess cut = alone(crew, link.url(crew.database()));
      ArticleRows.await(crew, cut, 200);
      link.fallSilent();
      long begun = System.nanoTime();
      int exit = cut.exitCode();
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
      DatelineProcess resumed = alone(crew, crew.url(), "--resume-only");

      assertThat(exit).as(cut.output()).isEqualTo(69);
      assertThat(seconds).as(cut.output()).isLessThan(MAX_SECONDS);
      assertThat(cut.output())
          .contains("The database was out of reach for 60 s")
          .contains("Run the same command again to resume.");
      assertThat(resumed.exitCode()).as(resumed.output()).isZero();
      crew.assertSameAsOnOneMachine();
    }
  }
}
