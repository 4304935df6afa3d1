package io.dateline.source.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads gzip (RFC 1952): any number of members one after another, each with its checksum and length
 * verified, and zero bytes behind the last, with which tapes and disk images fill up. The JDK's
 * stream takes a damaged second member for the end; that of Commons Compress holds a name in a
 * header however long it is.
 */
final class GzipStream extends InputStream {

  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[8192];
  private int start;
  private int end;
  private boolean ended;
  private boolean inMember;
  private boolean first = true;

  GzipStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int wanted) throws IOException {
    if (wanted == 0) {
      return 0;
    }
    while (!ended) {
      if (!inMember && !beginMember()) {
        ended = true;
        break;
      }
      int count = inflate(target, offset, wanted);
      if (count > 0) {
        crc.update(target, offset, count);
        return count;
      }
      endMember();
    }
    return -1;
  }

  /** Unpacks some bytes; 0 at the end of the member. */
  private int inflate(byte[] target, int offset, int wanted) throws IOException {
    try {
      while (true) {
        int count = inflater.inflate(target, offset, wanted);
        if (count > 0 || inflater.finished()) {
          return count;
        }
        if (inflater.needsDictionary()) {
          throw new IOException("gzip with a preset dictionary");
        }
        if (start == end && !fill()) {
          throw new EOFException();
        }
        inflater.setInput(buffer, start, end - start);
        start = end;
      }
    } catch (DataFormatException e) {
      throw new IOException(e);
    }
  }

  private boolean beginMember() throws IOException {
    int lead = nextByte();
    if (!first) {
      while (lead == 0) {
        lead = nextByte();
      }
    }
    if (lead < 0 && !first) {
      return false;
    }
    if (lead != 0x1F || required() != 0x8B || required() != 8) {
      throw new IOException("no gzip member where one should begin");
    }
    int flags = required();
    if ((flags & RESERVED) != 0) {
      throw new IOException("unknown gzip flags");
    }
    pass(6);
    if ((flags & EXTRA) != 0) {
      pass(required() | required() << 8);
    }
    if ((flags & NAME) != 0) {
      passText();
    }
    if ((flags & COMMENT) != 0) {
      passText();
    }
    if ((flags & HEADER_CRC) != 0) {
      pass(2);
    }
    inflater.reset();
    crc.reset();
    first = false;
    inMember = true;
    return true;
  }

  private void endMember() throws IOException {
    start = end - inflater.getRemaining();
    long expectedCrc = word();
    long expectedLength = word();
    if (expectedCrc != crc.getValue()
        || expectedLength != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
      throw new IOException("wrong checksum");
    }
    inMember = false;
  }

  private long word() throws IOException {
    return required() | required() << 8 | required() << 16 | (long) required() << 24;
  }

  private void passText() throws IOException {
    while (required() != 0) {
      // a name is of no use: it may be as long as it likes
    }
  }

  private void pass(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      required();
    }
  }

  private int required() throws IOException {
    int b = nextByte();
    if (b < 0) {
      throw new EOFException();
    }
    return b;
  }

  private int nextByte() throws IOException {
    return start < end || fill() ? buffer[start++] & 0xFF : -1;
  }

  private boolean fill() throws IOException {
    start = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
