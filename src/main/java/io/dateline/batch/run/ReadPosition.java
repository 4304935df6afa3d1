package io.dateline.batch.run;

import org.jspecify.annotations.Nullable;

/**
 * How far a partition is read, and what its unfinished file came to so far.
 *
 * @param files files of the partition that are finished
 * @param entries entries of the next file that are read or passed over
 * @param retry whether one of those is a reason to read the file again although it did not change
 * @param retryOn run date from which one of those would be an article, ISO 8601, null if none
 */
public record ReadPosition(long files, long entries, boolean retry, @Nullable String retryOn) {

  /** Before the first entry of a partition. */
  public static final ReadPosition START = new ReadPosition(0, 0, false, null);

  /** Behind one more entry of the file. */
  public ReadPosition afterEntry(boolean entryRetry, @Nullable String entryRetryOn) {
    return new ReadPosition(
        files, entries + 1, retry || entryRetry, earlier(retryOn, entryRetryOn));
  }

  /** At the start of the file after. */
  public ReadPosition afterFile() {
    return new ReadPosition(files + 1, 0, false, null);
  }

  /** At the end of a part of a file, of which it is still to be known what it came to. */
  public ReadPosition afterSplit() {
    return new ReadPosition(files + 1, 0, retry, retryOn);
  }

  /** The earlier of two dates, as far as there are any. */
  public static @Nullable String earlier(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }
}
