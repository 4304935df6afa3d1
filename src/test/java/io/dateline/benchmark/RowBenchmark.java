package io.dateline.benchmark;

import io.dateline.article.Outcome.Accepted;
import io.dateline.batch.BatchApplication;
import io.dateline.batch.LaunchOptions;
import io.dateline.batch.database.Database;
import io.dateline.batch.database.EmbeddedDatabase;
import io.dateline.batch.database.PostgresDatabase;
import io.dateline.batch.rows.RowInserts;
import io.dateline.batch.settings.JobSettings.DatabaseSettings;
import io.dateline.output.ArticleColumn;
import io.dateline.output.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** An article's row, as a line of CSV and in the database. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RowBenchmark {

  private static final int CHUNK = 200;

  private final CsvTable<Accepted> table = new CsvTable<>(List.of(ArticleColumn.values()), true);

  /** A database of a run, on the disk. */
  @State(Scope.Thread)
  public static class Rows {

    @Param({"embedded", "postgresql"})
    public String database;

    private Path folder = Path.of("");
    private DurableServer server;
    private ConfigurableApplicationContext context;
    private RowInserts inserts;
    private TransactionTemplate transaction;
    private long row;

    @Setup(Level.Iteration)
    public void open() throws IOException, SQLException {
      folder = Files.createTempDirectory("dateline-rows");
      context =
          BatchApplication.start(
              database.equals("embedded") ? new EmbeddedDatabase(folder) : postgres(),
              folder,
              new LaunchOptions(1, CHUNK));
      inserts = new RowInserts(context.getBean(JdbcTemplate.class));
      transaction = context.getBean(TransactionTemplate.class);
    }

    private Database postgres() throws IOException, SQLException {
      if (server == null) {
        server = new DurableServer();
      }
      return PostgresDatabase.of(new DatabaseSettings(server.create(), ""), "a benchmark", null);
    }

    @TearDown
    public void stop() throws IOException {
      if (server != null) {
        server.close();
      }
    }

    @TearDown(Level.Iteration)
    public void close() throws IOException {
      context.close();
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  @Benchmark
  public String csv(ExtractedArticles articles) {
    return table.line(table.values(articles.next()));
  }

  /** In transactions of a chunk, each of which reaches the disk. */
  @Benchmark
  @OperationsPerInvocation(CHUNK)
  public long database(ExtractedArticles articles, Rows rows) {
    rows.transaction.executeWithoutResult(
        status -> {
          for (int i = 0; i < CHUNK; i++) {
            Accepted article = articles.next();
            rows.inserts.article(
                1,
                rows.row,
                rows.row,
                (int) (rows.row / 1_000),
                rows.row * 2_000,
                2_000,
                article.article().contentSha256(),
                table.values(article));
            rows.row++;
          }
          rows.inserts.flush();
        });
    return rows.row;
  }
}
