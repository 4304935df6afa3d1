package io.dateline.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.batch.database.TestDatabases;
import io.dateline.batch.plan.FreeSpace;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunRequest;
import io.dateline.batch.settings.JobSettings;
import io.dateline.source.InputRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run that would fill the disk does not begin. */
class FreeSpaceTests {

  private static final RunService.Listener NOBODY =
      new RunService.Listener() {
        @Override
        public void starting(Run run, boolean resumed) {}

        @Override
        public void note(String sentence) {}
      };

  @TempDir Path folder;
  private Path input;
  private long free = Long.MAX_VALUE;

  @BeforeEach
  void anArchive() throws Exception {
    input = Files.createDirectories(folder.resolve("papers"));
    new ArchiveGenerator(8).write(input, 30);
  }

  @Test
  void isGivenUpWhenTheDiskIsNearlyFullAndLeavesNothingToResume() throws Exception {
    try (ConfigurableApplicationContext context = start()) {
      free = 10_000_000;

      RunFailure failure = failure(() -> run(context));

      assertThat(failure.kind()).isEqualTo(RunFailure.Kind.OUTPUT);
      assertThat(failure.getMessage())
          .startsWith(
              "The run needs about 68 MB in " + folder.resolve("out") + ", and 10 MB are free");
      assertThat(states(context)).containsExactly("ABANDONED");
      assertThat(folder.resolve("out/nightly/.0001.partial")).doesNotExist();

      free = Long.MAX_VALUE;
      run(context);

      assertThat(states(context)).containsExactly("ABANDONED", "PUBLISHED");
    }
  }

  @Test
  void asksForWhatPastRunsWroteForAByteOfInput() throws Exception {
    try (ConfigurableApplicationContext context = start()) {
      run(context);
      JdbcClient jdbc = context.getBean(JdbcClient.class);
      // As if the last run had written a gigabyte.
      jdbc.sql("UPDATE runs SET output_bytes = 1000000000").update();
      new ArchiveGenerator(9).write(Files.createDirectories(input.resolve("more")), 30);
      free = 1_000_000_000;

      RunFailure failure = failure(() -> run(context));

      assertThat(failure.getMessage()).contains("and 1,000 MB are free; make room");
    }
  }

  private ConfigurableApplicationContext start() throws Exception {
    Path output = Files.createDirectories(folder.resolve("out"));
    return BatchApplication.start(
        TestDatabases.of(output),
        output,
        new LaunchOptions(1, 50),
        context ->
            ((GenericApplicationContext) context)
                .registerBean(FreeSpace.Usable.class, () -> ignored -> free));
  }

  private void run(ConfigurableApplicationContext context) {
    context
        .getBean(RunService.class)
        .run(
            new RunRequest(
                "nightly",
                JobSettings.defaults(),
                List.of(new InputRoot("papers", input)),
                folder.resolve("out"),
                LocalDate.of(2020, 2, 3),
                true,
                false,
                false,
                0,
                false,
                false,
                false),
            NOBODY);
  }

  private static List<String> states(ConfigurableApplicationContext context) {
    return context
        .getBean(JdbcClient.class)
        .sql("SELECT state FROM runs ORDER BY run_id")
        .query(String.class)
        .list();
  }

  private static RunFailure failure(ThrowingCallable action) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(RunFailure.class, action);
  }
}
