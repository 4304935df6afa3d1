package io.dateline.diff;

import io.dateline.diff.rows.Span;
import java.nio.ByteBuffer;

/** What is kept of a rejection: its file, its entry, and where its row stands. */
final class RejectionRecord {

  static final int FILE = 0;

  /** The id that the article would have; zeros for one of a whole file, so that it comes first. */
  static final int ID = Digests.BYTES;

  private static final int ORDINAL = 2 * Digests.BYTES;
  private static final int ROW = ORDINAL + Long.BYTES;

  static final int KEY_BYTES = ROW;

  /** Size of a record. */
  static final int BYTES = ROW + Long.BYTES + Integer.BYTES;

  private RejectionRecord() {}

  /** Sets all but the digests. */
  static void set(byte[] record, long ordinal, Span row) {
    ByteBuffer.wrap(record)
        .position(ORDINAL)
        .putLong(ordinal)
        .putLong(row.offset())
        .putInt(row.length());
  }

  static Span row(byte[] record) {
    ByteBuffer buffer = ByteBuffer.wrap(record);
    return new Span(buffer.getLong(ROW), buffer.getInt(ROW + Long.BYTES));
  }

  static boolean isOfWholeFile(byte[] record) {
    for (int i = ID; i < ID + Digests.BYTES; i++) {
      if (record[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
