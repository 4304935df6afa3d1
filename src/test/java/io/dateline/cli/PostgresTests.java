package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The job with its runs in a PostgreSQL database, on a real server. */
@Timeout(300)
class PostgresTests {

  private static final List<String> TABLES =
      List.of(
          "article_rows",
          "quote_rows",
          "rejection_rows",
          "source_files",
          "superseded_files",
          "touched_files",
          "article_texts",
          "summary_groups");

  @TempDir Path folder;
  private Path input;
  private String url;

  @BeforeEach
  void anArchiveAndADatabase(TestInfo test) throws IOException {
    input = Files.createDirectories(folder.resolve("papers"));
    String name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    url = TestDatabase.create(name.substring(0, Math.min(60, name.length())));
  }

  @Test
  void holdsTheSameRowsAndGivesTheSameBytesAsTheEmbeddedDatabase() throws Exception {
    new ArchiveGenerator(31).write(input, 1_500);
    Path embedded = folder.resolve("embedded");
    Path server = folder.resolve("server");

    for (int night = 1; night <= 2; night++) {
      String date = "2020-01-0" + night;
      assertThat(JobRun.dateline(run(embedded, date)).exitCode()).isZero();
      JobRun onServer = JobRun.dateline(run(server, date, "--db", url));

      assertThat(onServer.exitCode()).as(onServer.err()).isZero();
      assertSameFiles(embedded, server, date + "-000" + night);
      changeTheArchive();
    }

    try (Connection one = embedded(embedded);
        Connection other = DriverManager.getConnection(url)) {
      for (String table : TABLES) {
        assertThat(rows(other, table)).as(table).isNotEmpty().isEqualTo(rows(one, table));
      }
    }
  }

  private void changeTheArchive() throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(input.resolve("0000"))) {
      files = listed.sorted().toList();
    }
    Files.delete(files.get(3));
    Files.setLastModifiedTime(files.get(4), FileTime.fromMillis(1_000));
    Files.writeString(files.get(6), story("Cork", "Nora Daly", "Nobody asked us before"));
  }

  @Test
  void hasTheSameTablesViewsAndColumnsAsTheEmbeddedDatabase() throws Exception {
    Files.writeString(input.resolve("a.txt"), story("Accra", "Ama Mensah", "We have seen it all"));
    Path embedded = folder.resolve("embedded");

    JobRun.dateline(run(embedded, "2020-01-01"));
    JobRun.dateline(run(folder.resolve("server"), "2020-01-01", "--db", url));

    try (Connection one = embedded(embedded);
        Connection other = DriverManager.getConnection(url)) {
      assertThat(columns(other)).hasSizeGreaterThan(200).isEqualTo(columns(one));
      assertThat(keys(other)).isEqualTo(keys(one));
    }
  }

  @Test
  void isResumedAfterAKillWithoutADifference() throws Exception {
    new ArchiveGenerator(32).write(input, 5_000);
    Path whole = folder.resolve("whole");
    assertThat(JobRun.dateline(run(whole, "2020-01-01")).exitCode()).isZero();
    Path killed = folder.resolve("killed");
    DatelineProcess process = start("killed", run(killed, "2020-01-01", "--db", url));
    awaitParts(process, killed);

    process.kill();
    JobRun resumed = JobRun.dateline(run(killed, "2020-01-01", "--db", url));

    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("Resuming run");
    assertSameFiles(whole, killed, "2020-01-01-0001");
  }

  @Test
  void isResumedAfterItsConnectionsWereLost() throws Exception {
    new ArchiveGenerator(33).write(input, 5_000);
    Path whole = folder.resolve("whole");
    assertThat(JobRun.dateline(run(whole, "2020-01-01")).exitCode()).isZero();
    Path cut = folder.resolve("cut");
    DatelineProcess process = start("cut", run(cut, "2020-01-01", "--db", url));
    awaitParts(process, cut);

    int lost = 0;
    while (process.isAlive()) {
      lost += cutConnections();
      Thread.sleep(20);
    }
    JobRun resumed = JobRun.dateline(run(cut, "2020-01-01", "--db", url));

    assertThat(lost).isPositive();
    assertThat(process.exitCode()).as(process.output()).isIn(69, 70);
    assertThat(process.output()).contains("Run the same command again").doesNotContain("\tat ");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertSameFiles(whole, cut, "2020-01-01-0001");
  }

  private int cutConnections() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet cut =
            statement.executeQuery(
                "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    + " WHERE application_name = 'dateline' AND datname = current_database()")) {
      cut.next();
      return cut.getInt(1);
    }
  }

  @Test
  void admitsOneRunOfAJobWhateverFolderAndHostItComesFrom() throws Exception {
    new ArchiveGenerator(34).write(input, 4_000);
    Path here = folder.resolve("here");
    DatelineProcess first = start("first", run(here, "2020-01-01", "--db", url));
    awaitParts(first, here);
    first.signal("STOP");

    JobRun second = JobRun.dateline(run(folder.resolve("there"), "2020-01-01", "--db", url));
    first.signal("CONT");

    assertThat(second.exitCode()).as(second.err()).isEqualTo(75);
    assertThat(second.err()).contains("nightly", "process " + first.pid());
    assertThat(first.exitCode()).as(first.output()).isZero();
  }

  @Test
  void runsTwoJobsAtOnce() throws Exception {
    new ArchiveGenerator(35).write(input, 1_500);
    Path output = folder.resolve("out");
    List<DatelineProcess> jobs = new ArrayList<>();
    for (String name : List.of("courier", "herald")) {
      Path job = Files.writeString(folder.resolve(name + ".yml"), "threads: 1\n");
      jobs.add(
          DatelineProcess.start(
              folder.resolve(name + ".log"),
              "run",
              job,
              "--input",
              input,
              "--output",
              output,
              "--db",
              url));
    }

    for (DatelineProcess job : jobs) {
      assertThat(job.exitCode()).as(job.output()).isZero();
    }
    assertThat(output.resolve("courier/latest/articles.csv"))
        .hasSameBinaryContentAs(output.resolve("herald/latest/articles.csv"));
  }

  @Test
  void needsNoMoreThanASchemaOfItsOwn() throws Exception {
    Files.writeString(input.resolve("a.txt"), story("Accra", "Ama Mensah", "We have seen it all"));
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE plain LOGIN");
      statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
      statement.execute("CREATE SCHEMA plain AUTHORIZATION plain");
    }

    JobRun run =
        JobRun.dateline(
            run(
                folder.resolve("out"),
                "2020-01-01",
                "--db",
                url.replace("user=postgres", "user=plain")));

    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void isRefusedWithASentenceWhereItCannotBeUsed() {
    JobRun unknown = refused("jdbc:mysql://localhost/news");
    JobRun secret = refused("jdbc:postgresql://localhost/news?password=hunter2");
    JobRun nobody = refused("jdbc:postgresql://localhost:1/news");

    assertThat(unknown.exitCode()).isEqualTo(78);
    assertThat(unknown.err()).contains("jdbc:postgresql://HOST");
    assertThat(secret.exitCode()).isEqualTo(78);
    assertThat(secret.err()).contains("DATELINE_DATABASE_PASSWORD").doesNotContain("hunter2");
    assertThat(nobody.exitCode()).isEqualTo(69);
    assertThat(nobody.err()).contains("localhost:1", "refused").hasLineCount(1);
  }

  private JobRun refused(String bad) {
    return JobRun.dateline(run(folder.resolve("out"), "2020-01-01", "--db", bad));
  }

  private Object[] run(Path output, String date, Object... more) {
    List<Object> words = new ArrayList<>(List.of("run", "--input", input, "--output", output));
    words.addAll(List.of("--date", date));
    words.addAll(List.of(more));
    return words.toArray();
  }

  private DatelineProcess start(String name, Object... arguments) throws IOException {
    return DatelineProcess.start(folder.resolve(name + ".log"), arguments);
  }

  private static void awaitParts(DatelineProcess process, Path output) throws Exception {
    Path work = output.resolve("nightly/.0001.partial/work");
    while (process.isAlive() && filled(work) < 2) {
      Thread.sleep(2);
    }
    assertThat(process.isAlive()).as(process.output()).isTrue();
  }

  private static long filled(Path work) {
    String[] names = work.toFile().list((dir, name) -> name.startsWith("articles.p"));
    long filled = 0;
    for (String name : names == null ? new String[0] : names) {
      filled += work.resolve(name).toFile().length() > 0 ? 1 : 0;
    }
    return filled;
  }

  private static void assertSameFiles(Path one, Path other, String run) {
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(other.resolve("nightly").resolve(run).resolve(table))
          .hasSameBinaryContentAs(one.resolve("nightly").resolve(run).resolve(table));
    }
  }

  private static Connection embedded(Path output) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:hsqldb:file:"
            + output.resolve("db/dateline")
            + ";hsqldb.lock_file=false;shutdown=true",
        "SA",
        "");
  }

  private static List<String> rows(Connection connection, String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        Map<String, String> row = new TreeMap<>();
        for (int i = 1; i <= columns; i++) {
          Object value = result.getObject(i);
          row.put(
              result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT),
              value instanceof byte[] bytes
                  ? new String(bytes, StandardCharsets.UTF_8)
                  : String.valueOf(value));
        }
        rows.add(row.toString());
      }
    }
    rows.sort(null);
    return rows;
  }

  /** Nullability of every column of our own tables and views, by table and column. */
  private static Map<String, String> columns(Connection connection) throws SQLException {
    Map<String, String> columns = new TreeMap<>();
    try (ResultSet result =
        connection.getMetaData().getColumns(null, schema(connection), null, null)) {
      while (result.next()) {
        String table = result.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (!table.startsWith("batch_")
            && !table.startsWith("flyway_")
            && isTable(connection, table)) {
          columns.put(
              table + "." + result.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
              result.getString("IS_NULLABLE"));
        }
      }
    }
    return columns;
  }

  private static boolean isTable(Connection connection, String name) throws SQLException {
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(null, schema(connection), stored(connection, name), null)) {
      return tables.next() && !String.valueOf(tables.getString("TABLE_TYPE")).contains("INDEX");
    }
  }

  private static Map<String, List<String>> keys(Connection connection) throws SQLException {
    Map<String, List<String>> keys = new TreeMap<>();
    for (String table : TABLES) {
      Map<Integer, String> columns = new TreeMap<>();
      try (ResultSet result =
          connection
              .getMetaData()
              .getPrimaryKeys(null, schema(connection), stored(connection, table))) {
        while (result.next()) {
          columns.put(
              result.getInt("KEY_SEQ"), result.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
        }
      }
      keys.put(table, List.copyOf(columns.values()));
    }
    return keys;
  }

  private static String schema(Connection connection) throws SQLException {
    return stored(connection, "public");
  }

  private static String stored(Connection connection, String name) throws SQLException {
    DatabaseMetaData meta = connection.getMetaData();
    return meta.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
  }
}
