package io.dateline.diff;

import org.jspecify.annotations.Nullable;

/**
 * What came of a gate.
 *
 * @param gate {@code MAX_EMPTIED}, or {@link #NOTHING_COMPARED}
 * @param field the field, if it is about one
 * @param allowed the share as it was written
 * @param count how many articles
 * @param of of how many
 */
public record GateResult(
    String gate, @Nullable String field, String allowed, long count, long of, boolean broken) {

  /** Gates that hold because nothing was looked at guard nothing. */
  public static final String NOTHING_COMPARED = "NOTHING_COMPARED";

  /** {@code MAX_EMPTIED date_published}. */
  public String name() {
    return field == null ? gate : gate + " " + field;
  }
}
