package io.dateline.batch.run;

import io.dateline.output.PackagedTable;
import io.dateline.source.FileSplit;
import org.jspecify.annotations.Nullable;

/**
 * A partition as the last commit left it: from here a new attempt goes on. What Spring Batch keeps
 * of a step can be older or missing: it saves a new attempt's step before its state, and writes an
 * older state over that of a commit whose answer was lost.
 *
 * @param files how many files it has
 * @param split what of its one file it is; null if it has all of its files
 * @param position how far it is read
 * @param articles part file and its committed length
 */
public record PartitionState(
    int number,
    long manifestOffset,
    long files,
    @Nullable FileSplit split,
    ReadPosition position,
    RunCounts counts,
    Part articles,
    Part quotes,
    Part rejections) {

  /** Whether all of its files were read to their ends, and every entry accounted for. */
  public boolean isWhole() {
    return position.files() == files && position.entries() == 0 && counts.balances();
  }

  /** Files that are finished: of a file in several parts the first one stands for it. */
  public long filesDone() {
    return split == null || split.standsForFile() ? position.files() : 0;
  }

  /** What was committed of one of the tables. */
  public Part part(PackagedTable table) {
    return switch (table) {
      case ARTICLES -> articles;
      case QUOTES -> quotes;
      case REJECTIONS -> rejections;
    };
  }

  /** A part file's name, null before the first commit, and its committed length in bytes. */
  public record Part(@Nullable String name, long bytes) {}
}
