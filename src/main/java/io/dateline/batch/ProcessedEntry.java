package io.dateline.batch;

import io.dateline.article.Outcome;
import io.dateline.source.ManifestFile;

/** An entry after the last stage, with the file it came from. */
record ProcessedEntry(ManifestFile file, String contentSha256, Outcome outcome) {}
