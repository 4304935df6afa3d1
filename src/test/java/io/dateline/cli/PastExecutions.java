package io.dateline.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.job.DefaultJobKeyGenerator;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** Nights that an archive has behind it, without the time they take. */
final class PastExecutions {

  private static final int STEPS = 7;
  private static final int BATCH = 1_000;

  private PastExecutions() {}

  /**
   * Adds nights that found nothing new after the runs of a job, the first of which they resemble:
   * their rows in {@code runs}, and Spring Batch's instances, executions, parameters, steps and
   * contexts.
   */
  static void add(Path output, int nights) throws SQLException {
    String url = "jdbc:hsqldb:file:" + output.resolve("db/dateline") + ";hsqldb.lock_file=false";
    try (Connection connection = DriverManager.getConnection(url, "SA", "");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SET FILES LOG FALSE");
      long newest = newest(statement);
      // Below the numbers that Spring Batch gives.
      insertInstances(connection, newest, nights);
      insert(
          connection,
          nights,
          "BATCH_JOB_EXECUTION VALUES (-?, 2, -?, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP,"
              + " CURRENT_TIMESTAMP, 'COMPLETED', 'COMPLETED', '', CURRENT_TIMESTAMP)");
      String context = context(statement);
      insert(
          connection, nights, "BATCH_JOB_EXECUTION_CONTEXT VALUES (-?, '" + context + "', NULL)");
      insert(
          connection,
          nights,
          "BATCH_JOB_EXECUTION_PARAMS VALUES (-?, 'run', 'java.lang.Long', '1', 'Y')");
      for (int step = 0; step < STEPS; step++) {
        String id = "(-? * " + STEPS + " - " + step + ")";
        insert(
            connection,
            nights,
            "BATCH_STEP_EXECUTION VALUES ("
                + id
                + ", 2, 'extractPartition:p0000"
                + step
                + "', -?, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 'COMPLETED', 1,"
                + " 1, 0, 1, 0, 0, 0, 0, 'COMPLETED', '', CURRENT_TIMESTAMP)");
        insert(
            connection,
            nights,
            "BATCH_STEP_EXECUTION_CONTEXT VALUES (" + id + ", '" + context + "', NULL)");
      }
      insert(
          connection,
          nights,
          "runs (run_id, job_name, run_number, run_date, state, extractor_version, config_sha256,"
              + " frozen, started_at, finished_at, resumed_count) SELECT "
              + newest
              + " + ?, job_name, "
              + newest
              + " + ?, run_date, 'NOTHING_NEW', extractor_version, config_sha256, frozen,"
              + " started_at, finished_at, 0 FROM runs WHERE run_number = 1");
      connection.commit();
      statement.execute("SET FILES LOG TRUE");
      statement.execute("SHUTDOWN");
    }
  }

  private static String context(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT MIN(SHORT_CONTEXT) FROM BATCH_JOB_EXECUTION_CONTEXT")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static long newest(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT MAX(run_id), MAX(run_number) FROM runs")) {
      rows.next();
      if (rows.getLong(1) != rows.getLong(2)) {
        throw new IllegalStateException("the archive has more than one job");
      }
      return rows.getLong(1);
    }
  }

  /** With the keys by which Spring Batch finds them. */
  private static void insertInstances(Connection connection, long newest, int nights)
      throws SQLException {
    Map<String, String> first = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT PARAMETER_NAME, PARAMETER_VALUE FROM BATCH_JOB_EXECUTION_PARAMS"
                    + " WHERE JOB_EXECUTION_ID ="
                    + " (SELECT MIN(JOB_EXECUTION_ID) FROM BATCH_JOB_EXECUTION)")) {
      while (rows.next()) {
        first.put(rows.getString(1), rows.getString(2));
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO BATCH_JOB_INSTANCE VALUES (?, 0, 'extractArticlesJob', ?)")) {
      for (int night = 1; night <= nights; night++) {
        JobParametersBuilder parameters = new JobParametersBuilder();
        for (String name : List.of("job", "input", "output", "date")) {
          parameters.addString(name, first.get(name));
        }
        parameters.addLong("run", newest + night);
        insert.setLong(1, -night);
        insert.setString(2, new DefaultJobKeyGenerator().generateKey(parameters.toJobParameters()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Inserts a row a night; each parameter is the night's number, from 1. */
  private static void insert(Connection connection, int nights, String values) throws SQLException {
    int parameters = (int) values.chars().filter(c -> c == '?').count();
    String sql = "INSERT INTO " + values.replace("?", "CAST(? AS BIGINT)");
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int night = 1; night <= nights; night++) {
        for (int i = 1; i <= parameters; i++) {
          insert.setLong(i, night);
        }
        insert.addBatch();
        if (night % BATCH == 0 || night == nights) {
          insert.executeBatch();
        }
      }
    }
  }
}
