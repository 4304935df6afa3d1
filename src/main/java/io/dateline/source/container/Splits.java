package io.dateline.source.container;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Finds where a file can be read from other than its start: lines of JSON Lines, records of a web
 * archive that is plain or has a gzip member for each, and the members of a zip. What is packed as
 * one stream, and a table of CSV, whose line breaks may stand in quotations, have no such place.
 */
final class Splits {

  private Splits() {}

  /**
   * The splits of a file, none if it is to be read as a whole.
   *
   * @param bytes packed bytes of a split, as near as its members allow
   * @param between called between two of them, and while many bytes are looked through; may throw
   *     to end the search
   */
  static List<Split> of(Path file, Opening opening, long bytes, Runnable between)
      throws IOException {
    try (SeekableByteChannel channel = open(file)) {
      return of(channel, opening, bytes, between);
    }
  }

  static List<Split> of(SeekableByteChannel file, Opening opening, long bytes, Runnable between)
      throws IOException {
    byte[] head = new Window(file).read(0, Containers.HEAD_BYTES);
    Format format = Format.of(head, opening.fields());
    ContainerLimits limits = opening.limits();
    try {
      if (format == Format.JSON_LINES && areNamedByPlace(opening)) {
        return JsonLines.splits(file.position(0), limits.members(), bytes, between);
      }
      if (format == Format.WEB_ARCHIVE) {
        return WebArchiveSplits.of(file, limits, bytes, between);
      }
      return format == Format.ZIP ? ZipSplits.of(file, limits, bytes, between) : List.of();
    } catch (BrokenContainerException | Budget.SpentException e) {
      // Whoever reads it as a whole comes to that as well, and tells what lies before it.
      return List.of();
    }
  }

  /** Names of the records' own may be there twice, and the second then bears a number. */
  private static boolean areNamedByPlace(Opening opening) {
    return opening.fields().names(RecordFields.ENTRY).isEmpty();
  }

  static SeekableByteChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
  }
}
