package io.dateline.source;

import io.dateline.article.Rejection;
import io.dateline.article.RejectionReason;
import io.dateline.article.Unreadable;
import io.dateline.source.container.PackedBytesException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of a manifest on the disk: where they are, whether they are still what was planned, and
 * what it means when one of them cannot be read. Immutable and safe for use by several threads.
 */
final class InputFiles {

  private final Map<String, Path> folders;
  private final Selection selection;
  private final String part;

  /**
   * Files below these roots.
   *
   * @param selection what is read of them: without any such file a root counts as gone
   */
  InputFiles(List<InputRoot> roots, Selection selection) {
    this(
        roots.stream()
            .collect(Collectors.toUnmodifiableMap(InputRoot::collection, InputRoot::folder)),
        selection,
        "");
  }

  private InputFiles(Map<String, Path> folders, Selection selection, String part) {
    this.folders = folders;
    this.selection = selection;
    this.part = part;
  }

  /** The same files; what goes wrong with one is told of a part of it, each of which may tell. */
  InputFiles inPart(FileSplit split) {
    return new InputFiles(
        folders,
        selection,
        " It is read in " + split.of() + " parts; this is " + (split.number() + 1) + ".");
  }

  Path path(ManifestFile file) throws NoSuchFileException {
    Path folder = folders.get(file.collection());
    if (folder == null) {
      throw new NoSuchFileException(file.collection());
    }
    return folder.resolve(EntryNames.decode(file.sourcePath()));
  }

  /** Whether a file has the size and the time that it was planned with. */
  static boolean isAsPlanned(ManifestFile file, Path path) throws IOException {
    BasicFileAttributes now =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return now.isRegularFile()
        && now.size() == file.sizeBytes()
        && now.lastModifiedTime().to(TimeUnit.NANOSECONDS) == file.modifiedNanos();
  }

  /**
   * What a failure on a file comes to, as its entry of this number.
   *
   * @throws MissingInputException if the input root itself is gone: then every file would seem to
   *     have vanished, and their articles would be replaced by rejections
   * @throws IOException the failure itself, where no file could be read just now
   */
  FileEntry failure(ManifestFile file, long entry, Exception failure) throws IOException {
    if (failure instanceof NoSuchFileException) {
      requireRoot(file);
      return rejection(
          file,
          entry,
          RejectionReason.SOURCE_CHANGED,
          "The file vanished after the run was planned." + part);
    }
    if (failure instanceof IOException io && Shortage.isCauseOf(io)) {
      throw io;
    }
    return rejection(
        file,
        entry,
        RejectionReason.UNREADABLE_FILE,
        "The file cannot be read: " + describe(failure) + "." + part);
  }

  FileEntry changed(ManifestFile file, long entry) {
    return rejection(
        file,
        entry,
        RejectionReason.SOURCE_CHANGED,
        "The file changed after the run was planned." + part);
  }

  static FileEntry rejection(
      ManifestFile file, long entry, RejectionReason reason, String message) {
    return new FileEntry.Item(
        new Unreadable(
            file.ordinal(entry), new Rejection(file.id(), null, reason, message, sizeOf(file))));
  }

  /** Of what could not be looked at, and of a folder, no size is known. */
  private static @Nullable Long sizeOf(ManifestFile file) {
    return file.unreadable() != null && file.sizeBytes() == 0 ? null : file.sizeBytes();
  }

  private void requireRoot(ManifestFile file) throws MissingInputException {
    Path folder = folders.get(file.collection());
    if (folder == null || !holdsFiles(new InputRoot(file.collection(), folder))) {
      throw new MissingInputException(String.valueOf(folder));
    }
  }

  private boolean holdsFiles(InputRoot root) {
    try {
      return new InputWalk(List.of(root), selection).next() != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static String describe(Exception failure) {
    Throwable reason =
        failure instanceof PackedBytesException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (reason instanceof AccessDeniedException) {
      return "permission denied";
    }
    return reason instanceof InvalidPathException
        ? "no path of this system"
        : reason.getClass().getSimpleName();
  }
}
