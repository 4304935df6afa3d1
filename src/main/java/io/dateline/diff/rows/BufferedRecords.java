package io.dateline.diff.rows;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Records of a buffer in an order. Not safe for use by several threads. */
final class BufferedRecords implements RecordCursor {

  private final byte[] buffer;
  private final int recordBytes;
  private final int[] order;
  private int next;

  BufferedRecords(byte[] buffer, int recordBytes, int[] order) {
    this.buffer = buffer;
    this.recordBytes = recordBytes;
    this.order = order;
  }

  @Override
  public byte @Nullable [] next() {
    if (next == order.length) {
      return null;
    }
    int at = order[next++] * recordBytes;
    return Arrays.copyOfRange(buffer, at, at + recordBytes);
  }
}
