package io.dateline.source.container;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Opens files that hold other files: gzip, bzip2, xz, Zstandard and LZ4 streams, zip, tar and 7z,
 * in each other to any depth that the limits allow. Content tells them, never a name.
 *
 * <p>A zip's central directory is the truth about it, in its order. A zip or 7z inside another
 * container is put aside first, in memory or, above 1 MiB, in a temporary file without a name in
 * the folder {@code java.io.tmpdir}: read as a stream instead, a zip would tell its members only as
 * far as its local headers are honest. No member's name ever becomes a path, and no link is
 * followed.
 *
 * <p>Office documents that are zips by their outside (EPUB, OpenDocument, docx) are documents.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Containers {

  /** Bytes from the start of a file that tell what it is: XML may have much before its root. */
  public static final int HEAD_BYTES = 16 * 1024;

  private final Opening opening;

  /** Opens containers within these limits; fields of records mean what they usually do. */
  public Containers(ContainerLimits limits) {
    this(limits, RecordFields.DEFAULTS);
  }

  /** Opens containers within these limits; fields of records mean this. */
  public Containers(ContainerLimits limits, RecordFields fields) {
    this.opening = new Opening(Objects.requireNonNull(limits), Objects.requireNonNull(fields));
  }

  /**
   * Whether this is the start of a container.
   *
   * @param head the first {@link #HEAD_BYTES} bytes of a file, or all of a shorter one
   */
  public boolean isContainer(byte[] head) {
    return Format.of(head, opening.fields()) != null;
  }

  /**
   * Opens a file. One that is no container gives itself, under the empty name.
   *
   * @param file a file below the input; a symbolic link is not followed
   * @throws IOException if it cannot be opened or read
   */
  public ContainerEntries open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    try {
      return new FlattenedEntries(channel, opening);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
