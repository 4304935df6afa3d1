package io.dateline.summary.report;

import java.util.List;

/**
 * Rejections of a run for one reason.
 *
 * @param reason code of the reason
 * @param examples the first ones, few
 */
public record RejectedReason(String reason, long rejections, List<Example> examples) {

  public RejectedReason {
    examples = List.copyOf(examples);
  }

  /**
   * A rejected entry.
   *
   * @param entryName its place in a container; empty if it is a file
   */
  public record Example(String sourcePath, String entryName, String message) {}
}
