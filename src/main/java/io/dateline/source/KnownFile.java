package io.dateline.source;

import io.dateline.source.ManifestFile.LedgerKey;
import org.jspecify.annotations.Nullable;

/**
 * A file as the ledger knows it from the last run that read it.
 *
 * @param modifiedNanos its modification time when its content was last known to be this one
 * @param contentSha256 64 hex digits over its bytes, null if they were not read
 * @param retry whether it is to be read again although it did not change, since reading it failed
 *     for reasons of the surroundings
 * @param retryOn run date from which it is to be read again, ISO 8601, since it was rejected for a
 *     date in its future; null if for no such reason
 * @param partly whether only some of its entries are meant, where a selection says which files are
 */
public record KnownFile(
    String collection,
    String sourcePath,
    long sizeBytes,
    long modifiedNanos,
    @Nullable String contentSha256,
    LedgerKey key,
    boolean retry,
    @Nullable String retryOn,
    boolean partly) {

  /** A file with all of its entries. */
  public KnownFile(
      String collection,
      String sourcePath,
      long sizeBytes,
      long modifiedNanos,
      @Nullable String contentSha256,
      LedgerKey key,
      boolean retry,
      @Nullable String retryOn) {
    this(
        collection,
        sourcePath,
        sizeBytes,
        modifiedNanos,
        contentSha256,
        key,
        retry,
        retryOn,
        false);
  }

  /** The same file, of which only some entries are meant. */
  public KnownFile inPart() {
    return new KnownFile(
        collection, sourcePath, sizeBytes, modifiedNanos, contentSha256, key, retry, retryOn, true);
  }

  /** Whether it stands for a folder that could not be entered. */
  public boolean isClosedFolder() {
    return sourcePath.endsWith("/");
  }
}
