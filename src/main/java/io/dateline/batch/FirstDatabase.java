package io.dateline.batch;

import io.dateline.batch.database.EmbeddedDatabase;
import io.dateline.batch.run.FolderSync;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * Makes the embedded database beside its place and renames it there when it is whole. HSQLDB
 * commits each statement of a schema by itself: a process that is killed between two of the first
 * would leave a database that no later start could bring on.
 */
final class FirstDatabase {

  private static final String DRAFT = ".db.draft";

  /**
   * HSQLDB writes no log: each statement of a schema would wait for the disk, and a draft that is
   * not whole is thrown away.
   */
  private static final String WITHOUT_LOG = ";hsqldb.log_data=false";

  private FirstDatabase() {}

  /**
   * Makes the database of an output folder unless there is one. The caller holds the folder's lock.
   *
   * @param url of a database in a folder
   * @throws UncheckedIOException if the folder cannot be written
   */
  static void make(Path output, Function<Path, String> url) {
    Path draft = output.resolve(DRAFT);
    try {
      FileSystemUtils.deleteRecursively(draft);
      if (Files.exists(EmbeddedDatabase.folder(output))) {
        return;
      }
      Files.createDirectories(draft);
      migrate(url.apply(draft));
      force(draft);
      Files.move(draft, EmbeddedDatabase.folder(output), StandardCopyOption.ATOMIC_MOVE);
      FolderSync.force(output);
    } catch (IOException e) {
      throw new UncheckedIOException("The database cannot be made in " + draft, e);
    }
  }

  private static void migrate(String url) {
    SingleConnectionDataSource source =
        new SingleConnectionDataSource(url + WITHOUT_LOG, "SA", "", true);
    try {
      SchemaVersion.migrate(source, DatabaseDriver.HSQLDB.getId());
      JdbcTemplate jdbc = new JdbcTemplate(source);
      // The database remembers it.
      jdbc.execute("SET FILES LOG TRUE");
      jdbc.execute("SHUTDOWN");
    } finally {
      source.destroy();
    }
  }

  private static void force(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.toList();
    }
    for (Path file : files) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
    FolderSync.force(folder);
  }
}
