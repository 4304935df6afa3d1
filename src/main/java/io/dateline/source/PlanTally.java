package io.dateline.source;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What comparing the input with the ledger came to.
 *
 * @param files files to be read
 * @param bytes their sizes added up
 * @param unchanged files left out because the ledger knows them unchanged
 * @param hashed how many of the known files had to be hashed to tell
 * @param known files of the ledger below the input roots
 * @param gone how many of those are no longer in the input
 * @param widened selected files that are read as a whole, since they have changed
 * @param ignored entries of the input that are not read by their nature or by the selection, by
 *     kind
 * @param lostRoots roots without any file although the ledger knows files of their collection
 */
public record PlanTally(
    long files,
    long bytes,
    long unchanged,
    long hashed,
    long known,
    long gone,
    long widened,
    Map<String, Long> ignored,
    List<InputRoot> lostRoots) {

  public PlanTally {
    lostRoots = List.copyOf(lostRoots);
    ignored = new TreeMap<>(ignored);
  }
}
