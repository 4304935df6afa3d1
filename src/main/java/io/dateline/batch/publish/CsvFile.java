package io.dateline.batch.publish;

import io.dateline.batch.run.JoinedFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file that is being written: counts its rows and hashes its bytes on the way. Not safe for
 * use by several threads.
 */
public final class CsvFile implements Closeable {

  private static final int PACKED_BUFFER_BYTES = 1 << 16;

  private final HashedFile file;
  private final @Nullable GZIPOutputStream packed;
  private final OutputStream out;
  private final CsvRowCount count = new CsvRowCount();

  /**
   * Begins a file, replacing one that is there.
   *
   * @param header the header row with its line end, in UTF-8
   */
  public CsvFile(Path target, byte[] header) throws IOException {
    this(target, header, false);
  }

  /**
   * Begins a file, replacing one that is there.
   *
   * @param header what the file begins with: the header row with its line end, in UTF-8
   * @param gzip whether it is packed; its header then bears neither a name nor a time
   */
  public CsvFile(Path target, byte[] header, boolean gzip) throws IOException {
    this.file = new HashedFile(target);
    this.packed = gzip ? new GZIPOutputStream(file, PACKED_BUFFER_BYTES) : null;
    this.out = packed == null ? file : packed;
    write(header, 0, header.length);
  }

  /** Appends bytes: rows, or pieces of rows. */
  public void write(byte[] buffer, int from, int length) throws IOException {
    count.add(buffer, from, length);
    out.write(buffer, from, length);
  }

  /** Whole rows so far, without the header. */
  public long rows() {
    return count.rows();
  }

  /** Forces the file to the disk. Nothing can be written afterwards. */
  public JoinedFile finish() throws IOException {
    if (packed != null) {
      packed.finish();
    }
    file.force();
    return new JoinedFile(rows(), file.bytes(), file.sha256());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
