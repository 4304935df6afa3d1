package io.dateline.source.container;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/**
 * Cuts a web archive between its records. It is gone through as it is when it is read, all of it
 * unpacked: a search for what looks like a record would find those that a page holds, which may be
 * a web archive itself, byte for byte, and its author may have meant it to be found.
 */
final class WebArchiveSplits {

  private static final int RECORDS_BETWEEN = 256;

  private WebArchiveSplits() {}

  /** The splits of a file, which is closed then. */
  static List<Split> of(
      SeekableByteChannel file, ContainerLimits limits, long bytes, Runnable between)
      throws IOException {
    long size = file.size();
    Budget budget = new Budget(null, size, limits);
    SplitCutter cutter = new SplitCutter(bytes);
    cutter.cut(0, 0, 0);
    long members = 0;
    long last = -1;
    try (WebArchiveReader reader =
        WebArchives.open(new PackedInput(file.position(0)), Long.MAX_VALUE, budget::spend)) {
      for (Member member = reader.next(); member != null; member = reader.next()) {
        RecordPlace place = reader.place();
        boolean isFirstThere = place.offset() > last && !(member instanceof Member.Damaged);
        if (isFirstThere && cutter.isDue(place.offset())) {
          cutter.cut(place.offset(), place.offset(), members);
        }
        last = place.offset();
        if (++members > limits.members()) {
          return List.of();
        }
        if (members % RECORDS_BETWEEN == 0) {
          between.run();
        }
      }
    }
    return cutter.finish(size);
  }
}
