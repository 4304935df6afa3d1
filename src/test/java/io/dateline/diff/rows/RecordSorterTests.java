package io.dateline.diff.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordSorterTests {

  private static final int RECORD = 11;
  private static final int KEY = 6;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} records, {1} in memory, {2} pieces at once")
  @CsvSource({"0,4,2", "1,4,2", "4,4,2", "5,4,2", "300,4,2", "300,7,3", "2000,16,5", "500,1000,5"})
  void sortsByTheKeysBytesUnsignedWhateverTheMemory(int count, int inMemory, int pieces)
      throws Exception {
    List<byte[]> records = records(count);
    try (RecordSorter sorter =
        new RecordSorter(folder.resolve("sort.tmp"), RECORD, KEY, inMemory, pieces)) {
      for (byte[] record : records) {
        sorter.add(record);
      }

      List<byte[]> sorted = all(sorter.sorted());

      records.sort((a, b) -> Arrays.compareUnsigned(a, 0, KEY, b, 0, KEY));
      assertThat(sorter.size()).isEqualTo(count);
      assertThat(sorted.toArray()).isEqualTo(records.toArray());
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void needsNoFileForWhatFitsIntoMemory() throws Exception {
    try (RecordSorter sorter = new RecordSorter(folder.resolve("sort.tmp"), RECORD, KEY)) {
      for (byte[] record : records(1_000)) {
        sorter.add(record);
      }

      assertThat(all(sorter.sorted())).hasSize(1_000);
      assertThat(folder).isEmptyDirectory();
    }
  }

  /** Their keys end in their number, so that no two are equal; the first bytes often are. */
  private static List<byte[]> records(int count) {
    Random random = new Random(3);
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(
          ByteBuffer.allocate(RECORD)
              .put((byte) (random.nextInt(5) * 60))
              .put((byte) random.nextInt(2))
              .putInt(i * 7_919 % 2_003)
              .putInt(i)
              .array());
    }
    return records;
  }

  private static List<byte[]> all(RecordCursor cursor) throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (byte[] record = cursor.next(); record != null; record = cursor.next()) {
      all.add(record);
    }
    return all;
  }
}
