package io.dateline.batch.run;

import io.dateline.article.ArticleField;
import io.dateline.summary.FieldFill;
import io.dateline.summary.QualityDrop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the runs say about how often fields are filled, in the database. */
public final class QualityStore {

  private final JdbcTemplate jdbc;

  QualityStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Records what a run read and what has dropped, in the place of what an interrupted attempt
   * recorded. One transaction of the caller's.
   */
  public void replace(long runId, List<FieldFill> fills, List<QualityDrop> drops) {
    jdbc.update("DELETE FROM run_fields WHERE run_id = ?", runId);
    jdbc.update("DELETE FROM quality_drops WHERE run_id = ?", runId);
    List<Object[]> rows = new ArrayList<>();
    int fields = ArticleField.values().length;
    for (int i = 0; i < fills.size(); i++) {
      FieldFill fill = fills.get(i);
      rows.add(
          new Object[] {
            runId,
            // Each publisher has every field.
            i / fields,
            fill.field(),
            fill.publisher(),
            fill.articles(),
            fill.filled()
          });
    }
    insert("run_fields (run_id, publisher_number, field, publisher, articles, filled)", rows);
    rows.clear();
    for (QualityDrop drop : drops) {
      rows.add(
          new Object[] {
            runId,
            rows.size() + 1,
            drop.publisher(),
            drop.field(),
            drop.articles(),
            drop.filled(),
            drop.trailingArticles(),
            drop.trailingFilled()
          });
    }
    insert(
        "quality_drops (run_id, drop_number, publisher, field, articles, filled,"
            + " trailing_articles, trailing_filled)",
        rows);
  }

  private void insert(String table, List<Object[]> rows) {
    // HSQLDB throws on an empty batch.
    if (!rows.isEmpty()) {
      String values = "?" + ", ?".repeat(rows.get(0).length - 1);
      jdbc.batchUpdate("INSERT INTO " + table + " VALUES (" + values + ")", rows);
    }
  }

  /**
   * What the runs before a run read, added up, in no order: the last so many of its job that were
   * published before it began and have articles. No trial is among them, no baseline, which reads
   * nothing, and no run that read a selection of what was known; and they are the same however
   * often the run is resumed, since no other run of the job begins before it has ended.
   */
  public List<FieldFill> before(Run run, int runs) {
    List<Long> trailing =
        jdbc.queryForList(
            "SELECT run_id FROM runs WHERE job_name = ? AND state = 'PUBLISHED' AND run_id < ?"
                + " AND baseline = FALSE AND selective = FALSE AND articles > 0"
                + " ORDER BY job_name DESC, state DESC, run_id DESC FETCH FIRST "
                + runs
                + " ROWS ONLY",
            Long.class,
            run.jobName(),
            run.runId());
    if (trailing.isEmpty()) {
      return List.of();
    }
    // Added up by the database: a hundred runs of two hundred publishers would not fit.
    return jdbc.query(
        "SELECT publisher, field, SUM(articles), SUM(filled) FROM run_fields WHERE run_id IN (?"
            + ", ?".repeat(trailing.size() - 1)
            + ") GROUP BY publisher, field",
        (row, n) ->
            new FieldFill(
                row.getString(1),
                Objects.requireNonNull(row.getString(2)),
                row.getLong(3),
                row.getLong(4)),
        trailing.toArray());
  }

  /** How many of the articles that a run read have each field, in the order of the names. */
  public Map<String, Long> filled(long runId) {
    Map<String, Long> filled = new TreeMap<>();
    jdbc.query(
        "SELECT field, filled FROM run_fields WHERE run_id = ? AND publisher_number = 0",
        row -> {
          filled.put(row.getString("field"), row.getLong("filled"));
        },
        runId);
    return filled;
  }

  /** What has dropped with a run, the worst first. */
  public List<QualityDrop> drops(long runId) {
    return jdbc.query(
        "SELECT * FROM quality_drops WHERE run_id = ? ORDER BY run_id, drop_number",
        (row, n) ->
            new QualityDrop(
                row.getString("publisher"),
                Objects.requireNonNull(row.getString("field")),
                row.getLong("filled"),
                row.getLong("articles"),
                row.getLong("trailing_filled"),
                row.getLong("trailing_articles")),
        runId);
  }
}
