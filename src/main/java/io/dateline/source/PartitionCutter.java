package io.dateline.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a manifest into partitions. Not safe for use by several threads. */
final class PartitionCutter {

  /**
   * What is read in parts is packed, or holds many documents to the byte: text packs to a quarter,
   * so that such a part is about as much work as a partition of files.
   */
  private static final int PARTS_OF_PACKED = 4;

  private final long maxFiles;
  private final long maxBytes;
  private final FileSplitter splitter;
  private final List<ManifestPlanner.Partition> done = new ArrayList<>();
  private long offset;
  private long start;
  private long files;
  private long bytes;

  /**
   * A cutter that ends a partition at so many files or so many bytes, whichever comes first.
   *
   * @param splitter cuts files of more than two parts, each a quarter of a partition's bytes
   */
  PartitionCutter(long maxFiles, long maxBytes, FileSplitter splitter) {
    this.splitter = splitter;
    this.maxFiles = maxFiles;
    this.maxBytes = maxBytes;
  }

  /** Bytes of a part where a partition has so many. */
  static long partBytes(long partitionBytes) {
    return Math.max(1, partitionBytes / PARTS_OF_PACKED);
  }

  /** Whether a file is read in parts of so many bytes, if its format allows. */
  static boolean isLarge(ManifestFile file, long part) {
    // What is kept of it goes along with the reading, from the first entry on.
    return file.sizeBytes() / 2 > part && !file.partly();
  }

  void add(ManifestFile file) throws IOException {
    long length = Manifest.line(file).getBytes(StandardCharsets.UTF_8).length;
    long part = partBytes(maxBytes);
    List<FileSplit> splits = isLarge(file, part) ? splitter.split(file, part) : List.of();
    if (!splits.isEmpty()) {
      cut();
      for (FileSplit split : splits) {
        done.add(new ManifestPlanner.Partition(done.size(), offset, 1, split));
      }
      offset += length;
      start = offset;
      return;
    }
    if (files > 0 && (files >= maxFiles || bytes + file.sizeBytes() > maxBytes)) {
      cut();
    }
    files++;
    bytes += file.sizeBytes();
    offset += length;
  }

  private void cut() {
    if (files == 0) {
      return;
    }
    done.add(new ManifestPlanner.Partition(done.size(), start, files, null));
    start = offset;
    files = 0;
    bytes = 0;
  }

  List<ManifestPlanner.Partition> finish() {
    cut();
    return done;
  }
}
