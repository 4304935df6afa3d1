package io.dateline.cli;

import io.dateline.batch.database.TestDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the database of an output folder when no run is at work on it. */
final class Tables {

  private Tables() {}

  /**
   * Rows of a query, none of a change, each column as text or null, keyed by its name in lower
   * case.
   */
  static List<Map<String, String>> query(Path output, String sql) throws SQLException {
    try (Connection connection = TestDatabases.open(output)) {
      List<Map<String, String>> rows = query(connection, sql);
      TestDatabases.shutdown(connection);
      return rows;
    }
  }

  static List<Map<String, String>> query(Connection connection, String sql) throws SQLException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return rows;
      }
      try (ResultSet result = statement.getResultSet()) {
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          Map<String, String> row = new LinkedHashMap<>();
          for (int i = 1; i <= columns; i++) {
            row.put(
                result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT),
                text(result.getObject(i)));
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** The same of both kinds of database. */
  private static String text(Object value) {
    return value instanceof byte[] bytes
        ? HexFormat.of().formatHex(bytes)
        : value == null ? null : value.toString();
  }

  /** Everything a run put into the tables, in the order of the keys. */
  static Map<String, List<Map<String, String>>> ofRun(Path output, long runId) throws SQLException {
    try (Connection connection = TestDatabases.open(output)) {
      Map<String, List<Map<String, String>>> tables = ofRun(connection, runId);
      TestDatabases.shutdown(connection);
      return tables;
    }
  }

  static Map<String, List<Map<String, String>>> ofRun(Connection connection, long runId)
      throws SQLException {
    Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
    Map<String, String> keys =
        Map.of(
            "article_rows", "ordinal",
            "quote_rows", "ordinal, quote_number",
            "rejection_rows", "ordinal",
            "source_files", "file_number",
            "article_texts", "text_key, ordinal",
            "summary_groups", "summary, group_key",
            "run_fields", "publisher_number, field",
            "quality_drops", "drop_number");
    for (String table : keys.keySet().stream().sorted().toList()) {
      tables.put(
          table,
          query(
              connection,
              "SELECT * FROM "
                  + table
                  + " WHERE run_id = "
                  + runId
                  + " ORDER BY "
                  + keys.get(table)));
    }
    tables.put(
        "run_partitions",
        query(
            connection,
            "SELECT partition_number, manifest_offset, files, entries, articles, quotes,"
                + " rejections, articles_bytes, articles_offset, quotes_bytes, rejections_bytes"
                + " FROM run_partitions WHERE run_id = "
                + runId
                + " ORDER BY partition_number"));
    return tables;
  }
}
