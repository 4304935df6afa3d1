package io.dateline.batch.run;

/** Rows of a run or of one of its partitions. */
public record RunCounts(long entries, long articles, long quotes, long rejections) {

  public static final RunCounts NONE = new RunCounts(0, 0, 0, 0);

  public RunCounts plus(RunCounts more) {
    return new RunCounts(
        entries + more.entries,
        articles + more.articles,
        quotes + more.quotes,
        rejections + more.rejections);
  }

  /** Whether every entry became either an article or a rejection. */
  public boolean balances() {
    return entries == articles + rejections;
  }
}
