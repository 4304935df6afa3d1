package io.dateline.source;

import io.dateline.article.Capture;
import io.dateline.source.container.ContainerEntries;
import io.dateline.source.container.ContainerEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * A container format for tests: a first line {@code FAKE}, then a line for each entry. {@code -}
 * begins what is passed over, {@code !} breaks the disk, {@code ?} meets a defect, {@code ~}
 * touches the file itself; all else is a document's name and content.
 */
final class FakeContainer implements DocumentReader.Unpacker {

  private static final String MARK = "FAKE\n";

  @Override
  public boolean isContainer(byte[] head) {
    return new String(head, StandardCharsets.UTF_8).startsWith(MARK);
  }

  @Override
  public ContainerEntries open(Path file, FileSplit split) {
    throw new UnsupportedOperationException("it is read as a whole");
  }

  @Override
  public ContainerEntries open(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Iterator<String> left = lines.subList(1, lines.size()).iterator();
    return new ContainerEntries() {
      @Override
      public ContainerEntry next() throws IOException {
        if (!left.hasNext()) {
          return null;
        }
        String line = left.next();
        if (line.startsWith("!")) {
          throw new IOException(line.substring(1));
        }
        if (line.startsWith("?")) {
          throw new IllegalStateException("a defect");
        }
        if (line.startsWith("-")) {
          return new ContainerEntry.PassedOver(line.substring(1));
        }
        if (line.startsWith("~") && !file.toFile().setLastModified(1_000_000_000_000L)) {
          throw new IllegalStateException("cannot touch " + file);
        }
        return new ContainerEntry.Document(
            line, line.getBytes(StandardCharsets.UTF_8), Capture.UNKNOWN);
      }

      @Override
      public void skip(long entries) throws IOException {
        for (long i = 0; i < entries && left.hasNext(); i++) {
          left.next();
        }
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }
}
