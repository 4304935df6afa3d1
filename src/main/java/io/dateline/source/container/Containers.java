package io.dateline.source.container;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Tells containers from documents, and opens them. Immutable and safe for use by several threads.
 */
public final class Containers {

  public Containers(ContainerLimits limits) {}

  /** Whether a file that begins with these bytes, up to 1,024, holds documents. */
  public boolean isContainer(byte[] head) {
    return false;
  }

  /** Opens a file below the input. */
  @SuppressWarnings("DoNotCallSuggester") // until its formats are here
  public ContainerEntries open(Path file) throws IOException {
    throw new IOException("no container is known");
  }
}
