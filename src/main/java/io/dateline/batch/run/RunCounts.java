package io.dateline.batch.run;

/**
 * What became of the entries of a run or of one of its partitions.
 *
 * @param entries entries of all files: a plain file is one
 * @param ignored those that are no documents by their nature, by kind
 * @param kept how many of the articles and rejections are rows that the archive had, of entries
 *     that were not selected
 */
public record RunCounts(
    long entries, long articles, long quotes, long rejections, IgnoredKinds ignored, long kept) {

  public static final RunCounts NONE = ofRows(0, 0, 0);

  /** Of rows alone. */
  public static RunCounts ofRows(long articles, long quotes, long rejections) {
    return new RunCounts(articles + rejections, articles, quotes, rejections, IgnoredKinds.NONE, 0);
  }

  public RunCounts plus(RunCounts more) {
    return new RunCounts(
        entries + more.entries,
        articles + more.articles,
        quotes + more.quotes,
        rejections + more.rejections,
        ignored.plus(more.ignored),
        kept + more.kept);
  }

  /** Without what makes no rows. */
  public RunCounts rows() {
    return new RunCounts(
        entries - ignored.total(), articles, quotes, rejections, IgnoredKinds.NONE, 0);
  }

  /** Whether every entry became an article or a rejection, or is ignored. */
  public boolean balances() {
    return entries == articles + rejections + ignored.total();
  }
}
