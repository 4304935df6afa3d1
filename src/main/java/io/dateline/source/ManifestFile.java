package io.dateline.source;

import io.dateline.article.EntryId;
import io.dateline.article.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * One file of a run's manifest.
 *
 * @param number its place in the manifest, from 0
 * @param collection name of the input root
 * @param sourcePath path below the root, control characters and {@code %} percent-encoded
 * @param sizeBytes size when the run was planned
 * @param modifiedNanos modification time then, in nanoseconds since 1970
 * @param unreadable why it can not be read, null if it can
 * @param replaces the ledger's entry that this one takes the place of, null for a new file
 * @param partly whether some of its entries are not selected, and keep the rows that they have
 */
public record ManifestFile(
    long number,
    String collection,
    String sourcePath,
    long sizeBytes,
    long modifiedNanos,
    @Nullable RejectionReason unreadable,
    @Nullable LedgerKey replaces,
    boolean partly) {

  /** A file of which every entry is read. */
  public ManifestFile(
      long number,
      String collection,
      String sourcePath,
      long sizeBytes,
      long modifiedNanos,
      @Nullable RejectionReason unreadable,
      @Nullable LedgerKey replaces) {
    this(number, collection, sourcePath, sizeBytes, modifiedNanos, unreadable, replaces, false);
  }

  /**
   * Ordinals of one file: entry n of file f has the ordinal {@code f * 10^9 + n}. A container's
   * entries then stay in manifest order although nobody knows their number when the run is planned.
   */
  private static final long ORDINALS_PER_FILE = 1_000_000_000L;

  /** Entries that a file may have. */
  static final long MAX_ENTRIES = ORDINALS_PER_FILE;

  /** The ledger's key of a file: the run that read it, and its number in that run's manifest. */
  public record LedgerKey(long runId, long fileNumber) {}

  /** The ordinal of the file's n-th entry, from 0. */
  public long ordinal(long entry) {
    return firstOrdinal(number) + entry;
  }

  /** The ordinal of the first entry of the file with this number. */
  public static long firstOrdinal(long number) {
    return number * ORDINALS_PER_FILE;
  }

  /** The name of the file as an entry of its own. */
  public EntryId id() {
    return EntryId.ofFile(collection, sourcePath);
  }
}
