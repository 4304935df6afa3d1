package io.dateline.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.batch.database.BothDatabases;
import io.dateline.batch.database.Database;
import io.dateline.batch.database.EmbeddedDatabase;
import io.dateline.batch.database.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The scripts of each kind of database make the same tables, views and indexes. */
@BothDatabases
class SchemaTwinsTests {

  @TempDir static Path folder;
  private static ConfigurableApplicationContext embedded;
  private static ConfigurableApplicationContext postgres;

  @BeforeAll
  static void twoFreshDatabases() throws Exception {
    Path output = Files.createDirectories(folder.resolve("out"));
    embedded = open(new EmbeddedDatabase(output), output);
    postgres = open(TestDatabases.postgres(output), output);
  }

  @AfterAll
  static void close() {
    embedded.close();
    postgres.close();
  }

  private static ConfigurableApplicationContext open(Database database, Path output) {
    return BatchApplication.start(database, output, new LaunchOptions(1, 50));
  }

  @Test
  void haveTheSameTablesAndViewsWithTheSameColumns() throws Exception {
    Map<String, String> columns = columns(embedded);

    assertThat(columns).containsKeys("article_rows.headline", "articles.headline", "runs.frozen");
    assertThat(columns(postgres)).isEqualTo(columns);
  }

  @Test
  void haveTheSamePrimaryKeys() throws Exception {
    Map<String, String> keys = primaryKeys(embedded);

    assertThat(keys).containsEntry("article_texts", "{1=text_key, 2=run_id, 3=ordinal}");
    assertThat(primaryKeys(postgres)).isEqualTo(keys);
  }

  @Test
  void haveIndexesOnTheSameColumns() throws Exception {
    Set<String> indexes = indexes(embedded);

    assertThat(indexes).contains("superseded_files {1=by_run_id, 2=run_id, 3=file_number} false");
    assertThat(indexes(postgres)).isEqualTo(indexes);
  }

  /** Those of Spring Batch and of Flyway are twins by their own care. */
  private static boolean isOurs(String table) {
    return !table.startsWith("batch_") && !table.startsWith("flyway_");
  }

  private static Map<String, String> columns(ConfigurableApplicationContext context)
      throws SQLException {
    Map<String, String> columns = new TreeMap<>();
    try (Connection connection = context.getBean(DataSource.class).getConnection()) {
      Map<String, String> types = new TreeMap<>();
      try (ResultSet tables =
          connection
              .getMetaData()
              .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "VIEW"})) {
        while (tables.next()) {
          types.put(name(tables, "TABLE_NAME"), tables.getString("TABLE_TYPE"));
        }
      }
      try (ResultSet rows =
          connection.getMetaData().getColumns(null, connection.getSchema(), "%", "%")) {
        while (rows.next()) {
          String table = name(rows, "TABLE_NAME");
          if (!isOurs(table) || !types.containsKey(table)) {
            continue;
          }
          boolean isView = types.get(table).equals("VIEW");
          columns.put(
              table + "." + name(rows, "COLUMN_NAME"),
              (isView ? "view" : "table")
                  + " "
                  + rows.getInt("ORDINAL_POSITION")
                  + " "
                  + kind(rows)
                  // Databases differ in what they tell of a view's columns.
                  + (isView || rows.getInt("NULLABLE") != 0 ? "" : " not null"));
        }
      }
    }
    return columns;
  }

  private static String kind(ResultSet column) throws SQLException {
    int type = column.getInt("DATA_TYPE");
    int size = column.getInt("COLUMN_SIZE");
    return switch (type) {
      case Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB ->
          size > 100_000 ? "text" : "text of " + size;
      case Types.BINARY, Types.VARBINARY -> "bytes";
      case Types.BIT, Types.BOOLEAN -> "boolean";
      case Types.DOUBLE, Types.FLOAT -> "double";
      case Types.INTEGER -> "integer";
      case Types.BIGINT -> "bigint";
      default -> "type " + type;
    };
  }

  private static Map<String, String> primaryKeys(ConfigurableApplicationContext context)
      throws SQLException {
    Map<String, String> keys = new TreeMap<>();
    try (Connection connection = context.getBean(DataSource.class).getConnection()) {
      DatabaseMetaData metadata = connection.getMetaData();
      for (String table : tables(connection)) {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet rows = metadata.getPrimaryKeys(null, connection.getSchema(), table)) {
          while (rows.next()) {
            columns.put(rows.getInt("KEY_SEQ"), name(rows, "COLUMN_NAME"));
          }
        }
        keys.put(table.toLowerCase(Locale.ROOT), columns.toString());
      }
    }
    return keys;
  }

  private static Set<String> indexes(ConfigurableApplicationContext context) throws SQLException {
    Set<String> indexes = new TreeSet<>();
    try (Connection connection = context.getBean(DataSource.class).getConnection()) {
      for (String table : tables(connection)) {
        Map<String, Map<Integer, String>> columns = new TreeMap<>();
        Map<String, Boolean> repeats = new TreeMap<>();
        try (ResultSet rows =
            connection
                .getMetaData()
                .getIndexInfo(null, connection.getSchema(), table, false, false)) {
          while (rows.next()) {
            String index = rows.getString("INDEX_NAME");
            if (index != null) {
              columns
                  .computeIfAbsent(index, n -> new TreeMap<>())
                  .put(rows.getInt("ORDINAL_POSITION"), name(rows, "COLUMN_NAME"));
              repeats.put(index, !rows.getBoolean("NON_UNIQUE"));
            }
          }
        }
        columns.forEach(
            (index, of) ->
                indexes.add(table.toLowerCase(Locale.ROOT) + " " + of + " " + repeats.get(index)));
      }
    }
    return indexes;
  }

  private static Set<String> tables(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        if (isOurs(name(tables, "TABLE_NAME"))) {
          names.add(tables.getString("TABLE_NAME"));
        }
      }
    }
    return names;
  }

  private static String name(ResultSet row, String column) throws SQLException {
    return row.getString(column).toLowerCase(Locale.ROOT);
  }
}
