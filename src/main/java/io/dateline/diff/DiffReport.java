package io.dateline.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has changed from one side to the other.
 *
 * @param scope what was compared; {@code all} where articles are paired wherever they are
 * @param filesInBoth source files that both sides have read; null where files do not matter
 * @param compared articles of both sides that were paired
 * @param same how many of these are the same in each field that was compared
 * @param ambiguous pairs made by the order of articles that share one key
 * @param appearedFromRejected how many of the appeared were rejected before
 * @param vanishedIntoRejected how many of the vanished are rejected now
 * @param changes rows of changes.csv
 * @param notCompared fields that were asked for and one side does not have
 */
public record DiffReport(
    Side before,
    Side after,
    String match,
    String scope,
    @Nullable Long filesInBoth,
    long compared,
    long same,
    long appeared,
    long appearedFromRejected,
    long vanished,
    long vanishedIntoRejected,
    long ambiguous,
    long changes,
    List<FieldChanges> fields,
    List<String> notCompared,
    List<GateResult> gates,
    long seed) {

  /**
   * A side.
   *
   * @param articles rows of its articles.csv
   * @param rejections rows of its rejections.csv
   * @param filesOnlyHere source files that it alone has read; null where files do not matter
   * @param articlesLeftOut its articles that were not compared, since the other side has not read
   *     their files or entries
   */
  public record Side(
      String name,
      String folder,
      long articles,
      long rejections,
      @Nullable Long filesOnlyHere,
      long articlesLeftOut) {}

  public DiffReport {
    fields = List.copyOf(fields);
    notCompared = List.copyOf(notCompared);
    gates = List.copyOf(gates);
  }

  /** The gates that are broken. */
  public List<GateResult> broken() {
    return gates.stream().filter(GateResult::broken).toList();
  }

  /** Whether both sides are the same, so far as they were compared. */
  public boolean hasNoChanges() {
    return compared == same && appeared == 0 && vanished == 0;
  }
}
