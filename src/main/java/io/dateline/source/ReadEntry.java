package io.dateline.source;

import io.dateline.article.SourceItem;

/**
 * An entry with the file it came from.
 *
 * @param file the manifest's line
 * @param contentSha256 64 hex digits over the file's bytes; empty if they could not be read
 * @param item the document, or why there is none
 */
public record ReadEntry(ManifestFile file, String contentSha256, SourceItem item) {}
