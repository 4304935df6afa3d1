package io.dateline.batch;

import io.dateline.batch.migration.V1__SpringBatch;
import io.dateline.batch.migration.V4__ArticleTexts;
import io.dateline.batch.run.OutputFolder;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
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
   * Opens the database below the output folder, brings its schema up to date, and makes the job
   * ready. Starts nothing. The caller closes it.
   */
  public static ConfigurableApplicationContext start(Path output, LaunchOptions options) {
    return start(output, options, context -> {});
  }

  static ConfigurableApplicationContext start(
      Path output,
      LaunchOptions options,
      ApplicationContextInitializer<ConfigurableApplicationContext> more) {
    FirstDatabase.make(output, BatchApplication::url);
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
              beans.registerBean(OutputFolder.class, () -> new OutputFolder(output));
            },
            more)
        .properties(
            Map.of(
                "spring.datasource.url", url(output.resolve(FirstDatabase.NAME)),
                "spring.datasource.username", "SA",
                "spring.datasource.password", "",
                "spring.datasource.hikari.maximum-pool-size", options.threads() + SPARE_CONNECTIONS,
                // Databases name some types differently; what they have in common stands once.
                "spring.flyway.locations",
                    "classpath:db/migration/common,classpath:db/migration/{vendor}",
                "spring.batch.job.enabled", "false",
                "spring.batch.jdbc.initialize-schema", "never",
                "spring.main.allow-bean-definition-overriding", "false"))
        .run();
  }

  /**
   * Every commit reaches the disk ({@code write_delay}); readers do not block writers ({@code
   * mvcc}); tables are not held in memory ({@code cached}). HSQLDB's own lock file is off, since a
   * stale one delays every start after a crash by ten seconds; the lock of the output folder keeps
   * a second process out.
   */
  private static String url(Path folder) {
    return "jdbc:hsqldb:file:"
        + folder.resolve("dateline")
        + ";hsqldb.tx=mvcc;hsqldb.write_delay=false;hsqldb.lock_file=false"
        + ";hsqldb.default_table_type=cached";
  }

  @Bean
  V1__SpringBatch springBatchSchema() {
    return new V1__SpringBatch();
  }

  @Bean
  V4__ArticleTexts articleTexts() {
    return new V4__ArticleTexts();
  }

  @Bean
  FlywayMigrationStrategy migrateForwardOnly() {
    return SchemaVersion::migrate;
  }

  /** Closes the database in order, so that the next start has no log to replay. */
  @Bean(destroyMethod = "shutdown")
  DatabaseShutdown databaseShutdown(JdbcTemplate jdbc) {
    return new DatabaseShutdown(jdbc);
  }

  /** Runs HSQLDB's SHUTDOWN before the data source closes. */
  record DatabaseShutdown(JdbcTemplate jdbc) {
    void shutdown() {
      jdbc.execute("SHUTDOWN");
    }
  }
}
