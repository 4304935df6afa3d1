package io.dateline.cli.telemetry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The file that node-exporter's textfile collector reads: the old one or the new one, whole. */
final class MetricsFile {

  /** What one run writes is some kilobytes; a larger file is none of ours. */
  private static final long MAX_BYTES = 1 << 20;

  private final Path file;

  MetricsFile(Path file) {
    this.file = file;
  }

  /** When a run of the job completed last, as the file says; null if it does not. */
  @Nullable Double lastSuccess(String jobName) {
    String start = MetricsText.LAST_SUCCESS + "{job_name=\"" + jobName + "\"} ";
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
        for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n", -1)) {
          if (line.startsWith(start)) {
            return Double.valueOf(line.substring(start.length()));
          }
        }
      }
    } catch (IOException | NumberFormatException e) {
      // Somebody else's, or damaged: it is about to be replaced.
      return null;
    }
    return null;
  }

  /** Replaces the file; the collector looks at no name that does not end in {@code .prom}. */
  void write(String text) throws IOException {
    Path draft =
        file.resolveSibling(
            "." + Objects.requireNonNull(file.getFileName()) + "." + UUID.randomUUID() + ".draft");
    try {
      Files.writeString(draft, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        // The collector is another user, and the umask may be narrow.
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
