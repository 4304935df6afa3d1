package io.dateline.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/** An output folder with its database. */
record Site(Path output, ChaosDatabase database) {

  /** What is known of a run after a kill. */
  enum Standing {
    NOT_BEGUN,
    UNFINISHED,
    ENDED
  }

  Path job() {
    return output.resolve("nightly");
  }

  ArchiveState state() throws Exception {
    return ArchiveState.of(output, database);
  }

  /** How a run stands by the tables. */
  Standing standing(int runNumber) throws Exception {
    return database.exists()
        ? database.look(connection -> standing(connection, runNumber))
        : Standing.NOT_BEGUN;
  }

  private static Standing standing(Connection connection, int runNumber) throws SQLException {
    if (!hasRuns(connection)) {
      return Standing.NOT_BEGUN;
    }
    try (Statement statement = connection.createStatement();
        ResultSet run =
            statement.executeQuery(
                "SELECT r.state, (SELECT COUNT(*) FROM BATCH_JOB_EXECUTION WHERE STATUS IN"
                    + " ('STARTING', 'STARTED', 'STOPPING')) FROM runs r WHERE run_number = "
                    + runNumber)) {
      if (!run.next()) {
        return Standing.NOT_BEGUN;
      }
      return run.getString(1).equals("RUNNING") || run.getInt(2) > 0
          ? Standing.UNFINISHED
          : Standing.ENDED;
    }
  }

  private static boolean hasRuns(Connection connection) throws SQLException {
    for (String name : new String[] {"runs", "RUNS"}) {
      try (ResultSet tables =
          connection.getMetaData().getTables(null, null, name, new String[] {"TABLE"})) {
        if (tables.next()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether some part file is longer than its partition has committed. */
  boolean isInsideChunk(int runNumber) throws Exception {
    Path work =
        job().resolve(String.format(java.util.Locale.ROOT, ".%04d.partial/work", runNumber));
    return database.look(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet parts =
                  statement.executeQuery(
                      "SELECT articles_part, articles_bytes FROM run_partitions WHERE run_id ="
                          + " (SELECT MAX(run_id) FROM runs) AND articles_part IS NOT NULL")) {
            while (parts.next()) {
              if (work.resolve(parts.getString(1)).toFile().length() > parts.getLong(2)) {
                return true;
              }
            }
            return false;
          }
        });
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
