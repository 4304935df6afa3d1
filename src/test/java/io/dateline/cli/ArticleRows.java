package io.dateline.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a run has committed to the database so far. */
final class ArticleRows {

  private ArticleRows() {}

  /** Waits until a process has written so many. */
  static void await(Crew crew, DatelineProcess process, long rows) throws Exception {
    try (Connection connection = DriverManager.getConnection(crew.url())) {
      Crew.await(
          process,
          known ->
              holds(connection, "SELECT to_regclass('article_rows') IS NOT NULL")
                  && holds(connection, "SELECT COUNT(*) >= " + rows + " FROM article_rows"));
    }
  }

  private static boolean holds(Connection connection, String condition) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(condition)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
