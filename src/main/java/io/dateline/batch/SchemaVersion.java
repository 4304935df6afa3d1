package io.dateline.batch;

import io.dateline.batch.migration.V1__SpringBatch;
import io.dateline.batch.migration.V4__ArticleTexts;
import io.dateline.batch.run.ProgramVersion;
import io.dateline.batch.run.RunFailure;
import java.util.Arrays;
import java.util.Comparator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/** Brings the database's schema forward; never back. */
final class SchemaVersion {

  private SchemaVersion() {}

  /**
   * Migrates a database to the newest schema that this program knows.
   *
   * @param vendor the kind of database: {@code hsqldb} or {@code postgresql}
   * @throws RunFailure with {@code CONFIGURATION} if a newer program has been at the database
   */
  static void migrate(DataSource source, String vendor) {
    // Databases name some types differently; what they have in common stands once.
    Flyway flyway =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
            .javaMigrations(new V1__SpringBatch(), new V4__ArticleTexts())
            .load();
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
    // Most nights find the schema as it has to be, and to lock it takes longer than to see that.
    if (failed || info.pending().length > 0) {
      flyway.migrate();
    }
  }

  private static boolean isUnknown(MigrationState state) {
    return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
  }
}
