package io.dateline.diff.rows;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts any number of records of one size by their first bytes, unsigned, with a bounded part of
 * them in memory and the others in a file. What is equal in these bytes comes in no order of its
 * own, so a key ends in a number that makes it unique. Not safe for use by several threads.
 */
public final class RecordSorter implements Closeable {

  /** Memory for records that are not in the file yet. */
  static final int BUFFER_BYTES = 16 << 20;

  /** Sorted pieces that are merged at once, each with a buffer of its own. */
  static final int MAX_PIECES = 256;

  private static final int FIRST_BUFFER_RECORDS = 256;

  /** A sorted piece of the file. */
  record Piece(long offset, long records) {}

  private final Path file;
  private final int recordBytes;
  private final int keyBytes;
  private final int bufferRecords;
  private final int maxPieces;
  private byte[] buffer;
  private int buffered;
  private long size;
  private @Nullable FileChannel channel;
  private long written;
  private final List<Piece> pieces = new ArrayList<>();

  /**
   * A sorter without records.
   *
   * @param file where records go that have no room in memory; made when it is needed
   * @param keyBytes how many bytes at the start of a record its order depends on
   */
  public RecordSorter(Path file, int recordBytes, int keyBytes) {
    this(file, recordBytes, keyBytes, BUFFER_BYTES / recordBytes, MAX_PIECES);
  }

  RecordSorter(Path file, int recordBytes, int keyBytes, int bufferRecords, int maxPieces) {
    this.file = file;
    this.recordBytes = recordBytes;
    this.keyBytes = keyBytes;
    this.bufferRecords = bufferRecords;
    this.maxPieces = maxPieces;
    this.buffer = new byte[Math.min(bufferRecords, FIRST_BUFFER_RECORDS) * recordBytes];
  }

  /** Adds a record, which is copied. */
  public void add(byte[] record) throws IOException {
    if (buffered == bufferRecords) {
      spill();
    }
    int at = buffered * recordBytes;
    if (at == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(bufferRecords, buffered * 2) * recordBytes);
    }
    System.arraycopy(record, 0, buffer, at, recordBytes);
    buffered++;
    size++;
  }

  /** How many records were added. */
  public long size() {
    return size;
  }

  /** The records in order, once: nothing can be added afterwards. */
  public RecordCursor sorted() throws IOException {
    if (pieces.isEmpty()) {
      return new BufferedRecords(buffer, recordBytes, order());
    }
    spill();
    buffer = new byte[0];
    return new MergedRecords(channel(), recordBytes, keyBytes, pieces);
  }

  private int[] order() {
    return RecordOrder.of(buffer, recordBytes, keyBytes, buffered);
  }

  /** Writes what is in memory as one more sorted piece. */
  private void spill() throws IOException {
    if (buffered > 0) {
      write(new BufferedRecords(buffer, recordBytes, order()), buffered);
      buffered = 0;
    }
    if (pieces.size() >= maxPieces) {
      List<Piece> merged = List.copyOf(pieces);
      pieces.clear();
      write(
          new MergedRecords(channel(), recordBytes, keyBytes, merged),
          merged.stream().mapToLong(Piece::records).sum());
    }
  }

  private void write(RecordCursor records, long count) throws IOException {
    FileChannel out = channel();
    long start = written;
    int block = Math.max(1, (1 << 16) / recordBytes) * recordBytes;
    ByteBuffer bytes = ByteBuffer.allocate(block);
    for (byte[] record = records.next(); record != null; record = records.next()) {
      bytes.put(record);
      if (!bytes.hasRemaining()) {
        flush(out, bytes);
      }
    }
    flush(out, bytes);
    pieces.add(new Piece(start, count));
  }

  private void flush(FileChannel out, ByteBuffer bytes) throws IOException {
    bytes.flip();
    while (bytes.hasRemaining()) {
      written += out.write(bytes, written);
    }
    bytes.clear();
  }

  private FileChannel channel() throws IOException {
    FileChannel open = channel;
    if (open == null) {
      open =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      channel = open;
    }
    return open;
  }

  /** Gives memory and disk back. */
  @Override
  public void close() throws IOException {
    buffer = new byte[0];
    FileChannel open = channel;
    if (open != null) {
      open.close();
      Files.deleteIfExists(file);
    }
  }
}
