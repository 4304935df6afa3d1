package io.dateline.batch.export;

import io.dateline.source.ManifestFile;

/**
 * Current files that follow each other both in manifest order and in the manifest of one run.
 *
 * @param first number of the first file
 * @param last number of the last file
 */
record FileRange(long runId, long first, long last) {

  /** Ordinal of the first entry. */
  long firstOrdinal() {
    return ManifestFile.firstOrdinal(first);
  }

  /** Ordinal after the last entry. */
  long endOrdinal() {
    return ManifestFile.firstOrdinal(last + 1);
  }
}
