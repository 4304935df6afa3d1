package io.dateline.batch.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * HSQLDB below an output folder; it admits one process.
 *
 * @param output the output folder of all jobs
 */
public record EmbeddedDatabase(Path output) implements Database {

  private Path folder() {
    return output.resolve("db");
  }

  @Override
  public String place() {
    return "The database in " + folder();
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public boolean exists() {
    return Files.isDirectory(folder());
  }

  @Override
  public Path lockFolder(Path folderOfAll, String jobName) {
    return folderOfAll;
  }

  @Override
  public Map<String, Object> properties(int connections) {
    return Map.of(
        "spring.datasource.url",
        url(),
        "spring.datasource.username",
        "SA",
        "spring.datasource.password",
        "",
        "spring.datasource.hikari.maximum-pool-size",
        connections);
  }

  /**
   * Every commit reaches the disk ({@code write_delay}); readers do not block writers ({@code
   * mvcc}); tables are not held in memory ({@code cached}). HSQLDB's own lock file is off, since a
   * stale one delays every start after a crash by ten seconds; the lock of the output folder keeps
   * a second process out.
   */
  private String url() {
    return "jdbc:hsqldb:file:"
        + folder().resolve("dateline")
        + ";hsqldb.tx=mvcc;hsqldb.write_delay=false;hsqldb.lock_file=false"
        + ";hsqldb.default_table_type=cached";
  }
}
