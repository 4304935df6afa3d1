package io.dateline.diff;

import io.dateline.diff.rows.CsvColumns;
import io.dateline.diff.rows.RecordSorter;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a side after its files were read once.
 *
 * @param quoteColumns null if quotes are not compared
 * @param rejectionColumns null if it has no rejections.csv
 */
record SideIndex(
    DiffSide side,
    CsvColumns columns,
    @Nullable CsvColumns quoteColumns,
    @Nullable CsvColumns rejectionColumns,
    RecordSorter articles,
    RecordSorter rejections,
    Publishers publishers)
    implements Closeable {

  @Override
  public void close() throws IOException {
    try {
      articles.close();
    } finally {
      rejections.close();
    }
  }
}
