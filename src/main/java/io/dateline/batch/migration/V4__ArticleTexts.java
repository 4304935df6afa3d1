package io.dateline.batch.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Fills {@code article_texts} for the rows that an older program wrote. Java, since databases
 * differ in how they read hexadecimal numbers. The name gives Flyway version and description.
 */
public final class V4__ArticleTexts extends BaseJavaMigration {

  private static final int PAGE = 5_000;

  /** Hex digits of {@code content_sha256} that make up a key: 64 bits. */
  private static final int KEY_DIGITS = 16;

  /** In transactions of its own, a page each: an archive in one would have to fit into memory. */
  @Override
  public boolean canExecuteInTransaction() {
    return false;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try (PreparedStatement clear = connection.prepareStatement("DELETE FROM article_texts")) {
      // A migration that was interrupted begins anew.
      clear.executeUpdate();
      connection.commit();
      for (long run = next(connection, -1); run >= 0; run = next(connection, run)) {
        copy(connection, run);
      }
    } finally {
      connection.setAutoCommit(autoCommit);
    }
  }

  private static long next(Connection connection, long after) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT MIN(run_id) FROM runs WHERE run_id > ?")) {
      select.setLong(1, after);
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        long run = rows.getLong(1);
        return rows.wasNull() ? -1 : run;
      }
    }
  }

  private static void copy(Connection connection, long run) throws SQLException {
    long last = -1;
    int copied;
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT ordinal, content_sha256 FROM article_rows WHERE run_id = ? AND ordinal > ?"
                    + " ORDER BY run_id, ordinal FETCH FIRST "
                    + PAGE
                    + " ROWS ONLY");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO article_texts (text_key, run_id, ordinal) VALUES (?, ?, ?)")) {
      do {
        select.setLong(1, run);
        select.setLong(2, last);
        copied = 0;
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            last = rows.getLong("ordinal");
            insert.setLong(
                1, Long.parseUnsignedLong(rows.getString("content_sha256"), 0, KEY_DIGITS, 16));
            insert.setLong(2, run);
            insert.setLong(3, last);
            insert.addBatch();
            copied++;
          }
        }
        // HSQLDB throws on an empty batch.
        if (copied > 0) {
          insert.executeBatch();
        }
        connection.commit();
      } while (copied == PAGE);
    }
  }
}
