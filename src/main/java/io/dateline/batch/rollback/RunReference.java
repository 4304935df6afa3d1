package io.dateline.batch.rollback;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How somebody names a run.
 *
 * @param written as it was written
 * @param number null for the newest one that is published
 * @param folder name of its folder, null if the number alone was written
 */
public record RunReference(String written, @Nullable Long number, @Nullable String folder) {

  private static final String LATEST = "latest";

  private static final Pattern RUN =
      Pattern.compile("(?:(\\d{4}-\\d{2}-\\d{2})-)?(\\d{1,15})(-trial)?");

  /**
   * Reads {@code 42}, {@code 0042}, {@code 2025-11-02-0042} or {@code latest}.
   *
   * @throws IllegalArgumentException with a sentence if it is none of them
   */
  public static RunReference parse(String written) {
    if (written.equals(LATEST)) {
      return new RunReference(written, null, null);
    }
    Matcher matcher = RUN.matcher(written);
    // Only a folder is named as that of a trial.
    if (!matcher.matches() || (matcher.group(1) == null && matcher.group(3) != null)) {
      throw new IllegalArgumentException(
          "RUN is a number, the name of a run's folder, or `latest`, such as 42 or"
              + " 2025-11-02-0042; not "
              + written);
    }
    return new RunReference(
        written, Long.valueOf(matcher.group(2)), matcher.group(1) == null ? null : written);
  }

  boolean isLatest() {
    return number == null;
  }
}
