package io.dateline.batch.rows;

import io.dateline.source.ManifestFile;

/** What the ledger is told of a file that is read. */
public final class LedgerRows {

  private LedgerRows() {}

  /** Adds a file to what is inserted next. */
  public static void add(RowInserts inserts, long runId, FinishedFile finished) {
    ManifestFile file = finished.file();
    inserts.file(
        runId,
        file.number(),
        file.collection(),
        file.sourcePath(),
        file.sizeBytes(),
        file.modifiedNanos(),
        finished.contentSha256().isEmpty() ? null : finished.contentSha256(),
        finished.retry(),
        finished.retryOn());
    ManifestFile.LedgerKey old = file.replaces();
    if (old == null) {
      return;
    }
    if (finished.retry()) {
      // A fault of the surroundings says nothing of the file: what is known of it stays, what was
      // read of it is past as soon as it is written, and the next run tries again.
      inserts.superseded(runId, file.number(), runId, file.number());
    } else {
      inserts.superseded(old.runId(), old.fileNumber(), runId, file.number());
    }
  }
}
