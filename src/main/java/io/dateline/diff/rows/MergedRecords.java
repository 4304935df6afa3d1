package io.dateline.diff.rows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Records of several sorted pieces of a file as one sorted row. */
final class MergedRecords implements RecordCursor {

  private static final int PIECE_BUFFER_BYTES = 1 << 16;

  /** What is left of a piece, by its first record. */
  private final class Rest {
    private final ByteBuffer block;
    private long offset;
    private long left;
    private byte[] head = {};

    Rest(RecordSorter.Piece piece) {
      offset = piece.offset();
      left = piece.records();
      block = ByteBuffer.allocate(Math.max(1, PIECE_BUFFER_BYTES / recordBytes) * recordBytes);
      block.limit(0);
    }

    /** Goes to the next record; says whether there is one. */
    boolean advance() throws IOException {
      if (left == 0) {
        return false;
      }
      if (!block.hasRemaining()) {
        fill();
      }
      head = new byte[recordBytes];
      block.get(head);
      left--;
      return true;
    }

    private void fill() throws IOException {
      block.clear().limit((int) Math.min(block.capacity(), left * recordBytes));
      while (block.hasRemaining()) {
        int read = channel.read(block, offset);
        if (read < 0) {
          throw new IOException("the temporary file was cut short");
        }
        offset += read;
      }
      block.flip();
    }
  }

  private final FileChannel channel;
  private final int recordBytes;
  private final PriorityQueue<Rest> rests;

  MergedRecords(FileChannel channel, int recordBytes, int keyBytes, List<RecordSorter.Piece> pieces)
      throws IOException {
    this.channel = channel;
    this.recordBytes = recordBytes;
    this.rests =
        new PriorityQueue<>(
            pieces.size() + 1,
            (a, b) -> Arrays.compareUnsigned(a.head, 0, keyBytes, b.head, 0, keyBytes));
    for (RecordSorter.Piece piece : pieces) {
      add(new Rest(piece));
    }
  }

  private void add(Rest rest) throws IOException {
    if (rest.advance()) {
      rests.add(rest);
    }
  }

  @Override
  public byte @Nullable [] next() throws IOException {
    Rest first = rests.poll();
    if (first == null) {
      return null;
    }
    byte[] record = first.head;
    add(first);
    return record;
  }
}
