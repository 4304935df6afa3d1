package io.dateline.summary.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The run that a report is of.
 *
 * @param startedAt ISO 8601 in UTC, as is the end
 * @param resumed how often it was resumed
 * @param full whether it read unchanged files as well
 * @param filesRead files that it read; a container is one
 * @param ignoredByKind entries that are no documents, by kind
 * @param gates names of the data gates that failed
 * @param kept rows that it took over as they were
 * @param rescued articles of entries that were rejected before
 * @param olderArticles articles of the archive that come from older extraction rules
 */
public record ReportedRun(
    String job,
    Kind kind,
    String startedAt,
    String finishedAt,
    String programVersion,
    String extractorVersion,
    int resumed,
    boolean full,
    long filesRead,
    RunFigures figures,
    Map<String, Long> ignoredByKind,
    List<String> gates,
    long kept,
    long rescued,
    long olderArticles) {

  /** What sort of run it was. */
  public enum Kind {
    /** It added to the archive. */
    ORDINARY,
    /** It read a selection of the archive again. */
    SELECTION,
    /** It tried some files, or rehearsed, and is no part of the archive. */
    TRIAL,
    /** It copied what is current and read nothing. */
    BASELINE
  }

  public ReportedRun {
    ignoredByKind = new LinkedHashMap<>(ignoredByKind);
    gates = List.copyOf(gates);
  }
}
