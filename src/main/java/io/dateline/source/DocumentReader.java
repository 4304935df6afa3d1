package io.dateline.source;

import io.dateline.article.Capture;
import io.dateline.article.RawDocument;
import io.dateline.article.RejectionReason;
import io.dateline.source.container.ContainerEntries;
import io.dateline.source.container.Containers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads the files of a manifest. Whatever is wrong with a file becomes a value: a run goes on.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class DocumentReader {

  private final InputFiles files;
  private final long maxDocumentBytes;
  private final Unpacker unpacker;

  /** Tells containers from documents, and opens them. */
  interface Unpacker {
    boolean isContainer(byte[] head);

    ContainerEntries open(Path file) throws IOException;

    ContainerEntries open(Path file, FileSplit split) throws IOException;
  }

  /**
   * A reader below these roots.
   *
   * @param selection what is read of them: without any such file a root counts as gone
   * @param maxDocumentBytes longer files that are no containers are rejected unread
   */
  public DocumentReader(
      List<InputRoot> roots, Selection selection, long maxDocumentBytes, Containers containers) {
    this(
        roots,
        selection,
        maxDocumentBytes,
        new Unpacker() {
          @Override
          public boolean isContainer(byte[] head) {
            return containers.isContainer(head);
          }

          @Override
          public ContainerEntries open(Path file) throws IOException {
            return containers.open(file);
          }

          @Override
          public ContainerEntries open(Path file, FileSplit split) throws IOException {
            return containers.open(file, split.split(), split.maxEntries());
          }
        });
  }

  DocumentReader(
      List<InputRoot> roots, Selection selection, long maxDocumentBytes, Unpacker unpacker) {
    this.files = new InputFiles(roots, selection);
    this.maxDocumentBytes = maxDocumentBytes;
    this.unpacker = unpacker;
  }

  /**
   * Opens one file. It holds what its entries need; the caller closes them.
   *
   * @param from how many entries to pass over, since an earlier attempt has them
   * @throws MissingInputException if the input root itself is gone
   * @throws IOException if no file could be read just now, whichever it was
   */
  public FileEntries open(ManifestFile file, long from) throws IOException {
    RejectionReason known = file.unreadable();
    if (known != null) {
      return only(InputFiles.rejection(file, from, known, describe(known)));
    }
    try {
      Path path = files.path(file);
      // Before it is opened: where a pipe took its place, that would wait for ever.
      if (!InputFiles.isAsPlanned(file, path)) {
        return only(files.changed(file, from));
      }
      InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
      try {
        byte[] head = in.readNBytes(Containers.HEAD_BYTES);
        if (unpacker.isContainer(head)) {
          in.close();
          return container(file, path, from);
        }
        return document(file, path, from, head, in);
      } catch (IOException | RuntimeException | Error e) {
        in.close();
        throw e;
      }
    } catch (IOException | InvalidPathException e) {
      return only(files.failure(file, from, e));
    }
  }

  /**
   * Opens a part of a file, as {@link #open(ManifestFile, long)} does a file.
   *
   * @param from how many entries of the part to pass over
   */
  public FileEntries open(ManifestFile file, FileSplit split, long from) throws IOException {
    long entry = split.firstEntry() + from;
    InputFiles telling = files.inPart(split);
    try {
      Path path = files.path(file);
      if (!InputFiles.isAsPlanned(file, path)) {
        return only(telling.changed(file, entry));
      }
      return new ContainerFile(
          file, path, telling, split.contentSha256(), unpacker.open(path, split), entry, from);
    } catch (IOException | InvalidPathException e) {
      return only(telling.failure(file, entry, e));
    } catch (RuntimeException | StackOverflowError e) {
      return only(ContainerFile.defect(file, entry, e));
    }
  }

  private static FileEntries only(FileEntry entry) {
    return new PlainFile(0, null, () -> new PlainFile.Read(entry, ""));
  }

  private FileEntries container(ManifestFile file, Path path, long from) throws IOException {
    String sha256 = Hashes.ofFile(path);
    try {
      return new ContainerFile(file, path, files, sha256, unpacker.open(path), from, from);
    } catch (RuntimeException | StackOverflowError e) {
      return only(ContainerFile.defect(file, from, e));
    }
  }

  private FileEntries document(ManifestFile file, Path path, long from, byte[] head, InputStream in)
      throws IOException {
    if (from > 0) {
      // It was a container when the entries were read that are there.
      in.close();
      return only(files.changed(file, from));
    }
    if (file.sizeBytes() > maxDocumentBytes) {
      in.close();
      return only(
          InputFiles.rejection(
              file,
              from,
              RejectionReason.TOO_LARGE,
              file.sizeBytes() + " bytes; limits.document-bytes is " + maxDocumentBytes));
    }
    return new PlainFile(
        file.sizeBytes(),
        in,
        () -> read(file, path, new SequenceInputStream(new ByteArrayInputStream(head), in)));
  }

  private PlainFile.Read read(ManifestFile file, Path path, InputStream in) throws IOException {
    try {
      // One byte more than expected, so that a file that grew shows.
      byte[] content = in.readNBytes(Math.toIntExact(file.sizeBytes() + 1));
      if (content.length != file.sizeBytes() || !InputFiles.isAsPlanned(file, path)) {
        return new PlainFile.Read(files.changed(file, 0), "");
      }
      return new PlainFile.Read(
          new FileEntry.Item(new RawDocument(file.ordinal(0), file.id(), content, Capture.UNKNOWN)),
          HexFormat.of().formatHex(Hashes.sha256().digest(content)));
    } catch (IOException e) {
      return new PlainFile.Read(files.failure(file, 0, e), "");
    }
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
