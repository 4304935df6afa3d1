package io.dateline.source.container;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.List;
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
    return open(file, Split.WHOLE, opening);
  }

  /**
   * Opens a part of a file, of those that {@link #split} gave. What it unpacks to is limited by
   * itself.
   *
   * @param members most members of all kinds and depths, if that is less than the limit for a file
   * @throws IOException if it cannot be opened or read
   */
  public ContainerEntries open(Path file, Split split, long members) throws IOException {
    return open(file, split, new Opening(opening.limits().withMembers(members), opening.fields()));
  }

  /**
   * Cuts a file into parts that can be read by themselves, if it is of a format that can be read
   * from within: zip by its directory; JSON Lines; WARC and ARC, plain or with a gzip member for
   * each record. Of others, and of zips that a part of would not explain, nothing is cut.
   *
   * @param bytes packed bytes of a part, as near as its members allow
   * @param between called now and then; may throw to end the search
   * @return the parts in the order of the file, none if it is to be read as a whole
   * @throws IOException if it cannot be opened or read
   */
  public List<Split> split(Path file, long bytes, Runnable between) throws IOException {
    return Splits.of(file, opening, bytes, between);
  }

  private static ContainerEntries open(Path file, Split split, Opening opening) throws IOException {
    SeekableByteChannel channel = Splits.open(file);
    try {
      return new FlattenedEntries(channel, split, opening);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
