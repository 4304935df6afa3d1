package io.dateline.source;

import java.nio.file.Path;

/**
 * A folder whose files are read.
 *
 * @param collection name of the collection its files belong to
 * @param folder the folder itself, absolute
 */
public record InputRoot(String collection, Path folder) {}
