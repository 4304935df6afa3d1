package io.dateline.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a user has of an archive: the files of every published run, and every row of every
 * table. Left out is what tells of the running itself: times, attempts, and the tables of Spring
 * Batch and Flyway.
 *
 * @param files hash of each file by its path
 * @param tables rows of each table, as text, in an order of their own
 */
record ArchiveState(SortedMap<String, String> files, SortedMap<String, List<String>> tables) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Set<String> TABLES_OF_THE_RUNNING = Set.of("job_leases", "run_failures");

  private static final Set<String> COLUMNS_OF_THE_RUNNING =
      Set.of(
          "runs.started_at",
          "runs.finished_at",
          "runs.resumed_count",
          "runs.frozen",
          "run_partitions.articles_part",
          "run_partitions.quotes_part",
          "run_partitions.rejections_part");

  static ArchiveState of(Path output, ChaosDatabase database) throws Exception {
    return new ArchiveState(files(output.resolve("nightly")), database.look(ArchiveState::tables));
  }

  private static SortedMap<String, String> files(Path job) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(job)) {
      for (Path path : paths.toList()) {
        String name = job.relativize(path).toString();
        if (Files.isSymbolicLink(path)) {
          hashes.put(name, Files.readSymbolicLink(path).toString());
        } else if (name.endsWith("/report.html")) {
          // It tells of times as well; that it is there and whole is what can be compared.
          hashes.put(name, Files.readString(path).endsWith("</html>\n") ? "whole" : "cut short");
        } else if (name.endsWith("/datapackage.json")) {
          hashes.put(name, JSON.readTree(Files.readString(path)).get("resources").toString());
        } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
            && !tellsOfTheRunning(name)) {
          hashes.put(name, sha256(Files.readAllBytes(path)));
        }
      }
    }
    return hashes;
  }

  private static boolean tellsOfTheRunning(String name) {
    return name.startsWith("logs/")
        || name.endsWith("/run.json")
        || name.equals("progress.json")
        || name.equals("dateline.lock");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SortedMap<String, List<String>> tables(Connection connection) throws Exception {
    SortedMap<String, List<String>> tables = new TreeMap<>();
    for (String table : names(connection)) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
        tables.put(table, rows(table, rows));
      }
    }
    return tables;
  }

  private static SortedSet<String> names(Connection connection) throws Exception {
    SortedSet<String> names = new TreeSet<>();
    try (ResultSet tables =
        connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        String schema = tables.getString("TABLE_SCHEM");
        String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (schema.equalsIgnoreCase("public")
            && !name.startsWith("batch_")
            && !name.startsWith("flyway_")
            && !TABLES_OF_THE_RUNNING.contains(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static List<String> rows(String table, ResultSet rows) throws Exception {
    List<String> texts = new ArrayList<>();
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      StringBuilder text = new StringBuilder();
      for (int i = 1; i <= columns; i++) {
        String column = rows.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT);
        if (!COLUMNS_OF_THE_RUNNING.contains(table + "." + column)) {
          Object value = rows.getObject(i);
          text.append(column)
              .append('=')
              .append(value instanceof byte[] bytes ? new String(bytes, UTF_8) : value)
              .append('|');
        }
      }
      texts.add(text.toString());
    }
    texts.sort(null);
    return texts;
  }
}
