package io.dateline.batch.rows;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes many rows in transactions of a bounded size: the database keeps every deleted row in
 * memory until it commits. May be interrupted and called again.
 */
public final class BoundedDelete {

  private static final int ROWS_PER_TRANSACTION = 5_000;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  public BoundedDelete(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * Deletes all rows of a table that fulfil a condition.
   *
   * @param key columns of the primary key
   * @param condition SQL, of which an index finds the rows
   * @param parameters of the condition
   */
  public void delete(String table, List<String> key, String condition, Object... parameters) {
    String select =
        "SELECT "
            + String.join(", ", key)
            + " FROM "
            + table
            + " WHERE "
            + condition
            + " FETCH FIRST "
            + ROWS_PER_TRANSACTION
            + " ROWS ONLY";
    String delete =
        "DELETE FROM "
            + table
            + " WHERE "
            + key.stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
    while (true) {
      List<Object[]> keys =
          jdbc.query(
              select,
              (rs, row) -> {
                Object[] values = new Object[key.size()];
                for (int i = 0; i < values.length; i++) {
                  values[i] = rs.getObject(i + 1);
                }
                return values;
              },
              parameters);
      // HSQLDB throws on an empty batch.
      if (keys.isEmpty()) {
        return;
      }
      transaction.executeWithoutResult(status -> jdbc.batchUpdate(delete, keys));
    }
  }
}
