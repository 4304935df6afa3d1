package io.dateline.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.batch.database.EmbeddedDatabase;
import io.dateline.batch.run.Run;
import io.dateline.batch.run.RunFailure;
import io.dateline.batch.run.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A document on which the program itself breaks, night after night. */
@Timeout(120)
class RepeatedFailureTests {

  @TempDir Path folder;
  private Path input;
  private Path output;

  @BeforeEach
  void anArchiveWithALargeDocumentInTheMiddle() throws Exception {
    input = Files.createDirectories(folder.resolve("papers"));
    output = folder.resolve("out");
    new ArchiveGenerator(7).write(input, 120);
    Files.writeString(input.resolve("0000/0000060-large.txt"), "x ".repeat(600_000));
  }

  @Test
  void theThirdNightAtTheSameDocumentNamesItAndAMendedOneCompletes() throws Exception {
    Path whole = folder.resolve("whole");
    night(whole, new Semaphore(1));

    RunFailure first = failedNight(new Broken("out of order"));
    RunFailure second = failedNight(new Broken("out of order"));
    RunFailure third = failedNight(new Broken("out of order"));
    RunFailure fourth = failedNight(new Broken("out of order"));
    List<RunSummary> mended = night(output, new Semaphore(1));

    assertThat(List.of(first, second))
        .extracting(RunFailure::kind)
        .containsOnly(RunFailure.Kind.INTERNAL);
    assertThat(third.kind()).isEqualTo(RunFailure.Kind.REPEATED);
    assertThat(third)
        .hasMessageContaining("out of order")
        .hasMessageContaining("for the third time at the same place")
        .hasMessageContaining("extractPartition:p00000 after 60 entries")
        .hasMessageContaining("--fresh")
        .hasMessageContaining("0000/0000060-large.txt of `papers`")
        .hasMessageContaining("`exclude`");
    assertThat(fourth.kind()).isEqualTo(RunFailure.Kind.REPEATED);
    assertThat(fourth).hasMessageContaining("for the 4th time");
    assertThat(mended).extracting(RunSummary::state).contains("PUBLISHED");
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(output.resolve("nightly/2020-02-03-0001").resolve(table))
          .hasSameBinaryContentAs(whole.resolve("nightly/2020-02-03-0001").resolve(table));
    }
  }

  @Test
  void whatGetsTheRunFurtherBeginsTheCountAnew() throws Exception {
    Files.writeString(input.resolve("0000/0000090-large.txt"), "x ".repeat(600_000));

    failedNight(new Broken("out of order"));
    failedNight(new Broken("out of order"));
    RunFailure further = failedNight(new Broken("out of order", 1));
    RunFailure again = failedNight(new Broken("out of order"));
    RunFailure third = failedNight(new Broken("out of order"));

    assertThat(List.of(further, again))
        .extracting(RunFailure::kind)
        .containsOnly(RunFailure.Kind.INTERNAL);
    assertThat(third.kind()).isEqualTo(RunFailure.Kind.REPEATED);
    assertThat(third).hasMessageContaining("0000/0000090-large.txt");
  }

  private RunFailure failedNight(Semaphore largeDocuments) {
    return catchThrowableOfType(RunFailure.class, () -> night(output, largeDocuments));
  }

  /** Chunks of thirty, so that the large document is the first of one. */
  private List<RunSummary> night(Path into, Semaphore largeDocuments) throws Exception {
    Files.createDirectories(into);
    try (ConfigurableApplicationContext context =
        BatchApplication.start(
            new EmbeddedDatabase(into),
            into,
            new LaunchOptions(1, 30),
            beans ->
                ((GenericApplicationContext) beans)
                    .registerBean(
                        "testSemaphore",
                        Semaphore.class,
                        () -> largeDocuments,
                        bean -> bean.setPrimary(true)))) {
      return context.getBean(RunService.class).run(NightlyRequest.of(input, into), new Silent());
    }
  }

  /** Large documents pass one at a time; here some do, and the next one breaks. */
  private static final class Broken extends Semaphore {
    private static final long serialVersionUID = 1L;
    private final String reason;
    private int passes;

    Broken(String reason) {
      this(reason, 0);
    }

    Broken(String reason, int passes) {
      super(1);
      this.reason = reason;
      this.passes = passes;
    }

    @Override
    public void acquire() throws InterruptedException {
      if (passes-- <= 0) {
        throw new IllegalStateException(reason);
      }
      super.acquire();
    }
  }

  private static final class Silent implements RunService.Listener {
    @Override
    public void starting(Run run, boolean resumed) {}

    @Override
    public void note(String sentence) {}
  }
}
