package io.dateline.batch.selection;

import io.dateline.article.EntryId;
import io.dateline.batch.run.RunFailure;
import io.dateline.output.ArticleColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The articles and rejections of runs, and whether a selection means them. Reads keyset pages,
 * never one open result set. Not safe for use by several threads.
 */
final class ArchivedRows {

  private static final int PAGE = 1_000;

  private static final String RANGE =
      " WHERE run_id = ? AND ordinal >= ? AND ordinal < ?"
          // By the whole key: by a part of it HSQLDB reads and sorts all the rest.
          + " ORDER BY run_id, ordinal FETCH FIRST "
          + PAGE
          + " ROWS ONLY";

  private static final String REJECTIONS =
      "SELECT ordinal, file_number, collection, source_path, entry_name, reason"
          + " FROM rejection_rows"
          + RANGE;

  private final JdbcClient jdbc;
  private final RowSelector selector;
  private final String articles;
  private final Map<Long, String> versions = new HashMap<>();
  private final Map<Long, Boolean> tookOver = new HashMap<>();
  private final @Nullable Long wantedRun;
  private final boolean withIds;

  /**
   * Rows of a job.
   *
   * @param withIds whether the ids of rejections are wanted as well, each of which is a hash
   */
  ArchivedRows(JdbcClient jdbc, String jobName, RowSelector selector, boolean withIds) {
    this.jdbc = jdbc;
    this.withIds = withIds || selector.needsIds();
    this.selector = selector;
    this.articles =
        "SELECT ordinal, file_number, article_id, entry_name, date_published, capture_date,"
            + " provider, publisher, in_language, extractor_version"
            + selector.emptyColumns().stream()
                .map(column -> ", " + column.label() + " AS asked_" + column.label())
                .collect(Collectors.joining())
            + " FROM article_rows"
            + RANGE;
    this.wantedRun = selector.run() == 0 ? null : run(jobName, selector.run());
  }

  private long run(String jobName, long number) {
    return jdbc.sql("SELECT run_id FROM runs WHERE job_name = ? AND run_number = ?")
        .params(jobName, number)
        .query(Long.class)
        .optional()
        .orElseThrow(
            () ->
                new RunFailure(
                    RunFailure.Kind.CONFIGURATION,
                    "The selection names run "
                        + number
                        + ", which is no run of "
                        + jobName
                        + "; `status` lists them.",
                    null));
  }

  /** All rows of a range of ordinals: first the rejections, then the articles. */
  void forEach(long runId, long from, long end, Consumer<ArchivedRow> rows) {
    forEachRejection(runId, from, end, rows);
    forEachArticle(runId, from, end, rows);
  }

  void forEachArticle(long runId, long from, long end, Consumer<ArchivedRow> rows) {
    for (long at = from; at < end; ) {
      List<ArchivedRow> page = articles(runId, at, end);
      page.forEach(rows);
      at = behind(page, end);
    }
  }

  void forEachRejection(long runId, long from, long end, Consumer<ArchivedRow> rows) {
    for (long at = from; at < end; ) {
      List<ArchivedRow> page = rejections(runId, at, end);
      page.forEach(rows);
      at = behind(page, end);
    }
  }

  /** Where the page after this one begins; {@code end} behind the last. */
  private static long behind(List<ArchivedRow> page, long end) {
    return page.size() < PAGE ? end : page.get(page.size() - 1).ordinal() + 1;
  }

  private List<ArchivedRow> articles(long runId, long from, long end) {
    Map<Long, Long> makers = makers(runId, from, end);
    return page(articles, runId, from, end, (rs, n) -> article(maker(rs, makers, runId), rs));
  }

  private List<ArchivedRow> rejections(long runId, long from, long end) {
    Map<Long, Long> makers = makers(runId, from, end);
    return page(REJECTIONS, runId, from, end, (rs, n) -> rejection(maker(rs, makers, runId), rs));
  }

  private static long maker(ResultSet rs, Map<Long, Long> makers, long runId) throws SQLException {
    return makers.getOrDefault(rs.getLong("ordinal"), runId);
  }

  /** Which runs made the rows that this one took over. */
  private Map<Long, Long> makers(long runId, long from, long end) {
    Map<Long, Long> makers = new HashMap<>();
    if (!mayHoldOthers(runId)) {
      return makers;
    }
    jdbc.sql("SELECT ordinal, made_by_run_id FROM kept_rows" + RANGE)
        .params(runId, from, end)
        .query(
            rs -> {
              makers.put(rs.getLong("ordinal"), rs.getLong("made_by_run_id"));
            });
    return makers;
  }

  private boolean mayHoldOthers(long runId) {
    return tookOver.computeIfAbsent(
        runId,
        run ->
            !jdbc.sql("SELECT ordinal FROM kept_rows WHERE run_id = ? FETCH FIRST 1 ROWS ONLY")
                .param(run)
                .query(Long.class)
                .list()
                .isEmpty());
  }

  private List<ArchivedRow> page(
      String sql, long runId, long from, long end, RowMapper<ArchivedRow> mapper) {
    return jdbc.sql(sql).params(runId, from, end).query(mapper).list();
  }

  private ArchivedRow article(long runId, ResultSet rs) throws SQLException {
    String published = rs.getString("date_published");
    Set<ArticleColumn> empty = EnumSet.noneOf(ArticleColumn.class);
    for (ArticleColumn column : selector.emptyColumns()) {
      if (rs.getObject("asked_" + column.label()) == null) {
        empty.add(column);
      }
    }
    RowFacts facts =
        new RowFacts(
            runId,
            text(rs, "extractor_version"),
            text(rs, "article_id"),
            new Facets(
                published == null ? rs.getString("capture_date") : published,
                rs.getString("provider"),
                rs.getString("publisher"),
                rs.getString("in_language")),
            null,
            empty);
    return row(rs, true, facts);
  }

  private ArchivedRow rejection(long runId, ResultSet rs) throws SQLException {
    RowFacts facts =
        new RowFacts(
            runId,
            versions.computeIfAbsent(runId, this::version),
            withIds
                ? new EntryId(text(rs, "collection"), text(rs, "source_path"), entryName(rs))
                    .articleId()
                : "",
            RowFacts.NO_FACETS,
            text(rs, "reason"),
            Set.of());
    return row(rs, false, facts);
  }

  private ArchivedRow row(ResultSet rs, boolean isArticle, RowFacts facts) throws SQLException {
    return new ArchivedRow(
        rs.getLong("ordinal"),
        rs.getLong("file_number"),
        facts.articleId(),
        !entryName(rs).isEmpty(),
        isArticle,
        selector.accepts(facts, wantedRun));
  }

  private static String text(ResultSet rs, String column) throws SQLException {
    return Objects.requireNonNull(rs.getString(column));
  }

  private static String entryName(ResultSet rs) throws SQLException {
    return Objects.requireNonNullElse(rs.getString("entry_name"), "");
  }

  private String version(long runId) {
    return jdbc.sql("SELECT extractor_version FROM runs WHERE run_id = ?")
        .param(runId)
        .query(String.class)
        .single();
  }
}
