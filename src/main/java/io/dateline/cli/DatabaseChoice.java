package io.dateline.cli;

import io.dateline.batch.database.Database;
import io.dateline.batch.database.EmbeddedDatabase;
import io.dateline.batch.database.PostgresDatabase;
import io.dateline.batch.settings.JobSettings.DatabaseSettings;
import io.dateline.batch.settings.SettingsException;
import io.dateline.batch.settings.SettingsLoader;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which database a command opens. */
final class DatabaseChoice {

  private DatabaseChoice() {}

  /**
   * The database given on the command line, or else that of the settings, or else the one below the
   * output folder.
   *
   * @param given what {@code --db} says
   * @throws SettingsException if it is of no kind that is known, or a password stands in it
   */
  static Database of(
      @Nullable String given,
      DatabaseSettings settings,
      Path output,
      Map<String, String> environment) {
    String url = given == null ? settings.url() : given.strip();
    if (url.isEmpty()) {
      return new EmbeddedDatabase(output);
    }
    return PostgresDatabase.of(
        new DatabaseSettings(url, settings.user()),
        given == null ? "database.url" : "--db",
        environment.get(SettingsLoader.PASSWORD_VARIABLE));
  }
}
