package io.dateline.source;

import io.dateline.article.EntryId;
import java.nio.file.Path;

/**
 * A folder whose files are read.
 *
 * @param collection name of the collection its files belong to
 * @param folder the folder itself, absolute
 */
public record InputRoot(String collection, Path folder) {

  /** The names of a file below the folder, as the walk gives them. */
  public EntryId idOf(Path file) {
    String path = EntryNames.of(file).encoded();
    Path around = file.getParent();
    while (around != null && !around.equals(folder)) {
      path = EntryNames.of(around).encoded() + "/" + path;
      around = around.getParent();
    }
    return EntryId.ofFile(collection, path);
  }
}
