package io.dateline.batch.purge;

import io.dateline.batch.journal.JournalFile;
import io.dateline.batch.run.FolderSync;
import io.dateline.batch.run.RunFolders;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run's folder and logs on their way out. Nothing outside the job's folder is touched and no
 * symbolic link is followed; what does not look as the run left it stays.
 */
final class PublishedFolder {

  /** What tells a run's folder from another of its name. */
  private record Identity(@Nullable String job, @Nullable Long run) {}

  private final RunFolders folders;

  PublishedFolder(RunFolders folders) {
    this.folders = folders;
  }

  /** Whether anything stands in its place, be it even a link into nowhere. */
  boolean isThere() {
    return Files.exists(folders.published(), LinkOption.NOFOLLOW_LINKS);
  }

  /** Why it can not be taken for what the run published, or null. */
  @Nullable String strangeness() {
    Path folder = folders.published();
    if (Files.isSymbolicLink(folder)) {
      return "it is a symbolic link";
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return "it is no folder";
    }
    Path json = folder.resolve(RunFolders.RUN_JSON);
    if (Files.isSymbolicLink(json)) {
      return "its run.json is a symbolic link";
    }
    try {
      Identity identity = JournalFile.read(json, Identity.class);
      return folders.jobName().equals(identity.job())
              && Objects.equals(identity.run(), folders.runNumber())
          ? null
          : "its run.json is that of another run";
    } catch (IOException e) {
      return "it has no run.json that could be read";
    }
  }

  /** Whether {@code latest} points to it. */
  boolean isLatest() {
    try {
      return Files.isSymbolicLink(folders.latest())
          && Path.of(folders.name()).equals(Files.readSymbolicLink(folders.latest()).getFileName());
    } catch (IOException e) {
      // Who can not tell had better not delete it.
      return true;
    }
  }

  /** Bytes of the files in it. */
  long bytes() throws IOException {
    long[] sum = new long[1];
    Files.walkFileTree(
        folders.published(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            sum[0] += attributes.isRegularFile() ? attributes.size() : 0;
            return FileVisitResult.CONTINUE;
          }
        });
    return sum[0];
  }

  /** Takes it out of sight, in one step; what is left is deleted by this purge or the next. */
  void hide() throws IOException {
    Files.move(folders.published(), folders.discarded(), StandardCopyOption.ATOMIC_MOVE);
    FolderSync.force(folders.job());
  }

  /** Deletes what was hidden. */
  void deleteHidden() throws IOException {
    deleteTree(folders.discarded());
  }

  /** Deletes log and record of the run, unless they are no files of this folder. */
  void deleteLogs() throws IOException {
    for (Path file : new Path[] {folders.log(), folders.record()}) {
      Path logs = Objects.requireNonNull(file.getParent());
      if (Files.isDirectory(logs, LinkOption.NOFOLLOW_LINKS)
          && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(file);
      }
    }
  }

  /** Deletes a folder with all that is in it, links as links; nothing if it is none. */
  static void deleteTree(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
