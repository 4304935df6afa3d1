package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.archive.ArchiveGenerator.Mix;
import io.dateline.batch.database.EmbeddedDatabaseOnly;
import io.dateline.benchmark.Loops;
import io.dateline.benchmark.Stopwatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The small form of the benchmark of whole runs: what the job costs beside the extraction, as the
 * time of a whole run divided by that of the bare loop. Both run in turn in one process, so that
 * the machine's speed and its other work are in both.
 */
@EmbeddedDatabaseOnly("the figure that is kept is of this database")
class JobPriceTests {

  private static final int DOCUMENTS = Integer.getInteger("price.documents", 4_000);
  private static final int ROUNDS = Integer.getInteger("price.rounds", 3);
  private static final int THREADS = 2;
  private static final LocalDate DATE = LocalDate.of(2020, 1, 1);

  /** By so much dearer than the figure that is kept, and a change has to say why. */
  private static final double MOST = 1.25;

  @TempDir Path folder;

  @Test
  void aRunCostsNoMoreThanItDidBesideTheExtraction() throws Exception {
    Path papers = Files.createDirectories(folder.resolve("papers"));
    new ArchiveGenerator(9, new Mix(50, 0, 3_000, 0)).write(papers, DOCUMENTS);
    Loops loops = new Loops(papers);
    loops.articles(THREADS, DATE);
    wholeRun(papers, "warm-up");

    Stopwatch times = new Stopwatch();
    for (int i = 0; i < ROUNDS; i++) {
      String name = "run-" + i;
      long articles = times.time("bare", () -> loops.articles(THREADS, DATE));
      times.time("run", () -> wholeRun(papers, name));
      assertThat(articles).isGreaterThan(DOCUMENTS / 2);
    }

    double price = times.ratio("run", "bare");
    System.out.printf(
        "%d documents: bare loop %.2f s, whole run %.2f s, ratio %.2f, kept %.2f%n",
        DOCUMENTS, times.seconds("bare"), times.seconds("run"), price, keptFigure());
    // So much cheaper, and the figure guards nothing any more.
    assertThat(price).isBetween(keptFigure() / 2, MOST * keptFigure());
  }

  private static double keptFigure() throws IOException {
    Properties figures = new Properties();
    try (InputStream in = JobPriceTests.class.getResourceAsStream("job-price.properties")) {
      figures.load(in);
    }
    return Double.parseDouble(figures.getProperty("whole-run-by-bare-loop"));
  }

  private int wholeRun(Path papers, String name) {
    JobRun run =
        JobRun.dateline(
            "run",
            "--input",
            papers,
            "--output",
            folder.resolve(name),
            "--date",
            DATE,
            "--threads",
            THREADS);
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.exitCode();
  }
}
