package io.dateline.diff.rows;

import io.dateline.diff.rows.Cells.MalformedRowException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads rows of a CSV file again that {@link CsvFileReader} came by. Not safe for use by several
 * threads.
 */
public final class RowsByPlace implements Closeable {

  /** Takes a row. */
  @FunctionalInterface
  public interface RowReader {
    /** Takes a row, whose cells count during the call alone. */
    void row(Cells cells);
  }

  private final Path file;
  private final FileChannel channel;
  private final CsvColumns columns;
  private final Cells cells;
  private byte[] buffer = {};

  /** Opens a file whose columns are known. */
  public RowsByPlace(Path file, CsvColumns columns, boolean guarded) throws IOException {
    this.file = file;
    this.columns = columns;
    this.cells = new Cells(guarded);
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
  }

  /** The columns of the file. */
  public CsvColumns columns() {
    return columns;
  }

  /**
   * Reads one row; its cells count until the next call.
   *
   * @throws DamagedFileException if there is no such row any more
   */
  public Cells row(Span span) throws IOException {
    load(span);
    if (parse(span, 0) != span.length()) {
      throw changed();
    }
    return cells;
  }

  /** Reads the rows of a span, one after the other. */
  public void rows(Span span, RowReader reader) throws IOException {
    load(span);
    for (int at = 0; at < span.length(); ) {
      at = parse(span, at);
      reader.row(cells);
    }
  }

  private int parse(Span span, int from) throws IOException {
    try {
      int end = cells.parse(buffer, from, span.length(), true);
      CsvFileReader.check(file, span.offset() + from, cells, columns);
      return end;
    } catch (MalformedRowException e) {
      throw changed();
    }
  }

  private void load(Span span) throws IOException {
    if (buffer.length < span.length()) {
      buffer = new byte[Math.max(span.length(), Math.min(1 << 16, 2 * buffer.length))];
    }
    ByteBuffer into = ByteBuffer.wrap(buffer, 0, span.length());
    while (into.hasRemaining()) {
      if (channel.read(into, span.offset() + into.position()) < 0) {
        throw changed();
      }
    }
  }

  private DamagedFileException changed() {
    return new DamagedFileException(file, "was changed while it was read");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
