package io.dateline.batch.export;

import io.dateline.batch.run.RunFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Where an export or the like may go: nowhere that the program reads from or keeps its own files
 * in.
 */
public final class ExportTarget {

  private ExportTarget() {}

  /**
   * Checks a target by what its path comes to once links are followed.
   *
   * @throws ExportRefusedException if it is the place of something else
   */
  public static void check(Path target, Path output, String jobName, Collection<Path> inputRoots)
      throws ExportRefusedException {
    Path name = target.getFileName();
    Path parent = target.getParent();
    if (name == null || parent == null) {
      throw new ExportRefusedException("--to " + target + " is no folder that could be made");
    }
    Path real = real(parent).resolve(name);
    Path realOutput = real(output);
    String taken = taken(real, realOutput, jobName);
    if (taken != null) {
      throw new ExportRefusedException("--to " + target + " " + taken + "; name another folder");
    }
    for (Path root : inputRoots) {
      Path realRoot = real(root);
      // An output folder below an input root is left out when the root is read.
      boolean unread =
          real.startsWith(realOutput)
              && realOutput.startsWith(realRoot)
              && !realOutput.equals(realRoot);
      if (real.startsWith(realRoot) && !unread) {
        throw new ExportRefusedException(
            "--to "
                + target
                + " lies in the input "
                + root
                + ", whose files the next run would read as articles; name another folder");
      }
    }
  }

  private static @Nullable String taken(Path target, Path output, String jobName) {
    if (output.startsWith(target)) {
      return "is the output folder or holds it";
    }
    if (!target.startsWith(output)) {
      return null;
    }
    Path below = output.relativize(target);
    if (below.startsWith("db")) {
      return "is the place of the database";
    }
    if (below.equals(Path.of(jobName))) {
      return "is the folder of the job";
    }
    return below.getNameCount() > 1 && RunFolders.isTaken(below.getName(1).toString())
        ? "is the place of a run or its log"
        : null;
  }

  /** The path without links, so far as it exists. */
  private static Path real(Path path) {
    try {
      Path at = path.toAbsolutePath().normalize();
      Path existing = at;
      while (!Files.exists(existing)) {
        Path above = existing.getParent();
        if (above == null) {
          return at;
        }
        existing = above;
      }
      return existing.toRealPath().resolve(existing.relativize(at)).normalize();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + path, e);
    }
  }
}
