package io.dateline.diff.rows;

import io.dateline.diff.rows.Cells.MalformedRowException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Reads a CSV file row by row and tells where each row stands, so that it can be read again. Not
 * safe for use by several threads.
 */
public final class CsvFileReader implements Closeable {

  /** Longest row; the longest document gives far less. */
  static final int MAX_ROW_BYTES = 64 << 20;

  private static final int BUFFER_BYTES = 1 << 18;

  private final Path file;
  private final FileChannel channel;
  private final Cells cells;
  private final CsvColumns columns;
  private byte[] buffer = new byte[BUFFER_BYTES];

  /** Where the first byte of the buffer stands in the file. */
  private long base;

  private int from;
  private int to;
  private boolean ended;
  private long offset;
  private int length;

  private CsvFileReader(Path file, FileChannel channel, boolean guarded) throws IOException {
    this.file = file;
    this.channel = channel;
    this.cells = new Cells(guarded);
    if (!readRow()) {
      throw new DamagedFileException(file, "is empty: it has not even a header");
    }
    this.columns = CsvColumns.of(file, cells);
  }

  /**
   * Opens a file and reads its header.
   *
   * @param guarded whether its text cells are guarded against being run as a formula
   */
  public static CsvFileReader open(Path file, boolean guarded) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new CsvFileReader(file, channel, guarded);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** The columns that the header names. */
  public CsvColumns columns() {
    return columns;
  }

  /** The cells of the row that was read last. */
  public Cells cells() {
    return cells;
  }

  /** First byte of the row that was read last. */
  public long offset() {
    return offset;
  }

  /** Bytes of the row that was read last, its line end included. */
  public int length() {
    return length;
  }

  /**
   * Reads the next row that is not blank.
   *
   * @return whether there was one
   * @throws DamagedFileException if a row is malformed, too long, or has not as many cells as the
   *     header
   */
  public boolean next() throws IOException {
    while (readRow()) {
      boolean blank = cells.count() == 1 && cells.isEmpty(0) && columns.width() > 1;
      if (!blank) {
        check(file, offset, cells, columns);
        return true;
      }
    }
    return false;
  }

  static void check(Path file, long offset, Cells cells, CsvColumns columns)
      throws DamagedFileException {
    if (cells.count() != columns.width()) {
      throw new DamagedFileException(
          file, offset, "are " + cells.count() + " cells, in the header " + columns.width());
    }
  }

  private boolean readRow() throws IOException {
    while (true) {
      if (from == to && ended) {
        return false;
      }
      int end = from == to ? -1 : parse();
      if (end >= 0) {
        offset = base + from;
        length = end - from;
        from = end;
        return true;
      }
      fill();
    }
  }

  private int parse() throws DamagedFileException {
    try {
      return cells.parse(buffer, from, to, ended);
    } catch (MalformedRowException e) {
      throw new DamagedFileException(file, base + from, String.valueOf(e.getMessage()));
    }
  }

  /** Moves what is left to the start of the buffer and reads on behind it. */
  private void fill() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      base += from;
      to -= from;
      from = 0;
    }
    if (to == buffer.length) {
      if (to >= MAX_ROW_BYTES) {
        throw new DamagedFileException(
            file,
            base,
            "are more than " + MAX_ROW_BYTES + " bytes; is a quotation mark not closed?");
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = channel.read(ByteBuffer.wrap(buffer, to, buffer.length - to), base + to);
    if (read < 0) {
      ended = true;
    } else {
      to += read;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
