package io.dateline.batch.database;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * HSQLDB below an output folder; it admits one process.
 *
 * @param output the output folder of all jobs
 */
public record EmbeddedDatabase(Path output) implements Database {

  /** The folder of the database below an output folder. */
  public static Path folder(Path output) {
    return output.resolve("db");
  }

  private Path folder() {
    return folder(output);
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
  public void configure(HikariConfig pool) {
    pool.setDriverClassName("org.hsqldb.jdbc.JDBCDriver");
    pool.setJdbcUrl(url(folder()));
    pool.setUsername("SA");
    pool.setPassword("");
  }

  /**
   * JDBC URL of a database in a folder. Every commit reaches the disk ({@code write_delay});
   * readers do not block writers ({@code mvcc}); tables are not held in memory ({@code cached}).
   * HSQLDB's own lock file is off, since a stale one delays every start after a crash by ten
   * seconds; the lock of the output folder keeps a second process out.
   */
  public static String url(Path folder) {
    return "jdbc:hsqldb:file:"
        + folder.resolve("dateline")
        + ";hsqldb.tx=mvcc;hsqldb.write_delay=false;hsqldb.lock_file=false"
        + ";hsqldb.default_table_type=cached";
  }
}
