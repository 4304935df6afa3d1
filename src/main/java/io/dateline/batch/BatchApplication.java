package io.dateline.batch;

import io.dateline.batch.database.Database;
import io.dateline.batch.database.EmbeddedDatabase;
import io.dateline.batch.run.OutputFolder;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The Spring context of a run. */
@SpringBootApplication(proxyBeanMethods = false)
public class BatchApplication {

  /** Connections beside those of the partitions: the step's own, and the summary's. */
  private static final int SPARE_CONNECTIONS = 4;

  /**
   * Opens the database, brings its schema up to date, and makes the job ready. Starts nothing. The
   * caller closes it.
   */
  public static ConfigurableApplicationContext start(
      Database database, Path output, LaunchOptions options) {
    return start(database, output, options, context -> {});
  }

  static ConfigurableApplicationContext start(
      Database database,
      Path output,
      LaunchOptions options,
      ApplicationContextInitializer<ConfigurableApplicationContext> more) {
    if (database instanceof EmbeddedDatabase) {
      FirstDatabase.make(output, EmbeddedDatabase::url);
    }
    return new SpringApplicationBuilder(BatchApplication.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        // Boot's hook stops the job and closes the data source under it; the command line has its
        // own, which waits for the checkpoint.
        .registerShutdownHook(false)
        .initializers(
            context -> {
              GenericApplicationContext beans = (GenericApplicationContext) context;
              beans.registerBean(LaunchOptions.class, () -> options);
              beans.registerBean(Database.class, () -> database);
              beans.registerBean(OutputFolder.class, () -> new OutputFolder(output));
            },
            more)
        .properties(database.properties(options.threads() + SPARE_CONNECTIONS))
        .properties(
            Map.of(
                "spring.batch.job.enabled", "false",
                // The default, SERIALIZABLE, makes jobs that begin at once fail on PostgreSQL; two
                // of one job are kept apart by the lock.
                "spring.batch.jdbc.isolation-level-for-create", "READ_COMMITTED",
                "spring.batch.jdbc.initialize-schema", "never",
                "spring.main.allow-bean-definition-overriding", "false"))
        .run();
  }

  @Bean
  FlywayConfigurationCustomizer schema(Database database) {
    DatabaseDriver vendor = database.isShared() ? DatabaseDriver.POSTGRESQL : DatabaseDriver.HSQLDB;
    return flyway -> SchemaVersion.configure(flyway, vendor.getId());
  }

  @Bean
  FlywayMigrationStrategy migrateForwardOnly() {
    return SchemaVersion::migrate;
  }

  /** Closes the embedded database in order, so that the next start has no log to replay. */
  @Bean(destroyMethod = "shutdown")
  DatabaseShutdown databaseShutdown(JdbcTemplate jdbc, Database database) {
    return new DatabaseShutdown(jdbc, database);
  }

  /** Runs HSQLDB's SHUTDOWN before the data source closes; a server goes on. */
  record DatabaseShutdown(JdbcTemplate jdbc, Database database) {
    void shutdown() {
      if (!database.isShared()) {
        jdbc.execute("SHUTDOWN");
      }
    }
  }
}
