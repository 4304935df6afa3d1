package io.dateline.batch.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Capture;
import io.dateline.article.EntryId;
import io.dateline.article.Outcome.Accepted;
import io.dateline.article.RawDocument;
import io.dateline.batch.BatchApplication;
import io.dateline.batch.LaunchOptions;
import io.dateline.batch.database.EmbeddedDatabase;
import io.dateline.batch.extract.ArticlePipeline;
import io.dateline.batch.settings.JobSettings;
import io.dateline.output.ArticleColumn;
import io.dateline.output.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Inserts do not slow down as the article table grows. {@code ./mvnw verify -Dtests.excluded=none
 * -Dtest=ArticleTableGrowthTests -Drows=3000000} prints the rate of each tenth and the size on
 * disk.
 */
@Tag("long")
class ArticleTableGrowthTests {

  private static final long ROWS = Long.getLong("rows", 300_000);
  private static final int CHUNK = 200;

  @TempDir Path folder;

  @Test
  void theLastTenthOfTheRowsGoesInAtLeastHalfAsFastAsTheFirst() throws Exception {
    Object[] values = new CsvTable<>(List.of(ArticleColumn.values()), true).values(article());
    double[] rates = new double[10];
    try (ConfigurableApplicationContext context =
        BatchApplication.start(new EmbeddedDatabase(folder), folder, new LaunchOptions(1, CHUNK))) {
      RowInserts inserts = new RowInserts(context.getBean(JdbcTemplate.class));
      TransactionTemplate transaction = context.getBean(TransactionTemplate.class);
      long row = 0;
      for (int tenth = 0; tenth < rates.length; tenth++) {
        long start = System.nanoTime();
        long first = row;
        while (row < ROWS * (tenth + 1) / rates.length) {
          long from = row;
          transaction.executeWithoutResult(status -> insert(inserts, from, values));
          row += CHUNK;
        }
        rates[tenth] = (row - first) * 1e9 / (System.nanoTime() - start);
      }
    }

    System.out.printf(
        Locale.ROOT,
        "%d rows; rows/s by tenth %s; last/first %.2f; %.0f MB on disk%n",
        ROWS,
        Arrays.stream(rates).mapToObj(r -> String.format(Locale.ROOT, "%.0f", r)).toList(),
        rates[9] / rates[0],
        size(folder.resolve("db")) / 1e6);
    assertThat(rates[9]).isGreaterThan(0.5 * rates[0]);
  }

  private static void insert(RowInserts inserts, long from, Object[] values) {
    for (long row = from; row < from + CHUNK; row++) {
      String text = String.format(Locale.ROOT, "%016x", row * 0x9E3779B97F4A7C15L);
      inserts.article(1, row * 1_000_000_000L, row, (int) (row / 1_000), row, 2_000, text, values);
    }
    inserts.flush();
  }

  private static Accepted article() throws IOException {
    byte[] content = Files.readAllBytes(Path.of("input/text/en-cms-dump.txt"));
    return (Accepted)
        ArticlePipeline.of(JobSettings.defaults(), LocalDate.of(2026, 11, 1))
            .process(
                new RawDocument(0, EntryId.ofFile("input", "a.txt"), content, Capture.UNKNOWN));
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
  }
}
