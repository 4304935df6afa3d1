package io.dateline.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.EmbeddedDatabase;
import io.dateline.batch.database.EmbeddedDatabaseOnly;
import io.dateline.batch.database.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How a start tells whether the schema is as it has to be. */
@EmbeddedDatabaseOnly("a server has no first database to make")
class SchemaVersionTests {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"hsqldb", "postgresql"})
  void knowsTheNumberOfTheLastMigrationThatThereIs(String vendor) {
    Flyway flyway = SchemaVersion.flyway(source("jdbc:hsqldb:mem:numbers"), vendor);

    assertThat(
            Arrays.stream(flyway.info().all()).map(MigrationInfo::getVersion).map(String::valueOf))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, SchemaVersion.NEWEST).mapToObj(String::valueOf).toList());
  }

  @Test
  void makesWhatTheDatabaseLacksAndTakesBackWhatFailed() {
    DriverManagerDataSource source = source("jdbc:hsqldb:mem:failed;hsqldb.tx=mvcc");
    JdbcTemplate jdbc = new JdbcTemplate(source);
    SchemaVersion.migrate(source, "hsqldb");
    List<String> whole = history(jdbc);
    jdbc.update(
        "UPDATE \"flyway_schema_history\" SET \"success\" = FALSE WHERE \"version\" = ?",
        String.valueOf(SchemaVersion.NEWEST));
    assertThat(history(jdbc)).isNotEqualTo(whole);

    SchemaVersion.migrate(source, "hsqldb");

    assertThat(history(jdbc)).isEqualTo(whole);
  }

  private static List<String> history(JdbcTemplate jdbc) {
    return jdbc.query(
        "SELECT * FROM \"flyway_schema_history\" ORDER BY \"installed_rank\"",
        (row, n) -> row.getString("version") + " " + row.getBoolean("success"));
  }

  /** Its draft has no log; the database that is left has one, or a crash would cost what it had. */
  @Test
  void leavesAFirstDatabaseThatWritesEachCommitToItsLog() throws Exception {
    Function<Path, String> url = EmbeddedDatabase::url;

    FirstDatabase.make(folder, url);

    assertThat(Files.readAllLines(EmbeddedDatabase.folder(folder).resolve("dateline.script")))
        .contains("SET FILES LOG TRUE", "SET FILES WRITE DELAY 0", "SET FILES NIO FALSE")
        .doesNotContain("SET FILES LOG FALSE");
    try (Connection connection = TestDatabases.openEmbedded(folder)) {
      connection.createStatement().execute("CREATE TABLE later (id INTEGER)");
      assertThat(EmbeddedDatabase.folder(folder).resolve("dateline.log"))
          .content()
          .contains("CREATE TABLE later");
      connection.createStatement().execute("SHUTDOWN");
    }
  }

  private static DriverManagerDataSource source(String url) {
    return new DriverManagerDataSource(url, "SA", "");
  }
}
