package io.dateline.batch.extract;

import io.dateline.article.Outcome;
import io.dateline.source.ManifestFile;

/** An entry after the last stage, with the file it came from. */
public record ProcessedEntry(ManifestFile file, String contentSha256, Outcome outcome) {}
