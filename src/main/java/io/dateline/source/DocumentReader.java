package io.dateline.source;

import io.dateline.article.Capture;
import io.dateline.article.RawDocument;
import io.dateline.article.Rejection;
import io.dateline.article.RejectionReason;
import io.dateline.article.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files of a manifest. Whatever is wrong with a file becomes a value: a run goes on.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class DocumentReader {

  private final Map<String, Path> folders;
  private final Selection selection;
  private final long maxDocumentBytes;

  /**
   * A reader below these roots.
   *
   * @param selection what is read of them: without any such file a root counts as gone
   * @param maxDocumentBytes longer files are rejected unread
   */
  public DocumentReader(List<InputRoot> roots, Selection selection, long maxDocumentBytes) {
    this.selection = selection;
    this.folders =
        roots.stream()
            .collect(Collectors.toUnmodifiableMap(InputRoot::collection, InputRoot::folder));
    this.maxDocumentBytes = maxDocumentBytes;
  }

  /**
   * Reads one file.
   *
   * @throws MissingInputException if the input root itself is gone: then every file would seem to
   *     have vanished, and their articles would be replaced by rejections
   * @throws IOException if no file could be read just now, whichever it was
   */
  public ReadEntry read(ManifestFile file) throws IOException {
    RejectionReason known = file.unreadable();
    if (known != null) {
      return unreadable(file, known, describe(known));
    }
    if (file.sizeBytes() > maxDocumentBytes) {
      return unreadable(
          file,
          RejectionReason.TOO_LARGE,
          file.sizeBytes() + " bytes; limits.document-bytes is " + maxDocumentBytes);
    }
    try {
      Path path = path(file);
      byte[] content = readAtMost(path, file.sizeBytes());
      BasicFileAttributes now =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (content.length != file.sizeBytes()
          || now.size() != file.sizeBytes()
          || !now.isRegularFile()
          || now.lastModifiedTime().to(TimeUnit.NANOSECONDS) != file.modifiedNanos()) {
        return changed(file, "The file changed after the run was planned.");
      }
      String sha256 = HexFormat.of().formatHex(Hashes.sha256().digest(content));
      return new ReadEntry(
          file, sha256, new RawDocument(file.ordinal(0), file.id(), content, Capture.UNKNOWN));
    } catch (NoSuchFileException e) {
      requireRoot(file);
      return changed(file, "The file vanished after the run was planned.");
    } catch (IOException | InvalidPathException e) {
      if (e instanceof IOException io && Shortage.isCauseOf(io)) {
        throw io;
      }
      return unreadable(
          file, RejectionReason.UNREADABLE_FILE, "The file cannot be read: " + describe(e) + ".");
    }
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

  private Path path(ManifestFile file) throws NoSuchFileException {
    Path folder = folders.get(file.collection());
    if (folder == null) {
      throw new NoSuchFileException(file.collection());
    }
    return folder.resolve(EntryNames.decode(file.sourcePath()));
  }

  /** Reads one byte more than expected, so that a file that grew shows. */
  private static byte[] readAtMost(Path path, long size) throws IOException {
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(Math.toIntExact(size + 1));
    }
  }

  /** Of what could not be looked at, and of a folder, no size is known. */
  private static @Nullable Long sizeOf(ManifestFile file) {
    return file.unreadable() != null && file.sizeBytes() == 0 ? null : file.sizeBytes();
  }

  private static ReadEntry changed(ManifestFile file, String message) {
    return unreadable(file, RejectionReason.SOURCE_CHANGED, message);
  }

  private static ReadEntry unreadable(ManifestFile file, RejectionReason reason, String message) {
    return new ReadEntry(
        file,
        "",
        new Unreadable(
            file.ordinal(0), new Rejection(file.id(), null, reason, message, sizeOf(file))));
  }

  private static String describe(Exception e) {
    return e instanceof AccessDeniedException ? "permission denied" : e.getClass().getSimpleName();
  }

  private static String describe(RejectionReason reason) {
    return switch (reason) {
      case UNREADABLE_NAME -> "The name is no valid UTF-8; rename the file.";
      case LINK_OUT_OF_INPUT ->
          "A symbolic link that leads out of its input root, or nowhere; it is not followed.";
      case NOT_A_FILE -> "A device, pipe or socket.";
      default -> "It cannot be opened: permission denied, or it vanished.";
    };
  }
}
