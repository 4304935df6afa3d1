package io.dateline.diff.rows;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Records one after the other. */
@FunctionalInterface
public interface RecordCursor {

  /** The next record, which the caller may keep; null at the end. */
  byte @Nullable [] next() throws IOException;
}
