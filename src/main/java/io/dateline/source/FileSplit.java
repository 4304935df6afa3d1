package io.dateline.source;

import io.dateline.source.container.Split;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a container that is a partition of its own, so that others read the rest at the same
 * time, and a restart goes on in the middle of the file.
 *
 * @param number its place among the parts of the file, from 0
 * @param of how many parts the file has
 * @param firstEntry number of its first entry in the file; numbers of entries ascend through the
 *     parts, with gaps between them
 * @param maxEntries entries for which there are numbers
 * @param split what of the file it is
 * @param contentSha256 64 hex digits over the bytes of the whole file
 */
public record FileSplit(
    int number, int of, long firstEntry, long maxEntries, Split split, String contentSha256) {

  /** Numbers that stay free in each part: of a file that breaks, that is an entry as well. */
  private static final int SPARE = 16;

  /**
   * The parts of a file, each with its share of the entries that a file may have; none if there are
   * too few numbers for that.
   */
  static List<FileSplit> of(List<Split> splits, String contentSha256) {
    int count = splits.size();
    long counted = count == 0 ? 0 : splits.get(count - 1).before();
    if (counted > ManifestFile.MAX_ENTRIES / 2) {
      return List.of();
    }
    // What stands behind the last cut is not counted, and neither is what members hold themselves.
    long share = (ManifestFile.MAX_ENTRIES - counted) / Math.max(1, count);
    List<FileSplit> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Split split = splits.get(i);
      long first = split.before() + i * share;
      long next = i + 1 < count ? splits.get(i + 1).before() + (i + 1) * share : first + share;
      parts.add(new FileSplit(i, count, first, next - first - SPARE, split, contentSha256));
    }
    return parts;
  }

  /** Whether it is the part that counts where files are counted: the first. */
  public boolean standsForFile() {
    return number == 0;
  }
}
