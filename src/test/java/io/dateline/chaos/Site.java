package io.dateline.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An output folder with its database. */
record Site(Path output, ChaosDatabase database) {

  /** A part file of the articles: its partition, and the attempt. */
  private static final Pattern PART = Pattern.compile("articles\\.p(\\d{5})\\.a\\d+-\\d+");

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
    Map<Integer, Long> committed = database.look(Site::committed);
    Path work = job().resolve(String.format(Locale.ROOT, ".%04d.partial/work", runNumber));
    try (Stream<Path> files = Files.list(work)) {
      return files.anyMatch(
          file -> {
            Matcher part = PART.matcher(file.getFileName().toString());
            return part.matches()
                && file.toFile().length()
                    > committed.getOrDefault(Integer.valueOf(part.group(1)), 0L);
          });
    }
  }

  private static Map<Integer, Long> committed(Connection connection) throws SQLException {
    Map<Integer, Long> bytes = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet partitions =
            statement.executeQuery(
                "SELECT partition_number, articles_bytes FROM run_partitions WHERE run_id ="
                    + " (SELECT MAX(run_id) FROM runs)")) {
      while (partitions.next()) {
        bytes.put(partitions.getInt(1), partitions.getLong(2));
      }
    }
    return bytes;
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
