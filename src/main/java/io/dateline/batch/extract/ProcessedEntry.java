package io.dateline.batch.extract;

import io.dateline.source.ManifestFile;

/**
 * An entry after the last stage, with the file it came from.
 *
 * @param bytes of the document, 0 if there is none
 * @param nanos that reading and extracting it took, waiting left out
 */
record ProcessedEntry(ManifestFile file, EntryResult result, long bytes, long nanos) {

  /** Its place in the file, from 0. */
  long number() {
    return result.ordinal() - file.ordinal(0);
  }
}
