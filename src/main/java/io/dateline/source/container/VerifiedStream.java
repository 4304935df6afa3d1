package io.dateline.source.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** The unpacked bytes of a zip's member, which must have the length and checksum stated of them. */
final class VerifiedStream extends InputStream {

  private final InputStream in;
  private final Statement statement;
  private final CRC32 crc = new CRC32();
  private final long mostBytes;
  private long count;
  private boolean verified;

  /**
   * Verifies a stream.
   *
   * @param mostBytes more bytes are an error at once
   * @param statement asked for at the end
   */
  VerifiedStream(InputStream in, long mostBytes, Statement statement) {
    this.in = in;
    this.mostBytes = mostBytes;
    this.statement = statement;
  }

  /** Knows what the bytes should be, at the latest when all were read. */
  interface Statement {
    boolean fits(long bytes, long crc) throws IOException;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int wanted) throws IOException {
    int read = in.read(target, offset, wanted);
    if (read > 0) {
      count += read;
      if (count > mostBytes) {
        throw BrokenContainerException.member(-1, "It unpacks to more bytes than the zip says.");
      }
      crc.update(target, offset, read);
    } else if (read < 0 && !verified) {
      if (!statement.fits(count, crc.getValue())) {
        throw BrokenContainerException.member(
            -1, "Its bytes have another checksum or number than the zip says.");
      }
      verified = true;
    }
    return read;
  }
}
