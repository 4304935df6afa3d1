package io.dateline.batch.export;

import io.dateline.batch.rows.RowInserts;
import io.dateline.source.KnownFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Passes the files of the ledger on, and enters each as a file of the new run that supersedes the
 * one it is a copy of. Numbers follow the order. Not safe for use by several threads.
 */
final class CopiedFiles implements Iterator<KnownFile> {

  private static final int BATCH = 2_000;

  private final Iterator<KnownFile> ledger;
  private final TransactionTemplate transaction;
  private final RowInserts inserts;
  private final MessageDigest digest;
  private final long runId;
  private long next;
  private long bytes;

  CopiedFiles(
      Iterator<KnownFile> ledger, JdbcTemplate jdbc, TransactionTemplate transaction, long runId) {
    this.ledger = ledger;
    this.transaction = transaction;
    this.inserts = new RowInserts(jdbc);
    this.runId = runId;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean hasNext() {
    return ledger.hasNext();
  }

  @Override
  public KnownFile next() {
    KnownFile file = ledger.next();
    inserts.file(
        runId,
        next,
        file.collection(),
        file.sourcePath(),
        file.sizeBytes(),
        file.modifiedNanos(),
        file.contentSha256(),
        file.retry(),
        file.retryOn());
    inserts.superseded(file.key().runId(), file.key().fileNumber(), runId, next);
    digest.update(
        (file.key().runId() + "\t" + file.key().fileNumber() + "\n")
            .getBytes(StandardCharsets.UTF_8));
    next++;
    bytes += file.sizeBytes();
    if (next % BATCH == 0) {
      flush();
    }
    return file;
  }

  /** Writes what is still held. */
  void flush() {
    transaction.executeWithoutResult(status -> inserts.flush());
  }

  /** Sizes of the files so far. */
  long bytes() {
    return bytes;
  }

  /** Hash over the keys of the files, at the end. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
