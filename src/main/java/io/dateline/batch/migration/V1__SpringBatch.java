package io.dateline.batch.migration;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Spring Batch's own tables, by the script of the library in use, so that Flyway owns every table
 * of the database. The name gives Flyway version and description.
 */
public final class V1__SpringBatch extends BaseJavaMigration {

  private static final String SCRIPTS = "org/springframework/batch/core/schema-";

  @Override
  public void migrate(Context context) throws SQLException {
    String product = context.getConnection().getMetaData().getDatabaseProductName();
    String script = SCRIPTS + DatabaseDriver.fromProductName(product).getId() + ".sql";
    ScriptUtils.executeSqlScript(context.getConnection(), new ClassPathResource(script));
  }
}
