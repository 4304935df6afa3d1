package io.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads CSV files into tables of a DuckDB in memory, by what datapackage.json says of them. */
final class DuckDb implements AutoCloseable {

  private final Connection connection;

  DuckDb() throws SQLException {
    this.connection = DriverManager.getConnection("jdbc:duckdb:");
  }

  /**
   * Loads a file into a table of its name; a cell that is not of its column's type throws, and a
   * wrong number of rows fails. The line end is left to DuckDB: told of CRLF in strict mode, 1.4
   * silently reads no row at all where a cell holds a line feed.
   */
  void load(Path folder, JsonNode resource) throws SQLException {
    String columns =
        resource
            .at("/schema/fields")
            .valueStream()
            .map(f -> literal(f.get("name")) + ": '" + type(f.get("type").asString()) + "'")
            .collect(Collectors.joining(", "));
    JsonNode dialect = resource.get("dialect");
    execute(
        "CREATE TABLE "
            + identifier(resource.get("name"))
            + " AS SELECT * FROM read_csv("
            + literal(folder.resolve(resource.get("path").asString()).toString())
            + ", auto_detect = false, strict_mode = true, null_padding = false, header = true"
            + ", delim = "
            + literal(dialect.get("delimiter"))
            + ", quote = "
            + literal(dialect.get("quoteChar"))
            + ", escape = "
            + literal(dialect.get("quoteChar"))
            + ", encoding = 'utf-8', columns = {"
            + columns
            + "})");
    assertThat(number("SELECT count(*) FROM " + identifier(resource.get("name"))))
        .as(resource.get("name").asString())
        .isEqualTo(resource.get("rowCount").asLong());
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of a query, as text. */
  List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        values.add(result.getString(1));
      }
    }
    return values;
  }

  /** The one number that a query gives. */
  long number(String sql) throws SQLException {
    return Long.parseLong(column(sql).get(0));
  }

  static String identifier(JsonNode name) {
    return '"' + name.asString() + '"';
  }

  static String literal(JsonNode text) {
    return literal(text.asString());
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String type(String type) {
    return switch (type) {
      case "string" -> "VARCHAR";
      case "integer" -> "BIGINT";
      case "number" -> "DOUBLE";
      case "boolean" -> "BOOLEAN";
      case "date" -> "DATE";
      default -> throw new IllegalArgumentException(type);
    };
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
