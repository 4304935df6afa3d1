package io.dateline.source;

import java.util.List;

/**
 * What a run is to read.
 *
 * @param full whether files that the ledger knows unchanged are read as well
 * @param verifyHashes whether a file of the same size and time is told unchanged by its bytes only
 * @param runDate the run's date, ISO 8601
 * @param selected whether only those files are read, and all of them, that the ledger given names:
 *     it is a selection of what is known
 * @param limit files after which planning ends; 0 for no limit
 */
public record PlanRequest(
    List<InputRoot> roots,
    Selection selection,
    boolean full,
    boolean verifyHashes,
    String runDate,
    boolean selected,
    long limit) {

  public PlanRequest {
    roots = List.copyOf(roots);
  }
}
