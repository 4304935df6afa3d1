package io.dateline.batch.extract;

import io.dateline.batch.rows.FinishedFile;
import io.dateline.batch.run.IgnoredKinds;
import io.dateline.batch.run.ReadPosition;
import java.util.List;

/**
 * What came of a slice, to be committed as a whole.
 *
 * @param outcomes in manifest order
 * @param files those that ended in it
 * @param ignored entries that are no documents by their nature
 * @param position behind the last of its entries
 */
public record ProcessedSlice(
    List<ProcessedEntry> outcomes,
    List<FinishedFile> files,
    IgnoredKinds ignored,
    ReadPosition position) {
  public ProcessedSlice {
    outcomes = List.copyOf(outcomes);
    files = List.copyOf(files);
  }
}
