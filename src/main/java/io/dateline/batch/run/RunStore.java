package io.dateline.batch.run;

import io.dateline.batch.run.Run.Frozen;
import io.dateline.batch.run.Run.PlanSummary;
import io.dateline.batch.run.Run.State;
import io.dateline.source.ManifestPlanner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The runs in the database. Every method joins the caller's transaction. */
@Component
public class RunStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String GATE_SEPARATOR = " ";

  private final JdbcClient jdbc;
  private final OutputFolder output;
  private final PartitionStore partitions;
  private final QualityStore quality;

  RunStore(JdbcClient jdbc, JdbcTemplate template, OutputFolder output) {
    this.jdbc = jdbc;
    this.output = output;
    this.partitions = new PartitionStore(jdbc);
    this.quality = new QualityStore(template);
  }

  /** The job's newest run that is not published, if any. */
  public Optional<Run> unfinished(String jobName) {
    return jdbc
        .sql("SELECT * FROM runs WHERE job_name = ? AND state = 'RUNNING' ORDER BY run_id DESC")
        .param(jobName)
        .query(this::run)
        .stream()
        .findFirst();
  }

  /** The job's newest run, whatever became of it. */
  public Optional<Run> newest(String jobName) {
    return jdbc.sql(
            "SELECT * FROM runs WHERE job_name = ?"
                // From the index's end; for MAX, HSQLDB reads all of it.
                + " ORDER BY job_name DESC, run_number DESC FETCH FIRST 1 ROWS ONLY")
        .param(jobName)
        .query(this::run)
        .optional();
  }

  /** The job's newest published run. */
  public Optional<Run> newestPublished(String jobName) {
    return newest(jobName, State.PUBLISHED);
  }

  private Optional<Run> newest(String jobName, State state) {
    return jdbc.sql(
            "SELECT * FROM runs WHERE job_name = ? AND state = ?"
                + " ORDER BY job_name DESC, state DESC, run_id DESC FETCH FIRST 1 ROWS ONLY")
        .params(jobName, state.name())
        .query(this::run)
        .optional();
  }

  /** A run. */
  public Run get(long runId) {
    return jdbc.sql("SELECT * FROM runs WHERE run_id = ?").param(runId).query(this::run).single();
  }

  /**
   * Begins a run.
   *
   * @param usedNumber highest run number that the output folder knows; the database may be younger
   */
  public Run begin(
      String jobName,
      long usedNumber,
      String runDate,
      String extractorVersion,
      String configSha256,
      Frozen frozen) {
    long runId =
        1
            + jdbc.sql("SELECT run_id FROM runs ORDER BY run_id DESC FETCH FIRST 1 ROWS ONLY")
                .query(Long.class)
                .optional()
                .orElse(0L);
    long number = 1 + Math.max(usedNumber, newest(jobName).map(Run::runNumber).orElse(0L));
    jdbc.sql(
            "INSERT INTO runs (run_id, job_name, run_number, run_date, state, extractor_version,"
                + " config_sha256, frozen, started_at, resumed_count, selective, superseded_rows)"
                + " VALUES (?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?, 0, ?, 'KEPT')")
        .params(
            runId,
            jobName,
            number,
            runDate,
            extractorVersion,
            configSha256,
            FrozenJson.write(frozen),
            Instant.now().toString(),
            frozen.settings().select().selects())
        .update();
    return get(runId);
  }

  /** Makes a run that was just begun a baseline: it copies what is current and reads nothing. */
  public Run asBaseline(Run run) {
    jdbc.sql("UPDATE runs SET state = ?, baseline = TRUE WHERE run_id = ?")
        .params(State.COMPACTING.name(), run.runId())
        .update();
    return get(run.runId());
  }

  public void countResume(long runId) {
    jdbc.sql("UPDATE runs SET resumed_count = resumed_count + 1 WHERE run_id = ?")
        .param(runId)
        .update();
  }

  /** Records a plan and its partitions, replacing those of an interrupted planning. */
  public void plan(long runId, PlanSummary plan, List<ManifestPlanner.Partition> partitions) {
    this.partitions.replace(runId, partitions);
    jdbc.sql(
            "UPDATE runs SET manifest_sha256 = ?, planned_files = ?, planned_bytes = ?,"
                + " unchanged = ?, hashed = ?, known_files = ?, gone_files = ?, removed_files = ?,"
                + " ignored = ?, gates = ? WHERE run_id = ?")
        .params(
            plan.manifestSha256(),
            plan.files(),
            plan.bytes(),
            plan.unchanged(),
            plan.hashed(),
            plan.known(),
            plan.gone(),
            plan.removed(),
            JSON.writeValueAsString(plan.ignored()),
            String.join(GATE_SEPARATOR, plan.gates()),
            runId)
        .update();
  }

  /** The partitions of runs. */
  public PartitionStore partitions() {
    return partitions;
  }

  /** How often the runs filled the fields. */
  public QualityStore quality() {
    return quality;
  }

  /** Records what the run came to, beside the rows themselves. */
  public void recordCounts(long runId, RunCounts counts, long outputBytes) {
    jdbc.sql(
            "UPDATE runs SET articles = ?, quotes = ?, rejections = ?, output_bytes = ?"
                + " WHERE run_id = ?")
        .params(counts.articles(), counts.quotes(), counts.rejections(), outputBytes, runId)
        .update();
  }

  /** Records that the run's groups follow the present definition of the summaries. */
  public void recordSummaries(long runId, int version, long olderArticles, long rescued) {
    jdbc.sql(
            "UPDATE runs SET summary_version = ?, older_articles = ?, rescued = ? WHERE run_id = ?")
        .params(version, olderArticles, rescued, runId)
        .update();
  }

  /** The definition that the groups of the job's newest published run follow, if it has groups. */
  public Optional<Integer> summaryVersion(String jobName) {
    return jdbc.sql(
            "SELECT summary_version FROM runs WHERE run_id ="
                + " (SELECT MAX(run_id) FROM runs WHERE job_name = ? AND state = 'PUBLISHED')")
        .param(jobName)
        .query((rs, row) -> Optional.ofNullable((Integer) rs.getObject("summary_version")))
        .optional()
        .flatMap(version -> version);
  }

  /** Current articles of the job that come from extraction rules other than these. */
  public long countOlderArticles(String jobName, String extractorVersion) {
    return jdbc.sql(
            "SELECT COALESCE(SUM(articles), 0) FROM summary_articles_by_extractor_version"
                + " WHERE job_name = ? AND extractor_version <> ?")
        .params(jobName, extractorVersion)
        .query(Long.class)
        .single();
  }

  /** Keys of the job's published runs. */
  public Set<Long> published(String jobName) {
    return new HashSet<>(
        jdbc.sql("SELECT run_id FROM runs WHERE job_name = ? AND state = 'PUBLISHED'")
            .param(jobName)
            .query(Long.class)
            .list());
  }

  /** Numbers of the job's runs that were rolled back, or are about to be. */
  public Set<Long> rolledBackNumbers(String jobName) {
    return new HashSet<>(
        jdbc.sql(
                "SELECT run_number FROM runs WHERE job_name = ?"
                    + " AND state IN ('ROLLED_BACK', 'ROLLING_BACK')")
            .param(jobName)
            .query(Long.class)
            .list());
  }

  /** The job's run of this number. */
  public Optional<Run> ofNumber(String jobName, long number) {
    return jdbc.sql("SELECT * FROM runs WHERE job_name = ? AND run_number = ?")
        .params(jobName, number)
        .query(this::run)
        .optional();
  }

  /** Date of the job's newest run that was published or found nothing new. */
  public Optional<String> lastDate(String jobName) {
    return Stream.of(State.PUBLISHED, State.NOTHING_NEW)
        .flatMap(state -> newest(jobName, state).stream())
        .max(Comparator.comparingLong(Run::runId))
        .map(Run::runDate);
  }

  /** Whether the rows of the files that the run found gone are deleted. */
  public boolean areRemovedRowsDeleted(long runId) {
    return jdbc.sql("SELECT removed_rows_deleted FROM runs WHERE run_id = ?")
        .param(runId)
        .query(Boolean.class)
        .single();
  }

  public void recordRemovedRowsDeleted(long runId) {
    jdbc.sql("UPDATE runs SET removed_rows_deleted = TRUE WHERE run_id = ?").param(runId).update();
  }

  /** Ends a run: with PUBLISHED, this one row makes all its rows current. */
  public void finish(long runId, State state, @Nullable String folder) {
    jdbc.sql("UPDATE runs SET state = ?, finished_at = ?, folder = ? WHERE run_id = ?")
        .param(state.name())
        .param(Instant.now().toString())
        .param(folder)
        .param(runId)
        .update();
  }

  /** Rows in the tables, counted by the database. */
  public RunCounts countRows(long runId) {
    return RunCounts.ofRows(
        count("article_rows", runId), count("quote_rows", runId), count("rejection_rows", runId));
  }

  private long count(String table, long runId) {
    return jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE run_id = ?")
        .param(runId)
        .query(Long.class)
        .single();
  }

  /** Rejections of a run by reason, in the reasons' own order of names. */
  public Map<String, Long> rejectionsByReason(long runId) {
    Map<String, Long> reasons = new TreeMap<>();
    jdbc.sql("SELECT reason, COUNT(*) AS n FROM rejection_rows WHERE run_id = ? GROUP BY reason")
        .param(runId)
        .query(
            (rs, row) -> {
              reasons.put(rs.getString("reason"), rs.getLong("n"));
              return row;
            })
        .list();
    return reasons;
  }

  private static List<String> gates(@Nullable String joined) {
    return joined == null || joined.isEmpty()
        ? List.of()
        : List.of(joined.split(GATE_SEPARATOR, -1));
  }

  private Run run(ResultSet rs, int row) throws SQLException {
    String manifest = rs.getString("manifest_sha256");
    Run.Frozen frozen = FrozenJson.read(rs.getString("frozen"));
    return new Run(
        rs.getLong("run_id"),
        rs.getString("job_name"),
        rs.getLong("run_number"),
        rs.getString("run_date"),
        State.valueOf(rs.getString("state")),
        rs.getString("extractor_version"),
        rs.getString("config_sha256"),
        frozen,
        output.of(frozen),
        rs.getString("started_at"),
        rs.getString("finished_at"),
        rs.getInt("resumed_count"),
        (Long) rs.getObject("older_articles"),
        (Long) rs.getObject("rescued"),
        manifest == null
            ? null
            : new PlanSummary(
                manifest,
                rs.getLong("planned_files"),
                rs.getLong("planned_bytes"),
                rs.getLong("unchanged"),
                rs.getLong("hashed"),
                rs.getLong("known_files"),
                rs.getLong("gone_files"),
                rs.getLong("removed_files"),
                JSON.readValue(rs.getString("ignored"), new TypeReference<>() {}),
                gates(rs.getString("gates"))));
  }
}
