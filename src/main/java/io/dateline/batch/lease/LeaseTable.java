package io.dateline.batch.lease;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The leases in the database. Every change is one statement with its condition in it, so that it
 * happens whole or not at all without a transaction around it; inside one it joins that.
 *
 * <p>Safe for use by several threads.
 */
final class LeaseTable {

  private static final int ANSWER_SECONDS = 5;

  /** The database's clock in UTC: sessions of two hosts may have two time zones. */
  private static final String NOW =
      "CAST(CURRENT_TIMESTAMP AT TIME ZONE INTERVAL '0:00' HOUR TO MINUTE AS TIMESTAMP)";

  private final JdbcTemplate jdbc;

  LeaseTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Optional<LeaseRow> read(String jobName) {
    return jdbc
        .query(
            "SELECT owner, host, machine, process_id, process_start, token, acquired, renewed,"
                + " beats, "
                + NOW
                + " AS database_now FROM job_leases WHERE job_name = ?",
            (rs, row) -> row(rs),
            jobName)
        .stream()
        .findFirst();
  }

  private static LeaseRow row(ResultSet rs) throws SQLException {
    LocalDateTime renewed = rs.getObject("renewed", LocalDateTime.class);
    LocalDateTime now = rs.getObject("database_now", LocalDateTime.class);
    return new LeaseRow(
        new LeaseOwner(
            rs.getString("owner"),
            rs.getString("host"),
            rs.getString("machine"),
            rs.getLong("process_id"),
            rs.getLong("process_start")),
        rs.getString("token"),
        rs.getObject("acquired", LocalDateTime.class),
        Duration.between(renewed, now),
        rs.getLong("beats"));
  }

  /** Takes a lease that nobody has; false if somebody was faster. */
  boolean insert(String jobName, LeaseOwner owner, String token) {
    try {
      return jdbc.update(
              "INSERT INTO job_leases (job_name, owner, host, machine, process_id, process_start,"
                  + " token, acquired, renewed, beats) VALUES (?, ?, ?, ?, ?, ?, ?, "
                  + NOW
                  + ", "
                  + NOW
                  + ", 0)",
              jobName,
              owner.user(),
              owner.host(),
              owner.machine(),
              owner.processId(),
              owner.processStart(),
              token)
          == 1;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  /**
   * Takes a lease over; false if it was given a sign of life, or another owner, since it was read.
   */
  boolean takeOver(String jobName, LeaseRow read, LeaseOwner owner, String token) {
    return jdbc.update(
            "UPDATE job_leases SET owner = ?, host = ?, machine = ?, process_id = ?,"
                + " process_start = ?, token = ?, acquired = "
                + NOW
                + ", renewed = "
                + NOW
                + ", beats = 0 WHERE job_name = ? AND token = ? AND beats = ?",
            owner.user(),
            owner.host(),
            owner.machine(),
            owner.processId(),
            owner.processStart(),
            token,
            jobName,
            read.token(),
            read.beats())
        == 1;
  }

  /** Gives a sign of life; false if the lease is another's. */
  boolean renew(String jobName, String token) {
    return jdbc.update(
            "UPDATE job_leases SET renewed = "
                + NOW
                + ", beats = beats + 1 WHERE job_name = ? AND token = ?",
            jobName,
            token)
        == 1;
  }

  /**
   * Makes a takeover wait for the end of the transaction under way; false if the lease is
   * another's.
   *
   * <p>Leaves the time alone: in a transaction the database's clock stands at its beginning.
   */
  boolean hold(String jobName, String token) {
    return jdbc.update(
            "UPDATE job_leases SET beats = beats + 1 WHERE job_name = ? AND token = ?",
            jobName,
            token)
        == 1;
  }

  boolean isHeld(String jobName, String token) {
    return read(jobName).filter(row -> row.token().equals(token)).isPresent();
  }

  /** Whether the database answers, beside a statement that waits. */
  boolean answers() {
    try (Connection connection = requireNonNull(jdbc.getDataSource()).getConnection()) {
      return connection.isValid(ANSWER_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Ends all connections, also those on which somebody waits for an answer. */
  void cutOff() {
    if (jdbc.getDataSource() instanceof HikariDataSource pool) {
      pool.close();
    }
  }

  void release(String jobName, String token) {
    jdbc.update("DELETE FROM job_leases WHERE job_name = ? AND token = ?", jobName, token);
  }
}
