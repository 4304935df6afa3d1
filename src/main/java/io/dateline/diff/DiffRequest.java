package io.dateline.diff;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be compared, and how.
 *
 * @param job name of the job, whose rules `inspect` is to follow
 * @param before the old side
 * @param after the new side
 * @param fields names of {@link FieldChoice}
 * @param seed by which the sample of the page is drawn
 * @param samples most examples of each kind and field
 * @param folder where the files go, and what is needed on the way
 */
public record DiffRequest(
    String job,
    DiffSide before,
    DiffSide after,
    Match match,
    Scope scope,
    List<String> fields,
    long seed,
    int samples,
    List<GateLimit> limits,
    Path folder) {

  public DiffRequest {
    fields = List.copyOf(fields);
    limits = List.copyOf(limits);
  }

  /** Whether files that one side alone has read are left out. */
  boolean leavesFilesOut() {
    // Articles that are found wherever they are have no file of their own.
    return match == Match.ID && scope != Scope.ALL;
  }
}
