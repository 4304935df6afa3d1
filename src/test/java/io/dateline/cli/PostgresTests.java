package io.dateline.cli;

import static io.dateline.cli.Nights.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.archive.ArchiveGenerator;
import io.dateline.batch.database.BothDatabases;
import io.dateline.batch.database.TestDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on PostgreSQL alone, or on both kinds of database together. */
@BothDatabases
@Timeout(300)
class PostgresTests {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static final Pattern SQL = Pattern.compile("```sql\n([^`]*)```");

  @TempDir Path folder;
  private Path input;
  private Path output;
  private String database;

  @BeforeEach
  void aDatabase() throws IOException {
    input = Files.createDirectories(folder.resolve("papers"));
    output = folder.resolve("out");
    database =
        TestDatabases.create(
            "postgres_tests_" + NUMBER.incrementAndGet(), "ENCODING 'UTF8' TEMPLATE template0");
  }

  private String url() {
    return TestDatabases.urlOf(database, "postgres");
  }

  private JobRun run(Object... more) {
    return JobRun.dateline(arguments(output, more));
  }

  private Object[] arguments(Path to, Object... more) {
    return Stream.concat(
            Stream.of("run", "--input", input, "--output", to, "--date", "2020-02-03"),
            Stream.of(more))
        .toArray();
  }

  private List<Map<String, String>> rows(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection(url())) {
      return Tables.query(connection, sql);
    }
  }

  @Test
  void anArchiveGivesTheSameBytesAndTheSameRowsAsOnTheEmbeddedDatabase() throws Exception {
    new ArchiveGenerator(31).write(input, 400);
    Files.writeString(input.resolve("accents.txt"), story("Ålesund", "Žofie Čapková", "Ça va, ño"));
    Path embedded = folder.resolve("embedded");

    JobRun here = JobRun.dateline(arguments(embedded, "--db", ""));
    JobRun there = run("--db", url());

    assertThat(here.exitCode()).as(here.err()).isZero();
    assertThat(there.exitCode()).as(there.err()).isZero();
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(output.resolve("nightly/latest").resolve(table))
          .hasSameBinaryContentAs(embedded.resolve("nightly/latest").resolve(table));
    }
    assertThat(Nights.summaries(output.resolve("nightly/latest")))
        .isEqualTo(Nights.summaries(embedded.resolve("nightly/latest")));
    try (Connection one = TestDatabases.openEmbedded(embedded);
        Connection other = DriverManager.getConnection(url())) {
      assertThat(Tables.ofRun(other, 1)).isEqualTo(Tables.ofRun(one, 1));
    }
    assertThat(output.resolve("db")).doesNotExist();
  }

  @Test
  void theRoleOfTheGuideHasAllTheRightsThatARunAndAnExportNeed() throws Exception {
    Files.writeString(input.resolve("accra.txt"), story("Accra", "Ama Mensah", "We have seen it"));
    asTheGuideSays("guided");
    String guided = TestDatabases.urlOf("guided", "guided");

    JobRun first = run("--db", guided);
    Files.writeString(input.resolve("cork.txt"), story("Cork", "Nora Daly", "Nobody asked us"));
    JobRun second = run("--db", guided);
    JobRun export = JobRun.dateline("export", "--output", output, "--db", guided);

    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(second.exitCode()).as(second.err()).isZero();
    assertThat(export.exitCode()).as(export.err()).isZero();
    assertThat(JobRun.csv(output.resolve("nightly/export/articles.csv"))).hasSize(2);
  }

  /** With a name of its own in place of that of the guide. */
  private static void asTheGuideSays(String name) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher block = SQL.matcher(Files.readString(Path.of("docs/postgresql.md")));
    while (block.find()) {
      blocks.add(block.group(1).replace("dateline", name));
    }
    assertThat(blocks).hasSize(2);
    TestDatabases.execute("postgres", blocks.get(0).split(";\\s*", -1));
    TestDatabases.execute(name, blocks.get(1).split(";\\s*", -1));
  }

  @Test
  void aTextOfHostileCharactersGoesIntoTheTablesAsIntoTheFiles() throws Exception {
    Files.write(
        input.resolve("nul.txt"),
        story("Accra", "Ama \u0000Mensah", "We \u0000have\u0007 seen \uFFFF it")
            .getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        input.resolve("entity.html"),
        "<html><head><title>Fer&#0;ry &#xD800;stays</title><meta property='og:site_name'"
            + " content='Pa&#0;per&#x1F;'><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
            + "\"headline\":\"Ferry\\u0000 stays \\ud83d\",\"author\":\"A\\u0000na Whit\\udc00lock\","
            + "\"keywords\":[\"a\\u0000b\",\"c\\ud800\"]}</script></head><body><p>"
            + story("Bergen", "Nils\u0001 Aune", "The boat\u0000 needs paint &#0; &#xDFFF;")
            + "</p></body></html>");
    Files.writeString(input.resolve("new\nline\u0001.txt"), "x\u0000");
    Files.write(input.resolve("bytes.txt"), new byte[] {0, 0, 0, 'a', 0, (byte) 0xC0, (byte) 0x80});

    JobRun run = run("--db", url());

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(
            rows("SELECT source_path FROM articles UNION ALL SELECT source_path FROM rejections"))
        .hasSize(4);
    List<Map<String, String>> articles = rows("SELECT * FROM articles ORDER BY ordinal");
    List<Map<String, String>> cells = JobRun.csv(output.resolve("nightly/latest/articles.csv"));
    assertThat(articles).hasSameSizeAs(cells).isNotEmpty();
    for (int i = 0; i < cells.size(); i++) {
      for (String column : List.of("headline", "publisher", "authors", "keywords", "source_path")) {
        assertThat(articles.get(i).get(column) == null ? "" : articles.get(i).get(column))
            .isEqualTo(cells.get(i).get(column));
      }
    }
  }

  @Test
  void aRunWhoseConnectionsAreLostEndsWith69AndIsResumed() throws Exception {
    new ArchiveGenerator(32).write(input, 800);
    Path job = Files.write(folder.resolve("nightly.yml"), List.of(Nights.SMALL_PARTITIONS));
    Path whole = folder.resolve("whole");
    assertThat(JobRun.dateline(arguments(whole, job, "--db", "")).exitCode()).isZero();
    DatelineProcess run =
        DatelineProcess.start(
            folder.resolve("lost.log"), arguments(output, job, "--db", url(), "--threads", 2));
    Path work = output.resolve("nightly/.0001.partial/work");
    while (run.isAlive() && countParts(work) < 3) {
      Thread.sleep(5);
    }

    while (run.isAlive()) {
      TestDatabases.execute(
          "postgres",
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
              + database
              + "'");
      Thread.sleep(20);
    }
    JobRun resumed = run(job, "--db", url());

    assertThat(run.exitCode()).as(run.output()).isEqualTo(69);
    assertThat(run.output())
        .contains("dateline: The database cannot be reached: ")
        .contains("Run the same command again")
        .doesNotContain("\tat ");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("Resuming run 2020-02-03-0001");
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(output.resolve("nightly/2020-02-03-0001").resolve(table))
          .hasSameBinaryContentAs(whole.resolve("nightly/latest").resolve(table));
    }
  }

  private static int countParts(Path work) {
    String[] parts =
        work.toFile().list((dir, name) -> dir.toPath().resolve(name).toFile().length() > 0);
    return parts == null ? 0 : parts.length;
  }

  @Test
  void severalJobsBeginAtOnceInOneDatabaseAndOneOutputFolder() throws Exception {
    new ArchiveGenerator(33).write(input, 300);
    List<DatelineProcess> runs = new ArrayList<>();
    for (String name : List.of("morning", "noon", "evening")) {
      Path job = Files.writeString(folder.resolve(name + ".yml"), "input: papers=" + input + "\n");
      runs.add(
          DatelineProcess.start(
              folder.resolve(name + ".log"),
              "run",
              job,
              "--output",
              output,
              "--db",
              url(),
              "--date",
              "2020-02-03"));
    }

    for (DatelineProcess run : runs) {
      assertThat(run.exitCode()).as(run.output()).isZero();
    }
    assertThat(rows("SELECT run_id FROM runs ORDER BY run_id"))
        .extracting(row -> row.get("run_id"))
        .containsExactly("1", "2", "3");
    for (String table : List.of("articles.csv", "quotes.csv", "rejections.csv")) {
      assertThat(output.resolve("noon/latest").resolve(table))
          .hasSameBinaryContentAs(output.resolve("morning/latest").resolve(table));
      assertThat(output.resolve("evening/latest").resolve(table))
          .hasSameBinaryContentAs(output.resolve("morning/latest").resolve(table));
    }
    assertThat(JobRun.dateline("status", "--output", output).out())
        .contains("morning", "noon", "evening");
  }

  @Test
  void aJobGoesOnInTheFolderOfItsRunsAloneWhereverThatIsMoved() throws Exception {
    Files.writeString(input.resolve("accra.txt"), story("Accra", "Ama Mensah", "We have seen it"));
    assertThat(run("--db", url()).exitCode()).isZero();
    Path other = folder.resolve("other");

    JobRun elsewhere = JobRun.dateline(arguments(other, "--db", url()));
    JobRun export = JobRun.dateline("export", "--output", output.resolve("nightly"), "--db", url());
    Path moved = Files.move(output, folder.resolve("moved"));
    Files.writeString(input.resolve("cork.txt"), story("Cork", "Nora Daly", "Nobody asked us"));
    JobRun there = JobRun.dateline(arguments(moved, "--db", url()));

    assertThat(elsewhere.exitCode()).isEqualTo(78);
    assertThat(elsewhere.err())
        .startsWith(
            "dateline: Run 2020-02-03-0001 of nightly was published in " + output + ", and is not")
        .hasLineCount(1);
    assertThat(export.exitCode()).isEqualTo(66);
    assertThat(there.exitCode()).as(there.err()).isZero();
    assertThat(rows("SELECT source_path FROM articles")).hasSize(2);
  }

  @Test
  void aDryRunCreatesNeitherTablesNorFolders() throws Exception {
    Files.writeString(input.resolve("accra.txt"), story("Accra", "Ama Mensah", "We have seen it"));

    JobRun run = run("--db", url(), "--dry-run");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(output).doesNotExist();
    assertThat(rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).isEmpty();
  }

  @Nested
  class ADatabaseThatCannotBeUsed {

    @Test
    void isNamedWhenNoServerAnswers() {
      JobRun run = run("--db", "jdbc:postgresql://localhost:1/dateline");

      assertEnds(run, 69, "The PostgreSQL database `dateline` at localhost:1 cannot be reached");
    }

    @Test
    void isNamedWhenItIsNotThere() {
      JobRun run = run("--db", TestDatabases.urlOf("nowhere", "postgres"));

      assertEnds(run, 78, "is not there; docs/postgresql.md");
    }

    @Test
    void isRefusedWhenItsEncodingLosesCharacters() {
      TestDatabases.create(
          "latin", "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");

      JobRun run = run("--db", TestDatabases.urlOf("latin", "postgres"));

      assertEnds(run, 78, "has the encoding LATIN1; create it with ENCODING 'UTF8'");
    }

    @Test
    void isRefusedWhenTheRoleMayNotCreateTables() {
      TestDatabases.execute(database, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
      TestDatabases.execute(
          database, "CREATE ROLE powerless LOGIN", "GRANT USAGE ON SCHEMA public TO powerless");

      JobRun run = run("--db", TestDatabases.urlOf(database, "powerless"));

      assertEnds(run, 78, "does not let the user `powerless` create tables in the schema public");
    }

    @Test
    void isRefusedWhenTheTablesBelongToAnotherRole() throws Exception {
      Files.writeString(input.resolve("accra.txt"), story("Accra", "Ama Mensah", "We saw it"));
      assertThat(run("--db", url()).exitCode()).isZero();
      TestDatabases.execute(database, "CREATE ROLE stranger LOGIN");

      JobRun run = run("--db", TestDatabases.urlOf(database, "stranger"));

      assertEnds(run, 78, "check the user and its rights");
    }

    @Test
    void isRefusedWhenItHoldsTablesOfSomethingElse() {
      TestDatabases.execute(database, "CREATE TABLE invoices (id INTEGER)");

      JobRun run = run("--db", url());

      assertEnds(run, 78, "has tables of something else in the schema public");
    }

    @Test
    void isRefusedWhenItCanOnlyBeRead() {
      TestDatabases.execute(
          "postgres", "ALTER DATABASE " + database + " SET default_transaction_read_only = on");

      JobRun run = run("--db", url());

      assertEnds(run, 78, "can only be read");
    }

    @Test
    void isNamedWhenTheServerAdmitsNoMoreConnections() {
      TestDatabases.execute(
          database, "CREATE ROLE crowded LOGIN CONNECTION LIMIT 0", "GRANT postgres TO crowded");

      JobRun run = run("--db", TestDatabases.urlOf(database, "crowded"));

      assertEnds(run, 69, "cannot be reached: FATAL: too many connections");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "jdbc:postgresql://localhost/x?password=s3cret",
          "jdbc:postgresql://localhost/x?ssl=true&PassWord=s3cret",
          "jdbc:postgresql://localhost/x?sslpassword=s3cret",
          "jdbc:postgresql://localhost/x?pass%77ord=s3cret",
          "jdbc:postgresql://me:s3cret@localhost/x",
          "jdbc:postgresql://localhost/x?service=s3cret",
          "jdbc:mysql://localhost/x?password=s3cret",
          "jdbc:hsqldb:file:/tmp/s3cret",
          "postgresql://me:s3cret@localhost/x",
          "jdbc:postgresql://localhost/",
          "jdbc:postgresql:x",
        })
    void isRefusedWithoutRepeatingItsUrlWhenThatIsNoneOrHoldsAPassword(String url) {
      JobRun run = run("--db", url);

      assertEnds(run, 78, "The database of --db ");
      assertThat(run.err() + run.out()).doesNotContain("s3cret");
    }

    @Test
    void isRefusedInAJobFileToo() throws Exception {
      Path job = folder.resolve("wrong.yml");
      Files.writeString(job, "database:\n  url: jdbc:oracle:thin:@s3cret\n");

      JobRun run = JobRun.dateline("run", job, "--input", input, "--output", output);

      assertEnds(run, 78, "The database of database.url ");
      assertThat(run.err()).doesNotContain("s3cret");
    }

    private void assertEnds(JobRun run, int exitCode, String sentence) {
      assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
      assertThat(run.err()).startsWith("dateline: ").contains(sentence).hasLineCount(1);
      assertThat(output.resolve("db")).doesNotExist();
    }
  }

  @Nested
  class APassword {

    private static final String PASSWORD = "not to be seen";

    @Test
    void comesFromTheEnvironmentAloneAndIsNeverShown() throws Exception {
      Files.writeString(input.resolve("accra.txt"), story("Accra", "Ama Mensah", "We saw it"));
      TestDatabases.execute(
          database,
          "CREATE ROLE guarded LOGIN PASSWORD '" + PASSWORD + "'",
          "CREATE SCHEMA guarded AUTHORIZATION guarded");
      TestDatabases.requirePassword("guarded");

      DatelineProcess without = start(Map.of());
      DatelineProcess wrong = start(Map.of("DATELINE_DATABASE_PASSWORD", "another one"));
      DatelineProcess right = start(Map.of("DATELINE_DATABASE_PASSWORD", PASSWORD));

      assertThat(without.exitCode()).isEqualTo(78);
      assertThat(without.output())
          .contains("wants a password of the user `guarded`")
          .hasLineCount(1);
      assertThat(wrong.exitCode()).isEqualTo(78);
      assertThat(wrong.output())
          .contains("does not let the user `guarded` in")
          .doesNotContain("another one")
          .hasLineCount(1);
      assertThat(right.exitCode()).as(right.output()).isZero();
      try (Stream<Path> files = Files.walk(output)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(Files.readString(file)).as("%s", file).doesNotContain(PASSWORD);
        }
      }
    }

    private DatelineProcess start(Map<String, String> more) throws IOException {
      Map<String, String> environment = new java.util.HashMap<>(more);
      environment.put("DATELINE_DATABASE_URL", TestDatabases.urlOf(database, ""));
      environment.put("DATELINE_DATABASE_USER", "guarded");
      return DatelineProcess.start(
          folder.resolve(more.hashCode() + ".log"),
          DatelineProcess.javaHome(),
          List.of(),
          environment,
          "run",
          "--input",
          input,
          "--output",
          output,
          "--db",
          TestDatabases.urlOf(database, ""));
    }
  }
}
