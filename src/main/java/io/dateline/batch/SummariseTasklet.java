package io.dateline.batch;

import io.dateline.output.CsvTable;
import io.dateline.output.FormulaGuard;
import io.dateline.summary.Group;
import io.dateline.summary.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts the groups of the archive as it will be once this run is published, for the tables and for
 * {@code summary/*.csv} in staging.
 */
class SummariseTasklet implements Tasklet {

  /** Rows that are current now or will be when the run is published. */
  private static final String CURRENT =
      " x JOIN runs r ON r.run_id = x.run_id"
          + " WHERE r.job_name = ? AND (r.state = 'PUBLISHED' OR r.run_id = ?)"
          + " AND NOT EXISTS (SELECT 1 FROM superseded_files s"
          + " JOIN runs later ON later.run_id = s.by_run_id"
          + " WHERE s.run_id = x.run_id AND s.file_number = x.file_number"
          + " AND (later.state = 'PUBLISHED' OR later.run_id = ?))";

  private final RunStore store;
  private final JdbcTemplate jdbc;
  private final JdbcClient client;

  SummariseTasklet(RunStore store, JdbcTemplate jdbc, JdbcClient client) {
    this.store = store;
    this.jdbc = jdbc;
    this.client = client;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context)
      throws IOException {
    Run run = store.get(RunParameters.runId(context));
    if (RunSummary.planned(run).files() == 0 || Files.isDirectory(run.folders().published())) {
      return RepeatStatus.FINISHED;
    }
    Path folder = Files.createDirectories(run.folders().staging().resolve("summary"));
    client.sql("DELETE FROM summary_counts WHERE run_id = ?").param(run.runId()).update();
    for (Summary summary : Summary.values()) {
      List<Group> groups = count(summary, run);
      insert(summary, run, groups);
      write(summary, groups, folder, run.frozen().settings().csv().formulaGuard());
    }
    Publication.force(folder);
    return RepeatStatus.FINISHED;
  }

  private List<Group> count(Summary summary, Run run) {
    List<Group> groups =
        client
            .sql(
                "SELECT "
                    + summary.keyExpression()
                    + " AS group_key, COUNT(*) AS group_rows"
                    + " FROM "
                    + summary.table()
                    + CURRENT
                    + " GROUP BY "
                    + summary.keyExpression())
            .params(run.jobName(), run.runId(), run.runId())
            .query((rs, row) -> new Group(rs.getString("group_key"), rs.getLong("group_rows")))
            .list();
    List<Group> sorted = new ArrayList<>(groups);
    sorted.sort(Group.ORDER);
    return sorted;
  }

  private void insert(Summary summary, Run run, List<Group> groups) {
    List<Object[]> rows = new ArrayList<>();
    for (Group group : groups) {
      rows.add(new Object[] {run.runId(), summary.label(), rows.size(), group.key(), group.rows()});
    }
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(
          "INSERT INTO summary_counts (run_id, summary, position, group_key, group_rows)"
              + " VALUES (?, ?, ?, ?, ?)",
          rows,
          new int[] {Types.BIGINT, Types.VARCHAR, Types.INTEGER, Types.VARCHAR, Types.BIGINT});
    }
  }

  private static void write(Summary summary, List<Group> groups, Path folder, boolean guard)
      throws IOException {
    StringBuilder csv = new StringBuilder();
    csv.append(CsvTable.FORMAT.format(summary.keyColumn(), summary.countColumn()));
    csv.append(PartFile.LINE_END);
    for (Group group : groups) {
      String key = group.key() == null ? "" : group.key();
      csv.append(CsvTable.FORMAT.format(guard ? FormulaGuard.guard(key) : key, group.rows()));
      csv.append(PartFile.LINE_END);
    }
    Files.writeString(
        folder.resolve(summary.label() + ".csv"),
        csv,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
  }
}
