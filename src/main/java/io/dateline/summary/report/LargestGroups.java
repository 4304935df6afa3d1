package io.dateline.summary.report;

import io.dateline.summary.GroupKey;
import io.dateline.summary.report.Ranking.Group;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Keeps the largest of any number of groups and counts the others. Not safe for use by several
 * threads.
 */
public final class LargestGroups {

  private static final Comparator<Group> LARGEST_FIRST =
      Comparator.comparingLong(Group::rows).reversed().thenComparing(Group::key);

  private final int most;
  private final PriorityQueue<Group> largest;
  private long moreGroups;
  private long moreRows;
  private long absentRows;

  /** Keeps so many at most. */
  public LargestGroups(int most) {
    this.most = most;
    this.largest = new PriorityQueue<>(most + 1, LARGEST_FIRST.reversed());
  }

  /** Adds a group; one whose first value is absent is only counted. */
  public void add(Group group) {
    if (group.key().first() == null) {
      absentRows += group.rows();
      return;
    }
    largest.add(group);
    if (largest.size() > most) {
      moreGroups++;
      moreRows += largest.remove().rows();
    }
  }

  /** What was added so far. */
  public Ranking ranking() {
    List<Group> groups = largest.stream().sorted(LARGEST_FIRST).toList();
    return new Ranking(groups, moreGroups, moreRows, absentRows);
  }

  /** A key of one value, empty text being none, or of two. */
  public static GroupKey key(String first, String second) {
    return new GroupKey(first.isEmpty() ? null : first, second.isEmpty() ? null : second);
  }
}
