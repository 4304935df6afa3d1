package io.dateline.batch.publish;

import io.dateline.batch.run.JoinedFile;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A CSV file that is being written: counts its rows and hashes its bytes on the way. Not safe for
 * use by several threads.
 */
public final class CsvFile implements Closeable {

  private static final int BUFFER_BYTES = 1 << 18;

  private final FileChannel channel;
  private final OutputStream out;
  private final CsvDigest digest = new CsvDigest();

  /**
   * Begins a file, replacing one that is there.
   *
   * @param header the header row with its line end, in UTF-8
   */
  public CsvFile(Path target, byte[] header) throws IOException {
    this.channel =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
    write(header, 0, header.length);
  }

  /** Appends bytes: rows, or pieces of rows. */
  public void write(byte[] buffer, int from, int length) throws IOException {
    digest.add(buffer, from, length);
    out.write(buffer, from, length);
  }

  /** Whole rows so far, without the header. */
  public long rows() {
    return digest.rows();
  }

  /** Forces the file to the disk. Nothing can be written afterwards. */
  public JoinedFile finish() throws IOException {
    out.flush();
    channel.force(true);
    return digest.finish();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
