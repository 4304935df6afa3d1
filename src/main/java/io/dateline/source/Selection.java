package io.dateline.source;

import java.util.List;

/**
 * Which files of the input are read.
 *
 * @param include a file must fit one of these
 * @param exclude a file or folder that fits one of these is left out, a folder with all below it
 * @param newestNanos files modified later, in nanoseconds since 1970, are left for another run:
 *     somebody may still be writing them
 */
public record Selection(List<PathPattern> include, List<PathPattern> exclude, long newestNanos) {

  public Selection {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** Reads patterns as they are written in a job file. */
  public static Selection of(List<String> include, List<String> exclude, long newestNanos) {
    return new Selection(
        include.stream().map(PathPattern::of).toList(),
        exclude.stream().map(PathPattern::of).toList(),
        newestNanos);
  }

  boolean leavesOut(String path) {
    return fitsOne(exclude, path);
  }

  boolean takesFile(String path) {
    return fitsOne(include, path);
  }

  private static boolean fitsOne(List<PathPattern> patterns, String path) {
    for (PathPattern pattern : patterns) {
      if (pattern.matches(path)) {
        return true;
      }
    }
    return false;
  }

  boolean isTooYoung(long modifiedNanos) {
    return modifiedNanos > newestNanos;
  }
}
