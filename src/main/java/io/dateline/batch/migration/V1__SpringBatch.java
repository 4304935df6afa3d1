package io.dateline.batch.migration;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Spring Batch's own tables, by the script of the library in use, so that Flyway owns every table
 * of the database. The name gives Flyway version and description.
 */
public final class V1__SpringBatch extends BaseJavaMigration {

  private static final String SCRIPT = "org/springframework/batch/core/schema-hsqldb.sql";

  @Override
  public void migrate(Context context) {
    ScriptUtils.executeSqlScript(context.getConnection(), new ClassPathResource(SCRIPT));
  }
}
