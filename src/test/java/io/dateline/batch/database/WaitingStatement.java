package io.dateline.batch.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A thread that waits for the server's answer to a statement. */
public final class WaitingStatement {

  private static final long MAX_SECONDS = 20;

  private final FutureTask<Boolean> answer;

  private WaitingStatement(FutureTask<Boolean> answer) {
    this.answer = answer;
  }

  /**
   * Begins it in a transaction of its own, and returns when the server is at it.
   *
   * @param sql unlike every other of the database
   */
  public static WaitingStatement begin(DataSource source, String database, String sql)
      throws Exception {
    FutureTask<Boolean> answer = new FutureTask<>(() -> execute(source, sql));
    Thread thread = new Thread(answer, "waiting");
    thread.setDaemon(true);
    thread.start();
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_SECONDS);
    try (Connection other = DriverManager.getConnection(TestDatabases.urlOf(database, "postgres"));
        PreparedStatement look =
            other.prepareStatement(
                "SELECT 1 FROM pg_stat_activity WHERE datname = ? AND state = 'active'"
                    + " AND wait_event IS NOT NULL AND query = ?")) {
      look.setString(1, database);
      look.setString(2, sql);
      while (!isAny(look)) {
        if (answer.isDone() || System.nanoTime() > giveUp) {
          throw new IllegalStateException("The server does not wait in " + sql);
        }
        Thread.sleep(10);
      }
    }
    return new WaitingStatement(answer);
  }

  private static boolean execute(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }

  private static boolean isAny(PreparedStatement look) throws SQLException {
    try (ResultSet rows = look.executeQuery()) {
      return rows.next();
    }
  }

  /** Whether nobody has answered, and nobody has said that there will be no answer. */
  public boolean isWaiting() {
    return !answer.isDone();
  }

  /**
   * Waits until it has its answer.
   *
   * @throws java.util.concurrent.ExecutionException if the connection broke instead
   * @throws java.util.concurrent.TimeoutException if it waits longer
   */
  public void await(long seconds) throws Exception {
    answer.get(seconds, TimeUnit.SECONDS);
  }
}
