package io.dateline.batch.summary;

import io.dateline.batch.rows.SupersededFiles;
import io.dateline.batch.run.CountedRun;
import io.dateline.source.ManifestFile;
import io.dateline.source.ManifestFile.LedgerKey;
import io.dateline.summary.ArticleFacts;
import io.dateline.summary.FieldFill;
import io.dateline.summary.GroupKey;
import io.dateline.summary.Summary;
import io.dateline.summary.SummaryDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the summaries to the state that the archive will be in once a run is published.
 *
 * <p>Counts what the run adds and what it takes away, so that a night costs what is new and not
 * what is there. Counting the whole archive from nothing gives the same totals. May be interrupted
 * and called again. Not safe for use by several threads.
 */
final class ArchiveSummary {

  /** Rows read at a time. */
  private static final int PAGE = 1_000;

  /** Groups held in memory before they are written, beside those of a page. */
  private static final int MAX_GROUPS = 50_000;

  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final Visibility visibility;
  private final Runnable betweenPages;
  private final CountedRows rows;
  private final SupersededFiles superseded;
  private final DistinctTexts texts;
  private final SummaryGroups groups;
  private final SummaryDelta delta = new SummaryDelta();
  private SingleTexts singleTexts;
  private final RunTally tally = new RunTally();

  /**
   * The summaries of a job's archive with a run added to it.
   *
   * @param ownTransaction begins a transaction whatever is under way
   * @param published keys of the job's published runs
   * @param runId key of the run
   * @param betweenPages called between two pages of rows; may throw to end the counting
   */
  public ArchiveSummary(
      JdbcTemplate jdbc,
      TransactionTemplate ownTransaction,
      String jobName,
      Set<Long> published,
      long runId,
      SummaryBase base,
      Runnable betweenPages) {
    this(jdbc, ownTransaction, jobName, new Visibility(published, runId, base), betweenPages);
  }

  ArchiveSummary(
      JdbcTemplate jdbc,
      TransactionTemplate ownTransaction,
      String jobName,
      Visibility visibility,
      Runnable betweenPages) {
    this.betweenPages = betweenPages;
    this.jdbc = jdbc;
    this.client = JdbcClient.create(jdbc);
    this.visibility = visibility;
    this.rows = new CountedRows(client);
    this.superseded = new SupersededFiles(client);
    this.texts = new DistinctTexts(jdbc, visibility);
    this.singleTexts = SingleTexts.askingForEach(jdbc);
    this.groups = new SummaryGroups(jdbc, ownTransaction, jobName, visibility);
  }

  /**
   * Counts. The totals of this run must not be there yet.
   *
   * @throws SummaryMismatchException if the totals of the last run do not fit its rows
   */
  public void count() {
    if (visibility.base() == SummaryBase.NOTHING) {
      singleTexts = SingleTexts.ofAllRows(jdbc, betweenPages);
      new TreeSet<>(visibility.published()).forEach(this::countRun);
    } else {
      singleTexts = SingleTexts.ofRun(jdbc, visibility.runId(), betweenPages);
    }
    // Older rows first: a text is counted at the first row by which it changes.
    if (visibility.base() == SummaryBase.LAST_RUN) {
      countSuperseded(superseded.by(visibility.runId()));
    }
    countRun(visibility.runId());
    groups.apply(delta);
    if (visibility.base() == SummaryBase.NOTHING) {
      groups.endUncounted();
    }
  }

  /**
   * Reads the groups of a summary in byte order of their keys.
   *
   * @throws E if the reader does
   */
  public <E extends Exception> void read(Summary summary, GroupReader<E> reader) throws E {
    groups.read(
        summary, total -> reader.group(total.key1(), total.key2(), total.rows(), total.second()));
  }

  /** How often each field is filled in what the run read, once {@link #count} has counted it. */
  public List<FieldFill> fills() {
    return tally.fills();
  }

  /** What the run's own rows came to, once {@link #count} has read them all. */
  CountedRun run() {
    return tally.of(visibility.runId());
  }

  /** Takes groups. */
  @FunctionalInterface
  public interface GroupReader<E extends Exception> {
    /** One group with its values, null for absent ones, and its counts. */
    void group(@Nullable String key1, @Nullable String key2, long rows, long second) throws E;
  }

  private void countRun(long runId) {
    countRows(runId, -1, Long.MAX_VALUE);
    countRejections(runId, -1, Long.MAX_VALUE);
  }

  /**
   * Counts what is taken back with its runs.
   *
   * @throws SummaryMismatchException if the totals of the last run do not fit its rows
   */
  void countTakenBack() {
    SortedSet<Long> runs = new TreeSet<>(visibility.takenBack());
    countSuperseded(new MergedKeys(runs.stream().map(superseded::by).toList()));
    runs.forEach(this::countRun);
    groups.apply(delta);
  }

  /** Files that follow on one another are counted together: a file may hold one article. */
  private void countSuperseded(Iterator<LedgerKey> files) {
    LedgerKey first = files.hasNext() ? files.next() : null;
    while (first != null) {
      long end = first.fileNumber() + 1;
      LedgerKey next = null;
      while (next == null && files.hasNext()) {
        LedgerKey file = files.next();
        if (file.runId() == first.runId() && file.fileNumber() == end) {
          end++;
        } else {
          next = file;
        }
      }
      countFiles(first, end);
      first = next;
    }
  }

  private void countFiles(LedgerKey first, long endFile) {
    long after = ManifestFile.firstOrdinal(first.fileNumber()) - 1;
    long end = ManifestFile.firstOrdinal(endFile);
    countRows(first.runId(), after, end);
    countRejections(first.runId(), after, end);
  }

  private void countRows(long runId, long after, long end) {
    long last = after;
    CountedRows.Page page;
    do {
      betweenPages.run();
      page = rows.page(runId, last, end, PAGE);
      if (runId == visibility.runId()) {
        tally.add(page);
      }
      List<CountedRow> articles = page.rows();
      if (!articles.isEmpty()) {
        CountedRow lastRow = articles.get(articles.size() - 1);
        countPage(
            articles, superseded.in(runId, articles.get(0).fileNumber(), lastRow.fileNumber()));
        last = lastRow.ordinal();
      }
    } while (!page.isLast());
  }

  private void countPage(List<CountedRow> page, Map<Long, Set<Long>> superseding) {
    int[] changes = new int[page.size()];
    Set<Long> textKeys = new HashSet<>();
    for (int i = 0; i < changes.length; i++) {
      CountedRow row = page.get(i);
      changes[i] = change(row.runId(), superseding.getOrDefault(row.fileNumber(), Set.of()));
      if (changes[i] != 0 && row.facts().hasText()) {
        textKeys.add(row.textKey());
      }
    }
    Set<Long> single = singleTexts.of(textKeys);
    List<CountedRow> shared = new ArrayList<>();
    for (int i = 0; i < changes.length; i++) {
      CountedRow row = page.get(i);
      if (changes[i] != 0) {
        countRow(row.facts(), changes[i]);
        if (single.contains(row.textKey())) {
          texts.addSingle(row, changes[i] > 0, delta);
        } else if (row.facts().hasText()) {
          shared.add(row);
        }
      }
    }
    texts.addShared(shared, delta);
    flushIfLarge();
  }

  private void countRow(ArticleFacts facts, int change) {
    facts.groups(
        (summary, key, number, second) ->
            delta.add(summary, key, change * number, change * second));
  }

  /** Whether a row comes (1), goes (-1) or stays what it was (0). */
  private int change(long runId, Set<Long> by) {
    int before = visibility.before(runId, by) ? 1 : 0;
    int after = visibility.after(runId, by) ? 1 : 0;
    return after - before;
  }

  private record RejectionRow(long ordinal, long fileNumber, String reason) {}

  private void countRejections(long runId, long after, long end) {
    long last = after;
    List<RejectionRow> page;
    do {
      betweenPages.run();
      page =
          client
              .sql(
                  "SELECT ordinal, file_number, reason FROM rejection_rows"
                      + " WHERE run_id = ? AND ordinal > ? AND ordinal < ?"
                      + " ORDER BY run_id, ordinal FETCH FIRST "
                      + PAGE
                      + " ROWS ONLY")
              .params(runId, last, end)
              .query(
                  (rs, row) ->
                      new RejectionRow(
                          rs.getLong("ordinal"),
                          rs.getLong("file_number"),
                          Objects.requireNonNull(rs.getString("reason"))))
              .list();
      if (page.isEmpty()) {
        return;
      }
      Map<Long, Set<Long>> by =
          superseded.in(runId, page.get(0).fileNumber(), page.get(page.size() - 1).fileNumber());
      Map<String, Long> changes = new HashMap<>();
      for (RejectionRow row : page) {
        long change = change(runId, by.getOrDefault(row.fileNumber(), Set.of()));
        changes.merge(row.reason(), change, Long::sum);
      }
      changes.forEach(
          (reason, change) ->
              delta.add(Summary.REJECTIONS_BY_REASON, GroupKey.of(reason), change, 0));
      if (runId == visibility.runId()) {
        tally.addRejections(page.size());
      }
      last = page.get(page.size() - 1).ordinal();
    } while (page.size() == PAGE);
  }

  private void flushIfLarge() {
    if (delta.size() >= MAX_GROUPS) {
      groups.apply(delta);
    }
  }
}
