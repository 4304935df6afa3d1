package io.dateline.batch.extract;

import org.jspecify.annotations.Nullable;

/** Something failed while a document was read and processed; the cause says what. */
public final class DocumentFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Longest chain of causes that is looked at. */
  private static final int MAX_CAUSES = 30;

  private final String collection;
  private final String sourcePath;

  DocumentFailure(String collection, String sourcePath, Throwable cause) {
    super("Failed on a document", cause);
    this.collection = collection;
    this.sourcePath = sourcePath;
  }

  public String collection() {
    return collection;
  }

  /** Path below the input root, its control characters encoded. */
  public String sourcePath() {
    return sourcePath;
  }

  /** The failure on a document among the causes of an exception, or null. */
  public static @Nullable DocumentFailure in(Throwable failure) {
    Throwable at = failure;
    for (int i = 0; at != null && i < MAX_CAUSES; i++, at = at.getCause()) {
      if (at instanceof DocumentFailure known) {
        return known;
      }
    }
    return null;
  }
}
