package io.dateline.batch.summary;

import io.dateline.summary.GroupKey;
import io.dateline.summary.Summary;
import io.dateline.summary.SummaryDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The totals of groups in the database, each under the run that last touched it, so that they count
 * when that run does. Of each group the newest published total is kept, and that of the run under
 * way. Not safe for use by several threads.
 */
final class SummaryGroups {

  private static final int GROUPS_PER_TRANSACTION = 2_000;

  private static final int PAGE = 1_000;

  /** A group's total as one run left it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Version(
      byte[] key,
      long runId,
      @Nullable String key1,
      @Nullable String key2,
      long rows,
      long second) {}

  /** A group. */
  record Total(@Nullable String key1, @Nullable String key2, long rows, long second) {}

  /** Takes the groups of a summary one after the other. */
  @FunctionalInterface
  interface Reader<E extends Exception> {
    void group(Total total) throws E;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Change(Summary summary, GroupKey key, byte[] bytes, long rows, long second) {}

  private final JdbcTemplate jdbc;
  private final TransactionTemplate ownTransaction;
  private final String jobName;
  private final Visibility visibility;

  SummaryGroups(
      JdbcTemplate jdbc,
      TransactionTemplate ownTransaction,
      String jobName,
      Visibility visibility) {
    this.jdbc = jdbc;
    this.ownTransaction = ownTransaction;
    this.jobName = jobName;
    this.visibility = visibility;
  }

  /** Adds to the totals of the run under way. */
  void apply(SummaryDelta delta) {
    List<Change> changes = new ArrayList<>();
    delta.drain(
        (summary, key, rows, second) -> {
          changes.add(new Change(summary, key, key.bytes(), rows, second));
          if (changes.size() >= GROUPS_PER_TRANSACTION) {
            write(changes);
          }
        });
    write(changes);
  }

  private void write(List<Change> changes) {
    ownTransaction.executeWithoutResult(status -> changes.forEach(this::write));
    changes.clear();
  }

  private void write(Change change) {
    if (change.rows() == 0 && change.second() == 0) {
      return;
    }
    Version own = null;
    Version base = null;
    List<Version> outdated = new ArrayList<>();
    for (Version version : versions(change.summary(), change.bytes())) {
      if (version.runId() == visibility.runId()) {
        own = version;
      } else if (visibility.published().contains(version.runId())) {
        if (base != null) {
          outdated.add(base);
        }
        base = version;
      }
    }
    // Counting from nothing, the total of an earlier run is no part of this one's.
    Version from = own != null ? own : visibility.countsOn() ? base : null;
    long rows = change.rows() + (from == null ? 0 : from.rows());
    long second = change.second() + (from == null ? 0 : from.second());
    if (rows < 0 || second < 0) {
      throw new SummaryMismatchException(
          "The summary " + change.summary().label() + " does not add up: " + rows + ", " + second);
    }
    if (visibility.base() != SummaryBase.TAKEN_BACK) {
      outdated.forEach(version -> delete(change, version));
    }
    put(
        visibility.runId(),
        change.summary(),
        change.bytes(),
        change.key(),
        own != null,
        rows,
        second);
  }

  private List<Version> versions(Summary summary, byte[] key) {
    return jdbc.query(
        "SELECT * FROM summary_groups WHERE job_name = ? AND summary = ? AND group_key = ?"
            + " ORDER BY job_name, summary, group_key, run_id",
        (rs, row) ->
            new Version(
                key,
                rs.getLong("run_id"),
                rs.getString("key_1"),
                rs.getString("key_2"),
                rs.getLong("group_rows"),
                rs.getLong("second_count")),
        jobName,
        summary.label(),
        key);
  }

  private void delete(Change change, Version version) {
    jdbc.update(
        "DELETE FROM summary_groups WHERE job_name = ? AND summary = ? AND group_key = ?"
            + " AND run_id = ?",
        jobName,
        change.summary().label(),
        change.bytes(),
        version.runId());
  }

  private void put(
      long runId,
      Summary summary,
      byte[] bytes,
      GroupKey key,
      boolean exists,
      long rows,
      long second) {
    if (exists) {
      jdbc.update(
          "UPDATE summary_groups SET group_rows = ?, second_count = ? WHERE job_name = ?"
              + " AND summary = ? AND group_key = ? AND run_id = ?",
          rows,
          second,
          jobName,
          summary.label(),
          bytes,
          runId);
    } else {
      jdbc.update(
          "INSERT INTO summary_groups (job_name, summary, group_key, run_id, key_1, key_2,"
              + " group_rows, second_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          jobName,
          summary.label(),
          bytes,
          runId,
          key.first(),
          key.second(),
          rows,
          second);
    }
  }

  /**
   * Writes the totals of a few groups under a run, in one transaction.
   *
   * @param exists whether the run has a total of a group
   */
  void put(long runId, Summary summary, List<Version> totals, Predicate<Version> exists) {
    ownTransaction.executeWithoutResult(
        status ->
            totals.forEach(
                total ->
                    put(
                        runId,
                        summary,
                        total.key(),
                        new GroupKey(total.key1(), total.key2()),
                        exists.test(total),
                        total.rows(),
                        total.second())));
  }

  /**
   * After counting from nothing: groups of earlier runs that nobody counted this time have come to
   * nothing.
   */
  void endUncounted() {
    for (Summary summary : Summary.values()) {
      List<Version> uncounted = new ArrayList<>();
      readNewest(
          summary,
          version -> {
            if (version.runId() != visibility.runId() && version.rows() > 0) {
              uncounted.add(version);
            }
            if (uncounted.size() >= GROUPS_PER_TRANSACTION) {
              end(summary, uncounted);
            }
          });
      end(summary, uncounted);
    }
  }

  private void end(Summary summary, List<Version> uncounted) {
    ownTransaction.executeWithoutResult(
        status ->
            uncounted.forEach(
                version ->
                    put(
                        visibility.runId(),
                        summary,
                        version.key(),
                        new GroupKey(version.key1(), version.key2()),
                        false,
                        0,
                        0)));
    uncounted.clear();
  }

  /** Reads the groups of a summary as they will be once the run is published, in byte order. */
  <E extends Exception> void read(Summary summary, Reader<E> reader) throws E {
    readNewest(
        summary,
        version -> {
          if (version.rows() > 0) {
            reader.group(
                new Total(version.key1(), version.key2(), version.rows(), version.second()));
          }
        });
  }

  @FunctionalInterface
  private interface VersionReader<E extends Exception> {
    void version(Version version) throws E;
  }

  private <E extends Exception> void readNewest(Summary summary, VersionReader<E> reader) throws E {
    readVersions(
        summary,
        versions -> {
          Version newest = null;
          for (Version version : versions) {
            newest = isVisible(version) ? version : newest;
          }
          if (newest != null) {
            reader.version(newest);
          }
        });
  }

  @FunctionalInterface
  interface VersionsReader<E extends Exception> {
    void versions(List<Version> versions) throws E;
  }

  /** Reads all totals of each group together, the oldest first, in byte order of the groups. */
  <E extends Exception> void readVersions(Summary summary, VersionsReader<E> reader) throws E {
    byte[] after = null;
    List<Version> page;
    do {
      page = page(summary, after);
      List<Version> group = new ArrayList<>();
      for (Version version : page) {
        if (!group.isEmpty() && !Arrays.equals(group.get(0).key(), version.key())) {
          reader.versions(List.copyOf(group));
          group.clear();
        }
        group.add(version);
      }
      if (page.size() == PAGE) {
        // The totals of the last group may go on after the page: begin anew behind the one before.
        after = before(page, page.get(PAGE - 1).key());
      } else if (!group.isEmpty()) {
        reader.versions(List.copyOf(group));
      }
    } while (page.size() == PAGE);
  }

  private boolean isVisible(Version version) {
    return version.runId() == visibility.runId()
        || (visibility.base() != SummaryBase.TRIAL
            && visibility.published().contains(version.runId()));
  }

  private static byte[] before(List<Version> page, byte[] last) {
    for (int i = page.size() - 1; i >= 0; i--) {
      if (!Arrays.equals(page.get(i).key(), last)) {
        return page.get(i).key();
      }
    }
    throw new IllegalStateException("a group has too many totals: " + page.size());
  }

  private List<Version> page(Summary summary, byte @Nullable [] after) {
    String condition = after == null ? "" : " AND group_key > ?";
    List<Object> parameters = new ArrayList<>(List.of(jobName, summary.label()));
    if (after != null) {
      parameters.add(after);
    }
    return jdbc.query(
        "SELECT * FROM summary_groups WHERE job_name = ? AND summary = ?"
            + condition
            + " ORDER BY job_name, summary, group_key, run_id FETCH FIRST "
            + PAGE
            + " ROWS ONLY",
        (rs, row) ->
            new Version(
                rs.getBytes("group_key"),
                rs.getLong("run_id"),
                rs.getString("key_1"),
                rs.getString("key_2"),
                rs.getLong("group_rows"),
                rs.getLong("second_count")),
        parameters.toArray());
  }
}
