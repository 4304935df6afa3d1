package io.dateline.diff;

import io.dateline.output.Column;
import io.dateline.output.CsvTable;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes a CSV file in the form of a run's files, guarded always. Not safe for use by several
 * threads.
 *
 * @param <R> what a row is made of
 */
final class CsvOutput<R> implements Closeable {

  private static final int BUFFER_BYTES = 1 << 18;

  private final CsvTable<R> table;
  private final FileChannel channel;
  private final OutputStream out;
  private long rows;

  CsvOutput(Path file, List<? extends Column<R>> columns) throws IOException {
    table = new CsvTable<>(columns, true);
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
    write(CsvTable.header(columns));
  }

  private void write(String line) throws IOException {
    out.write((line + CsvTable.FORMAT.getRecordSeparator()).getBytes(StandardCharsets.UTF_8));
  }

  void row(R row) throws IOException {
    write(table.line(table.values(row)));
    rows++;
  }

  /** Rows without the header. */
  long rows() {
    return rows;
  }

  /** Forces the file to the disk. */
  void finish() throws IOException {
    out.flush();
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
