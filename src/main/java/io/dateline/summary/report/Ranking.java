package io.dateline.summary.report;

import io.dateline.summary.GroupKey;
import java.util.List;

/**
 * The largest groups of a summary.
 *
 * @param groups the largest first, equal ones in byte order of their keys
 * @param moreGroups how many others have a value
 * @param moreRows rows of those
 * @param absentRows rows that have no value
 */
public record Ranking(List<Group> groups, long moreGroups, long moreRows, long absentRows) {

  /** A summary without rows. */
  public static final Ranking EMPTY = new Ranking(List.of(), 0, 0, 0);

  public Ranking {
    groups = List.copyOf(groups);
  }

  /** A group: its values, its rows, and the second count of its summary. */
  public record Group(GroupKey key, long rows, long second) {}

  /** All rows, with and without a value. */
  public long rows() {
    return presentRows() + absentRows;
  }

  /** Rows that have a value. */
  public long presentRows() {
    return groups.stream().mapToLong(Group::rows).sum() + moreRows;
  }

  /** Groups that have a value. */
  public long size() {
    return groups.size() + moreGroups;
  }
}
