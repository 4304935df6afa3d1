package io.dateline.batch;

import static java.util.Objects.requireNonNull;

import io.dateline.batch.migration.V1__SpringBatch;
import io.dateline.batch.migration.V4__ArticleTexts;
import io.dateline.batch.run.ProgramVersion;
import io.dateline.batch.run.RunFailure;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.springframework.jdbc.core.JdbcTemplate;

/** Brings the database's schema forward; never back. */
final class SchemaVersion {

  /** The migrations are numbered from 1 without a gap; this is the last one's number. */
  static final int NEWEST = 13;

  private static final String HAS_HISTORY =
      "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA"
          + " AND table_name = 'flyway_schema_history'";

  private static final String HISTORY =
      "SELECT \"version\", \"success\" FROM \"flyway_schema_history\" ORDER BY \"installed_rank\"";

  private SchemaVersion() {}

  /**
   * Migrates a database to the newest schema that this program knows.
   *
   * @param vendor the kind of database: {@code hsqldb} or {@code postgresql}
   * @throws RunFailure with {@code CONFIGURATION} if a newer program has been at the database
   */
  static void migrate(DataSource source, String vendor) {
    // Most nights find the schema as it has to be, and Flyway takes longer to start than to see it.
    if (!isNewest(new JdbcTemplate(source))) {
      migrate(flyway(source, vendor));
    }
  }

  /**
   * Checks that a database has the schema that this program knows, and changes nothing: others are
   * at work in it.
   *
   * @throws RunFailure with {@code CONFIGURATION} if not
   */
  static void require(DataSource source) {
    if (!isNewest(new JdbcTemplate(source))) {
      throw new RunFailure(
          RunFailure.Kind.CONFIGURATION,
          "The database has the schema of another Dateline than this one, "
              + ProgramVersion.get()
              + ", and a worker does not change it; give workers the version of `run`.",
          null);
    }
  }

  /** Whether each migration was made once, in order and whole; whatever else, Flyway judges. */
  private static boolean isNewest(JdbcTemplate jdbc) {
    if (requireNonNull(jdbc.queryForObject(HAS_HISTORY, Integer.class)) == 0) {
      return false;
    }
    List<String> made =
        jdbc.query(
            HISTORY, (row, n) -> row.getBoolean("success") ? row.getString("version") : "failed");
    return made.equals(IntStream.rangeClosed(1, NEWEST).mapToObj(String::valueOf).toList());
  }

  /** Databases name some types differently; what they have in common stands once. */
  static Flyway flyway(DataSource source, String vendor) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
        .javaMigrations(new V1__SpringBatch(), new V4__ArticleTexts())
        .load();
  }

  private static void migrate(Flyway flyway) {
    MigrationInfoService info = flyway.info();
    Arrays.stream(info.applied())
        .filter(migration -> isUnknown(migration.getState()))
        .map(MigrationInfo::getVersion)
        .max(Comparator.naturalOrder())
        .ifPresent(
            version -> {
              throw new RunFailure(
                  RunFailure.Kind.CONFIGURATION,
                  "The database was made by a newer Dateline (its schema has version "
                      + version
                      + ", and this is "
                      + ProgramVersion.get()
                      + "); update Dateline, or name another folder with --output or another database with"
                      + " --db.",
                  null);
            });
    boolean failed = Arrays.stream(info.all()).anyMatch(m -> m.getState() == MigrationState.FAILED);
    if (failed) {
      // Every migration of ours can be repeated; Flyway waits for somebody to say so.
      flyway.repair();
    }
    flyway.migrate();
  }

  private static boolean isUnknown(MigrationState state) {
    return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
  }
}
