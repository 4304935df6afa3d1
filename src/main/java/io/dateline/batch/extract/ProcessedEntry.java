package io.dateline.batch.extract;

import io.dateline.article.Outcome;
import io.dateline.source.ManifestFile;

/** An entry after the last stage, with the file it came from. */
record ProcessedEntry(ManifestFile file, Outcome outcome) {

  /** Its place in the file, from 0. */
  long number() {
    return outcome.ordinal() - file.ordinal(0);
  }
}
