package io.dateline.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a manifest into partitions. Not safe for use by several threads. */
final class PartitionCutter {

  private final long maxFiles;
  private final long maxBytes;
  private final List<ManifestPlanner.Partition> done = new ArrayList<>();
  private long offset;
  private long start;
  private long files;
  private long bytes;

  /** A cutter that ends a partition at so many files or so many bytes, whichever comes first. */
  PartitionCutter(long maxFiles, long maxBytes) {
    this.maxFiles = maxFiles;
    this.maxBytes = maxBytes;
  }

  void add(ManifestFile file) {
    if (files > 0 && (files >= maxFiles || bytes + file.sizeBytes() > maxBytes)) {
      cut();
    }
    files++;
    bytes += file.sizeBytes();
    offset += Manifest.line(file).getBytes(StandardCharsets.UTF_8).length;
  }

  private void cut() {
    done.add(new ManifestPlanner.Partition(done.size(), start, files));
    start = offset;
    files = 0;
    bytes = 0;
  }

  List<ManifestPlanner.Partition> finish() {
    if (files > 0) {
      cut();
    }
    return done;
  }
}
